/// When the index is saved: so often that a start reads few records, so rarely that it costs little.
///
/// Times are nanoseconds of ``SystemClock/monotonic``.
struct SaveSchedule {
    /// Without a pause in the work, a save begins when so many articles would be read at a start:
    /// about a second's reading, or a 25th of what is known, so that saving writes no more than 25
    /// times what was added.
    static func tailUnderLoad(_ known: Int) -> Int { max(40_000, known / 25) }
    /// In a pause of a second one begins for fewer: a hundredth of what is known.
    static func tailInPause(_ known: Int) -> Int { max(1_000, known / 100) }
    static let pause: Int64 = 1_000_000_000
    /// A stop saves for so many.
    static let tailAtStop = 20_000
    /// Without a pause, saving takes no more than one in so many parts of the time.
    static let share: Int64 = 4
    /// After one that failed, the next is tried so much later.
    static let patienceAfterFailure: Int64 = 60_000_000_000

    /// How many articles the saved index covers.
    private(set) var covered: Int
    private var begun: Int64 = 0
    /// After a save that failed.
    private var notBefore: Int64 = .min
    private var notBeforeUnderLoad: Int64 = .min

    init(covered: Int) { self.covered = covered }

    /// Whether a save is due with `known` articles, `idle` nanoseconds after the last of them.
    func isDue(known: Int, idle: Int64, now: Int64) -> Bool {
        guard now >= notBefore else { return false }
        let tail = known - covered
        if idle >= Self.pause { return tail >= Self.tailInPause(known) }
        return tail >= Self.tailUnderLoad(known) && now >= notBeforeUnderLoad
    }

    /// How many seconds whoever has nothing to do may wait for work before asking again; infinite
    /// where no save will be due.
    func seconds(known: Int, idle: Int64, now: Int64) -> Double {
        guard known - covered >= Self.tailInPause(known) else { return .infinity }
        let wait = max(Self.pause - idle, notBefore == .min ? 0 : notBefore - now, 1_000_000)
        return Double(wait) / 1e9
    }

    func isDueAtStop(known: Int) -> Bool { known - covered >= Self.tailAtStop }

    mutating func began(now: Int64) { begun = now }

    /// A save that began with `covered` articles known is complete.
    mutating func saved(covered: Int, now: Int64) {
        self.covered = covered
        notBeforeUnderLoad = begun + (now - begun) * Self.share
    }

    mutating func failed(now: Int64) { notBefore = now + Self.patienceAfterFailure }
}
