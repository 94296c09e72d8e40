import Archiving
import Articles
import Platform
import Reporting
import SystemPackage

/// Takes up requests for corrections while the archive is open, and answers them; on a thread of its
/// own, which reads the records that they name.
final class CorrectionDesk: Sendable {
    /// So often it looks for requests.
    private static let pauseSeconds = 0.5
    /// A request that cannot be read or answered is tried again after so many nanoseconds.
    private static let patience: Int64 = 60_000_000_000
    /// Longer than any file system's clock goes between two ticks, nanoseconds: FAT has two seconds.
    private static let tick: Int64 = 3_000_000_000

    private let box: CorrectionBox
    private let search: ArchiveSearch
    private let queue: CommitQueue
    private let reporter: Reporter
    private let isStopped = Monitor(false)
    private let told = Monitor<Set<String>>([])

    /// - Parameter reader: the one that the archive's writer reads with.
    init(
        archive: FilePath, reader: ArchiveReader, queue: CommitQueue, reporter: Reporter
    ) throws(SystemError) {
        box = try CorrectionBox(in: archive)
        search = ArchiveSearch(reader)
        self.queue = queue
        self.reporter = reporter
    }

    func stop() { isStopped.change { $0 = true } }

    /// Works until it is stopped.
    func run() {
        var failed: [String: Int64] = [:]
        var known: Int64?
        attempt { () throws(SystemError) in try box.removeOldAnswers() }
        repeat {
            let now = SystemClock.monotonic
            failed = failed.filter { now - $0.value < Self.patience }
            attempt { () throws(SystemError) in
                let changed = try box.changed()
                guard changed != known || !failed.isEmpty else { return }
                // What comes within the same tick of the file system's clock changes no time.
                known = SystemClock.now - changed > Self.tick ? changed : nil
                for name in try box.waiting() where failed[name] == nil && !isStopped.look({ $0 }) {
                    let isDone = attempt { () throws(SystemError) in try serve(name) }
                    if !isDone { failed[name] = now }
                }
            }
        } while isStopped.wait(seconds: Self.pauseSeconds) { $0 ? () : nil } == nil
    }

    /// What fails is told once; an archive that is gone is told by others.
    /// - Returns: whether it did not fail.
    @discardableResult
    private func attempt(_ body: () throws(SystemError) -> Void) -> Bool {
        do throws(SystemError) {
            try body()
            return true
        } catch {
            let isNews = told.change { $0.insert(error.description).inserted }
            if isNews, error.cause != .missing {
                reporter.report(
                    .cannotCorrect(path: error.path?.printable ?? "requests", reason: error.reason))
            }
            return false
        }
    }

    private func serve(_ name: String) throws(SystemError) {
        guard let request = try box.request(name) else {
            try box.answer(name, CorrectionAnswer(.refused, "this is no request"))
            return
        }
        // Where there is no answer, the run ends: the request is for the next one.
        if let answer = try answer(to: request) { try box.answer(name, answer) }
    }

    private func answer(to request: CorrectionRequest) throws(SystemError) -> CorrectionAnswer? {
        let pending: PendingCorrection
        do {
            pending = PendingCorrection(
                try Correction(request, in: search))
        } catch let error as SystemError {
            throw error
        } catch {
            return CorrectionAnswer(.refused, "\(error)")
        }
        queue.deliver(pending)
        return pending.wait()
    }
}
