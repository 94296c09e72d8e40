import Archiving
import Inbox
import Platform
import Reporting
import Settings
import Synchronization
import SystemPackage

/// The whole way of a file, on threads of its own: seen, claimed, read, normalised, judged,
/// appended, put away.
///
/// ```swift
/// let pipeline = Pipeline(settings, mode: .inbox, reporter: reporter)
/// try pipeline.start()
/// …
/// pipeline.stop()
/// ```
package final class Pipeline: Sendable {
    /// What becomes of files.
    package enum Mode: Sendable {
        /// The inbox is watched; files are put away as the settings say.
        case inbox
        /// Files are given by name and left as they are; the identity of what is done is kept.
        case inPlace
    }

    package let current: CurrentSettings
    package let progress: Progress
    let reporter: Reporter
    let mode: Mode
    let intake: Intake
    let backlog = Backlog()
    let queue = CommitQueue()
    let bulk = BulkLane()
    let left = LeftFiles()
    /// Directories of the inbox that may not be entered, or names in them.
    let closedDirectories = LeftFiles()
    let begun = BegunFiles()
    let suspects = Suspects()
    let previous: ArchivePlace?
    private let isStoppingNow = Atomic<Bool>(false)
    let state = Monitor(State())
    let house = Monitor<House?>(nil)
    let corrections = Monitor<Corrections?>(nil)

    struct State {
        var opened: OpenedArchive?
        var watch: InboxWatch?
        var readers: [WorkerThread] = []
        var committer: WorkerThread?
        var settler: WorkerThread?
        var scanner: WorkerThread?
        var failure: PipelineFailure?
        var isAskedToStop = false
    }

    /// - Parameter previous: where the archive was when this process had it open before.
    package init(
        _ current: CurrentSettings, mode: Mode, progress: Progress = Progress(),
        reporter: Reporter, reopening previous: ArchivePlace? = nil
    ) {
        self.current = current
        self.progress = progress
        self.previous = previous
        self.reporter = reporter
        self.mode = mode
        // More open files at once make nothing faster (measured from 256 on); the rest is for the
        // directories they are put away from and to, and for segments.
        intake = Intake(window: min(1024, DescriptorLimit.raise() / 4))
    }

    // MARK: Starting

    /// Opens the archive, finishes what the last run left, and begins to take files. When it
    /// returns, whatever is dropped into the inbox is seen.
    ///
    /// - Parameter opening: called now and then while the index comes up; from another thread.
    package func start(
        opening: @escaping @Sendable (OpeningProgress) -> Void = { _ in }
    ) throws(PipelineFailure) {
        do throws(SystemError) {
            let root = try mode == .inbox ? makeInbox() : inboxIfThere()
            let committer = try WorkerThread("committer") { self.commit(opening) }
            state.change { $0.committer = committer }
            let opened = try waitUntilOpen()
            let finished = FinishedFiles(opened, current.value)
            let count = try finished.putAway(from: root)
            state.change { $0.opened?.filesPutAway = count }
            begun.resume(opened.recovered.unfinished, inbox: current.value.inbox.path)
            try opened.journal.settleAll(through: opened.recovered.lastGroup)
            try startThreads(opened)
            try takeCorrections(opened)
            if mode == .inbox { try startWatch(opened) }
        } catch {
            stop()
            throw failure ?? .system(error)
        }
        if let failure {
            stop()
            throw failure
        }
    }

    private func makeInbox() throws(SystemError) -> InboxRoot {
        let path = current.value.inbox.path
        _ = try Directory.make(path)
        return try InboxRoot(path)
    }

    /// Files of the inbox that a killed daemon left to be put away are so by whoever comes next.
    private func inboxIfThere() throws(SystemError) -> InboxRoot? {
        do throws(SystemError) {
            return try InboxRoot(current.value.inbox.path)
        } catch {
            guard error.cause == .missing else { throw error }
            return nil
        }
    }

    private func waitUntilOpen() throws(SystemError) -> OpenedArchive {
        let opened = state.wait { state -> OpenedArchive?? in
            if state.failure != nil { return .some(nil) }
            return state.opened.map { .some($0) }
        }
        guard let opened, let opened else { throw SystemError("open the archive", errno: .ioError) }
        return opened
    }

    private func startThreads(_ opened: OpenedArchive) throws(SystemError) {
        let settler = try WorkerThread("settler") {
            do throws(SystemError) { try opened.settler.run() } catch { self.fail(.system(error)) }
        }
        state.change { $0.settler = settler }
        for (number, place) in [(1, HeldPlace.firstReader), (2, .secondReader)] {
            let reader = try WorkerThread("reader-\(number)") {
                self.readFiles(noting: opened.held, at: place)
            }
            state.change { $0.readers.append(reader) }
        }
        let large = try WorkerThread("reader-large") {
            self.readLargeFiles(noting: opened.held)
        }
        state.change { $0.readers.append(large) }
    }

    private func startWatch(_ opened: OpenedArchive) throws(SystemError) {
        let kept = opened.kept
        let inbox = current.value.inbox.path
        let watch = try InboxWatch(
            inbox, rules: { [current] in current.value.inbox.rules },
            isKept: { path, identity in kept.contains(inbox.pushing(path), identity) },
            notice: { [weak self] notice in self?.tell(notice) },
            offer: { [intake] candidate in intake.offer(candidate) })
        state.change { $0.watch = watch }
        try watch.start()
        let scanner = try WorkerThread("scanner") { watch.scan() }
        state.change { $0.scanner = scanner }
    }

    // MARK: Stopping

    var isStopping: Bool { isStoppingNow.load(ordering: .relaxed) }

    /// Takes no more files, finishes those in hand, and returns when all threads have ended.
    package func stop() {
        isStoppingNow.store(true, ordering: .relaxed)
        let threads = state.look { $0 }
        threads.watch?.stop()
        stopHousekeeping()
        stopCorrections()
        intake.close()
        bulk.close()
        threads.scanner?.join()
        for reader in threads.readers { reader.join() }
        queue.close()
        threads.committer?.join()
        threads.opened?.settler.close()
        threads.settler?.join()
        threads.opened?.journal.close()
        threads.opened?.held.end()
        state.change { state in
            (state.readers, state.committer, state.settler, state.scanner) = ([], nil, nil, nil)
        }
    }

    /// Asks for ``stop()``, which whoever is in ``waitForEnd()`` sees to; from any thread.
    func askToStop() {
        isStoppingNow.store(true, ordering: .relaxed)
        state.change { $0.isAskedToStop = true }
    }

    /// Returns when the pipeline is asked to stop.
    ///
    /// - Throws: what stopped it by itself.
    func waitForEnd() throws(PipelineFailure) {
        let failure = state.wait { state -> PipelineFailure?? in
            if let failure = state.failure { return .some(failure) }
            return state.isAskedToStop ? .some(nil) : nil
        }
        if let failure, let failure { throw failure }
    }

    /// What stopped the pipeline by itself; nil while it works.
    package var failure: PipelineFailure? { state.look { $0.failure } }

    func fail(_ failure: PipelineFailure) {
        progress.begin(.archiveFailed)
        state.change { $0.failure = $0.failure ?? failure }
        // Whoever waits for room in a queue must not wait for ever.
        isStoppingNow.store(true, ordering: .relaxed)
        queue.close()
        intake.close()
        opened?.journal.abandon()
    }

    /// By what path the journal knows the file.
    func progressPath(_ file: ClaimedFile) -> FilePath { progressPath(file.candidate) }

    func progressPath(_ candidate: Candidate) -> FilePath {
        mode == .inbox ? candidate.path : candidate.whole
    }

    package var opened: OpenedArchive? { state.look { $0.opened } }
    var watch: InboxWatch? { state.look { $0.watch } }
}
