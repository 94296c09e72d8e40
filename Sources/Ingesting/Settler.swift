import Archiving
import Inbox
import Platform
import Reporting
import Settings
import SystemPackage

/// What comes after a group is safe: its segments are synced, its files put away, their
/// directories synced; then its slot in the journal is free again.
final class Settler: Sendable {
    /// A file whose articles are all in the archive.
    struct FinishedFile: Sendable {
        var file: ClaimedFile
        var progress: FileProgress
        var afterwards: Afterwards
    }

    struct Job: Sendable {
        var group: UInt64
        var segments: [Segment]
        var files: [FinishedFile]
    }

    private struct State {
        var jobs: [Job] = []
        var isClosed = false
    }

    private let state = Monitor(State())
    private let journal: Journal
    private let kept: KeptFiles
    private let current: CurrentSettings
    private let progress: Progress
    private let reporter: Reporter
    /// Whether the daemon is asked to stop: then it does not wait for room.
    private let isStopping: @Sendable () -> Bool
    /// Called with each file that is done with.
    private let release: @Sendable (ClaimedFile, PutAway.Outcome) -> Void

    init(
        journal: Journal, kept: KeptFiles, current: CurrentSettings, progress: Progress,
        reporter: Reporter, isStopping: @escaping @Sendable () -> Bool,
        release: @escaping @Sendable (ClaimedFile, PutAway.Outcome) -> Void
    ) {
        self.journal = journal
        self.kept = kept
        self.current = current
        self.progress = progress
        self.reporter = reporter
        self.isStopping = isStopping
        self.release = release
    }

    func add(_ job: Job) { state.change { $0.jobs.append(job) } }

    /// No more jobs come after those that are there.
    func close() { state.change { $0.isClosed = true } }

    /// Settles jobs as they come, until it is closed; for a thread of its own.
    ///
    /// - Throws: when a sync fails: what is in the segments is not known then, and only opening the
    ///   archive anew finds out.
    func run() throws(SystemError) {
        while let jobs = take() {
            for segment in Self.distinct(jobs.flatMap(\.segments)) { try segment.sync() }
            var waiter = RoomWaiter(
                progress: progress, reporter: reporter, path: current.value.inbox.done)
            while true {
                do throws(SystemError) {
                    try putAway(jobs.flatMap(\.files))
                    break
                } catch {
                    guard error.isWantOfRoom || error.cause == .exhausted else { throw error }
                    guard waiter.wait(isStopped: isStopping) else {
                        // The next start finds in the journal what is to be put away.
                        journal.abandon()
                        return
                    }
                }
            }
            waiter.roomAgain()
            for job in jobs { try journal.settle(job.group) }
            progress.step()
        }
    }

    private func take() -> [Job]? {
        state.wait { state -> [Job]?? in
            if !state.jobs.isEmpty {
                defer { state.jobs = [] }
                return .some(state.jobs)
            }
            return state.isClosed ? .some(nil) : nil
        } ?? nil
    }

    private static func distinct(_ segments: [Segment]) -> [Segment] {
        var seen: Set<ObjectIdentifier> = []
        return segments.filter { seen.insert(ObjectIdentifier($0)).inserted }
    }

    private func putAway(_ files: [FinishedFile]) throws(SystemError) {
        var movers: [ObjectIdentifier: PutAway] = [:]
        var outcomes: [(ClaimedFile, PutAway.Outcome)] = []
        var staying: [(path: FilePath, identity: FileIdentity)] = []
        for finished in files {
            let root = finished.file.candidate.root
            let whole = root.directory.path.pushing(finished.progress.path)
            if finished.afterwards == .keep {
                staying.append((whole, finished.progress.identity))
                outcomes.append((finished.file, .moved))
                continue
            }
            let mover =
                movers[ObjectIdentifier(root)] ?? PutAway(from: root, to: current.value.inbox.done)
            movers[ObjectIdentifier(root)] = mover
            let outcome = try mover.put(
                PutAway.File(finished.progress, isDeleted: finished.afterwards == .delete))
            if case .denied = outcome { staying.append((whole, finished.progress.identity)) }
            outcomes.append((finished.file, outcome))
        }
        for mover in movers.values { try mover.sync() }
        if !staying.isEmpty { try kept.add(staying) }
        for (file, outcome) in outcomes { release(file, outcome) }
    }
}

extension PutAway.File {
    init(_ progress: FileProgress, isDeleted: Bool) {
        self.init(
            path: progress.path, identity: progress.identity, day: progress.day,
            digest: progress.digest, isDeleted: isDeleted)
    }
}
