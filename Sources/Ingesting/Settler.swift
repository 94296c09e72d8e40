import Archiving
import Inbox
import Platform
import Reporting
import Settings
import Synchronization
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
    /// Only the settling thread looks at it.
    private let isMarkSynced = Atomic<Bool>(true)
    private let journal: Journal
    private let place: ArchivePlace
    private let kept: KeptFiles
    private let current: CurrentSettings
    private let progress: Progress
    private let reporter: Reporter
    /// Whether the daemon is asked to stop: then it does not wait for room.
    private let isStopping: @Sendable () -> Bool
    /// Called with each file that is done with.
    private let release: @Sendable (ClaimedFile, PutAway.Outcome) -> Void

    init(
        journal: Journal, place: ArchivePlace, kept: KeptFiles, current: CurrentSettings,
        progress: Progress,
        reporter: Reporter, isStopping: @escaping @Sendable () -> Bool,
        release: @escaping @Sendable (ClaimedFile, PutAway.Outcome) -> Void
    ) {
        self.journal = journal
        self.place = place
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
    /// - Throws: when a sync fails or the archive is not where it was: what is in the segments is not
    ///   known then, and only opening the archive anew finds out.
    func run() throws(SystemError) {
        while let jobs = take() {
            if jobs.isEmpty {
                try rest()
                continue
            }
            let segments = Self.distinct(jobs.flatMap(\.segments))
            progress.syncingSegments()
            for segment in segments { try segment.sync() }
            progress.segmentsSynced()
            try checkInPlace(segments)
            guard try putAwayInTheEnd(jobs.flatMap(\.files)) else { return }
            for job in jobs { try journal.settle(job.group) }
            isMarkSynced.store(false, ordering: .relaxed)
            progress.step()
        }
    }

    /// The next jobs; none where it was quiet for a second, nil once it is closed.
    private func take() -> [Job]? {
        let jobs = state.wait(seconds: 1) { state -> [Job]?? in
            if !state.jobs.isEmpty {
                defer { state.jobs = [] }
                return .some(state.jobs)
            }
            return state.isClosed ? .some(nil) : nil
        }
        return jobs ?? []
    }

    /// In a quiet moment: the mark of what is settled goes to disk, so that after a power cut no file
    /// that is dropped once more is taken for one that was not put away.
    private func rest() throws(SystemError) {
        try place.check()
        guard !isMarkSynced.load(ordering: .relaxed) else { return }
        try journal.syncMark()
        isMarkSynced.store(true, ordering: .relaxed)
    }

    /// What was written to files that are not the archive any more is lost: then nothing is put away.
    private func checkInPlace(_ segments: [Segment]) throws(SystemError) {
        try place.check()
        var areInPlace = try journal.isInPlace()
        for segment in segments where areInPlace { areInPlace = try segment.isInPlace() }
        guard areInPlace else {
            throw SystemError("find what was written of the archive", errno: .noSuchFileOrDirectory)
        }
    }

    /// - Returns: false where it was stopped before it could: the next start finds in the journal what
    ///   is to be put away.
    private func putAwayInTheEnd(_ files: [FinishedFile]) throws(SystemError) -> Bool {
        var waiter = TroubleWaiter(
            progress: progress, reporter: reporter, path: current.value.inbox.done)
        while true {
            do throws(SystemError) {
                progress.syncingSegments()
                defer { progress.segmentsSynced() }
                try putAway(files)
                break
            } catch {
                // What a directory's sync could not write is not known: the archive is opened anew.
                guard !error.isOfSync else { throw error }
                guard waiter.wait(after: error, isStopped: isStopping) else {
                    journal.abandon()
                    return false
                }
            }
        }
        waiter.over()
        return true
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
