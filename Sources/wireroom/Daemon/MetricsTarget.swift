import Platform
import Reporting
import SystemPackage

/// A file for metrics, and whether it can be written: what is wrong is told once, and when it is over.
struct MetricsTarget {
    private let file: MetricsFile
    private let reporter: Reporter
    private var trouble: (reason: String, since: Int64)?

    init(_ path: FilePath, _ reporter: Reporter) {
        file = MetricsFile(path)
        self.reporter = reporter
    }

    var path: FilePath { file.path }

    mutating func write(_ text: String) {
        do throws(SystemError) {
            try file.write(text)
            guard let trouble else { return }
            self.trouble = nil
            reporter.report(
                .worksAgain(
                    what: "Metrics can be written to \(path.printable)",
                    seconds: Int((SystemClock.monotonic - trouble.since) / 1_000_000_000)))
        } catch {
            let reason = error.description
            if trouble?.reason != reason { tell(reason) }
            trouble = (reason, trouble?.since ?? SystemClock.monotonic)
        }
    }

    /// A directory that is gone has no file in it.
    func remove() {
        do throws(SystemError) {
            try file.remove()
        } catch {
            if error.cause != .missing { tell(error.description) }
        }
    }

    private func tell(_ reason: String) {
        reporter.report(.metricsNotWritten(path: path.printable, reason: reason))
    }
}
