import Archiving
import Ingesting
import Platform
import Reporting
import SystemPackage

/// Writes the file of `metrics.path` again and again, on a thread of its own that is there only while
/// there is such a file: a disk that hangs holds up neither watchdog nor articles.
///
/// The file goes when the daemon ends, as one that stays would tell of a daemon that is none; what is
/// left by a kill is known by the time that it says it was written.
final class MetricsWriter: Sendable {
    private struct State {
        var isRunning = false
        var isWoken = false
        var isStopping = false
    }

    /// A disk that does not answer is waited for so long at the end, seconds.
    private static let patience = 1.0

    private let state = Monitor(State())
    private let supervisor: Supervisor
    private let reporter: Reporter
    private let started = SystemClock.now

    init(_ supervisor: Supervisor, _ reporter: Reporter) {
        self.supervisor = supervisor
        self.reporter = reporter
    }

    /// The settings may be others.
    func wake() {
        let starts = state.change { state in
            state.isWoken = true
            guard !state.isRunning, wanted(state) != nil else { return false }
            state.isRunning = true
            return true
        }
        guard starts else { return }
        do throws(SystemError) {
            try WorkerThread("metrics") { self.run() }.detach()
        } catch {
            state.change { $0.isRunning = false }
            reporter.report(
                .metricsNotWritten(
                    path: supervisor.current.value.metrics.path?.printable ?? "",
                    reason: error.description))
        }
    }

    /// The file is to go.
    func stop() { state.change { $0.isStopping = true } }

    /// Waits until nothing more is written, or not much longer; for a thread of its own.
    func waitForEnd() {
        _ = state.wait(seconds: Self.patience) { $0.isRunning ? nil : () }
    }

    private func wanted(_ state: State) -> FilePath? {
        state.isStopping ? nil : supervisor.current.value.metrics.path
    }

    /// The first page comes when the daemon is ready, or takes long for it: one that ends at once, as
    /// another has the archive, leaves the page of that alone.
    private func waitUntilReady() {
        for _ in 0..<40 where !supervisor.isOpen {
            _ = state.wait(seconds: 0.05) { $0.isStopping ? () : nil }
        }
    }

    private func run() {
        waitUntilReady()
        var target: MetricsTarget?
        var archive = ArchiveMeter(of: supervisor.current.value.archive.path)
        while true {
            let path = state.look { wanted($0) }
            if let old = target, old.path != path {
                old.remove()
                target = nil
            }
            guard let path else {
                let isOver = state.change { state in
                    state.isRunning = wanted(state) != nil
                    return !state.isRunning
                }
                if isOver { return }
                continue
            }
            var current = target ?? MetricsTarget(path, reporter)
            current.write(page(&archive).text)
            target = current
            let pause = Double(supervisor.current.value.metrics.seconds)
            _ = state.wait(seconds: pause) { state -> Void? in
                guard state.isWoken || state.isStopping else { return nil }
                state.isWoken = false
                return ()
            }
        }
    }

    private func page(_ archive: inout ArchiveMeter) -> MetricsPage {
        let counters = supervisor.counters
        var waiting = supervisor.waiting
        waiting.files = max(waiting.files, counters.waiting)
        return MetricsPage(
            version: Wireroom.version, started: started, now: SystemClock.now,
            isReady: supervisor.isOpen, counters: counters,
            measurements: supervisor.progress.measurements, waiting: waiting,
            stored: stored(&archive))
    }

    private func stored(_ archive: inout ArchiveMeter) -> MetricsPage.Stored? {
        do throws(SystemError) {
            let (shares, freeBytes) = try archive.measure()
            return MetricsPage.Stored(
                shares: shares.map {
                    MetricsPage.Stored.Share(
                        stream: $0.stream.rawValue, isCompressed: $0.isCompressed,
                        segments: $0.segments, bytes: Int($0.bytes))
                }, freeBytes: freeBytes)
        } catch {
            // Whoever writes to the archive tells it, and the page has it among the troubles.
            return nil
        }
    }
}
