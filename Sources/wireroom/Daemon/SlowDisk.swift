import Platform
import Reporting

/// Tells that the disk does not answer, and when it does again.
struct SlowDisk {
    /// Monotonic nanoseconds.
    private var since: Int64?

    /// - Parameter seconds: for how long it has not answered; 0 where it does.
    mutating func look(seconds: Int, _ reporter: Reporter) {
        let now = SystemClock.monotonic
        if since == nil, seconds >= Progress.slowSync {
            since = now - Int64(seconds) * 1_000_000_000
            reporter.report(.diskSlow(seconds: seconds))
        } else if let begun = since, seconds < Progress.slowSync {
            since = nil
            let lasted = Int((now - begun) / 1_000_000_000)
            reporter.report(.worksAgain(what: "The disk answers", seconds: lasted))
        }
    }
}
