import Synchronization

/// What the pipeline's threads note of their work, without locks.
package final class Progress: Sendable {
    private let steps = Atomic<UInt64>(0)
    private let inWork = Atomic<Int>(0)
    private let troubles = Atomic<UInt32>(0)
    private let originals = Atomic<Int>(0)
    private let revisions = Atomic<Int>(0)
    private let duplicates = Atomic<Int>(0)
    private let withdrawals = Atomic<Int>(0)
    private let rejected = Atomic<Int>(0)
    private let quarantined = Atomic<Int>(0)
    private let withoutArticle = Atomic<Int>(0)
    private let waiting = Atomic<Int>(0)
    private let unreadable = Atomic<Int>(0)
    /// Seconds of the steady clock plus one; 0 before the first record.
    private let last = Atomic<Int>(0)

    /// Since when a thread waits for the disk, steady microseconds; 0 while none does.
    private let journalSync = Atomic<UInt64>(0)
    private let segmentSync = Atomic<UInt64>(0)

    private let workers = Mutex<[Worker]>([])
    /// What is counted for metrics alone.
    package let measurements = Measurements()

    package init() {}

    /// The journal is being synced, until ``journalSynced()``.
    package func syncingJournal() {
        journalSync.store(SteadyClock.microseconds, ordering: .relaxed)
    }

    package func journalSynced() {
        let begun = journalSync.exchange(0, ordering: .relaxed)
        measurements.commits.count(microseconds: Int(SteadyClock.microseconds &- begun))
        step()
    }

    /// Segments and directories are being synced, until ``segmentsSynced()``.
    package func syncingSegments() {
        segmentSync.store(SteadyClock.microseconds, ordering: .relaxed)
    }

    package func segmentsSynced() {
        segmentSync.store(0, ordering: .relaxed)
        step()
    }

    /// Whole seconds for which the disk has not answered.
    package var secondsOfSync: Int {
        let now = SteadyClock.microseconds
        let journal = journalSync.load(ordering: .relaxed)
        let segments = segmentSync.load(ordering: .relaxed)
        let since = min(journal == 0 ? now : journal, segments == 0 ? now : segments)
        return Int((now - min(since, now)) / 1_000_000)
    }

    /// So long may a call to the disk take before it is told, seconds.
    package static let slowSync = 3

    /// Another pipeline begins: what the one before had in hand is seen again.
    package func beginAnew() {
        inWork.store(0, ordering: .relaxed)
        workers.withLock { $0 = [] }
    }

    /// Notes another thread of the pipeline, to be told apart from the others.
    package func worker() -> Worker {
        let worker = Worker()
        workers.withLock { $0.append(worker) }
        return worker
    }

    /// Something got done: a chunk was read, a group synced, a file moved, a record indexed.
    package func step() { steps.add(1, ordering: .relaxed) }

    /// Files were taken in hand.
    package func began(files: Int = 1) {
        inWork.add(files, ordering: .relaxed)
        step()
    }

    /// As many files are done with, well or not.
    package func ended(files: Int = 1) {
        inWork.subtract(files, ordering: .relaxed)
        step()
    }

    /// A group of records is on disk.
    package func archived(
        originals: Int, revisions: Int, duplicates: Int, withdrawals: Int = 0
    ) {
        self.originals.add(originals, ordering: .relaxed)
        self.revisions.add(revisions, ordering: .relaxed)
        self.duplicates.add(duplicates, ordering: .relaxed)
        self.withdrawals.add(withdrawals, ordering: .relaxed)
        last.store(SteadyClock.seconds + 1, ordering: .relaxed)
        step()
    }

    /// Articles of a file went to quarantine.
    package func rejected(articles: Int) {
        rejected.add(articles, ordering: .relaxed)
        step()
    }

    /// A whole file went to quarantine.
    package func quarantinedFile() {
        quarantined.add(1, ordering: .relaxed)
        step()
    }

    /// Files or parts of them hold no article.
    package func foundNoArticle(in count: Int) {
        withoutArticle.add(count, ordering: .relaxed)
        step()
    }

    /// How many files lie in the inbox, as far as is known.
    package func setWaiting(_ files: Int) { waiting.store(files, ordering: .relaxed) }

    /// How many files of the inbox may not be read.
    package func setUnreadable(_ files: Int) { unreadable.store(files, ordering: .relaxed) }

    /// The pipeline waits for a trouble to end, which is no hanging.
    package func begin(_ trouble: Trouble) {
        troubles.bitwiseOr(1 << UInt32(trouble.rawValue), ordering: .relaxed)
    }

    package func end(_ trouble: Trouble) {
        troubles.bitwiseAnd(~(1 << UInt32(trouble.rawValue)), ordering: .relaxed)
        step()
    }

    /// For ``Heartbeat/beats(_:)``.
    package var pulse: Heartbeat.Pulse {
        let activity: Heartbeat.Activity =
            troubles.load(ordering: .relaxed) != 0 || secondsOfSync > 0
            ? .waiting : inWork.load(ordering: .relaxed) > 0 ? .working : .idle
        return Heartbeat.Pulse(
            steps: steps.load(ordering: .relaxed), activity: activity,
            paces: workers.withLock { $0.map(\.pace) })
    }

    /// All figures. Each is right by itself; together they may be of moments slightly apart.
    package var counters: Counters {
        var counters = Counters()
        counters.originals = originals.load(ordering: .relaxed)
        counters.revisions = revisions.load(ordering: .relaxed)
        counters.duplicates = duplicates.load(ordering: .relaxed)
        counters.withdrawals = withdrawals.load(ordering: .relaxed)
        counters.rejected = rejected.load(ordering: .relaxed)
        counters.quarantined = quarantined.load(ordering: .relaxed)
        counters.withoutArticle = withoutArticle.load(ordering: .relaxed)
        counters.waiting = waiting.load(ordering: .relaxed)
        counters.unreadable = unreadable.load(ordering: .relaxed)
        let last = last.load(ordering: .relaxed)
        if last > 0 { counters.secondsSinceLast = max(SteadyClock.seconds + 1 - last, 0) }
        let bits = troubles.load(ordering: .relaxed)
        counters.troubles = Set(Trouble.allCases.filter { bits & 1 << UInt32($0.rawValue) != 0 })
        if secondsOfSync >= Self.slowSync { counters.troubles.insert(.diskSlow) }
        return counters
    }
}
