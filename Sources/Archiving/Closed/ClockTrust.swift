import Articles
import Platform

/// Whether the time of day may decide what is old: a clock that is set years ahead by mistake must not
/// have everything removed.
///
/// A clock that has jumped ahead by more than a day, or that is that far ahead of the newest segment
/// at the start, is believed a day later, as the machine's own running time has it. Where nothing was
/// archived for long, removal begins a day late.
package struct ClockTrust {
    /// Nanoseconds.
    private static let day: Int64 = 86_400_000_000_000

    /// When the machine started, as its clock had it when it was last looked at.
    private var started: Int64
    /// Running time of the machine since when the clock is in doubt.
    private var doubtedSince: Int64?

    /// - Parameters:
    ///   - newest: the newest segment; nil where there is none.
    ///   - now: nanoseconds since 1970.
    ///   - started: when the machine started, by the same clock (``SystemClock/started``).
    package init(newest: SegmentName?, now: Int64, started: Int64) {
        self.started = started
        let yesterday = Moment(microseconds: (now - 2 * Self.day) / 1000).day
        if let newest, newest.day < yesterday { doubtedSince = now - started }
    }

    /// Whether it may; to be asked now and then.
    package mutating func isTrusted(now: Int64, started: Int64) -> Bool {
        if started - self.started > Self.day { doubtedSince = now - started }
        self.started = started
        guard let since = doubtedSince else { return true }
        guard now - started - since >= Self.day else { return false }
        doubtedSince = nil
        return true
    }
}
