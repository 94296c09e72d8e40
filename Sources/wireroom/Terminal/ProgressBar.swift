import Ingesting
import Platform
import Reporting

/// One line on the terminal that shows how a long work goes; nothing where standard error is no
/// terminal.
final class ProgressBar {
    private let begun = SystemClock.monotonic
    private var lastDrawn: Int64 = 0
    private let isShown = StandardStreams.errorIsTerminal

    /// Draws, at most ten times a second.
    func update(_ given: Pipeline.Given, _ counters: Counters) {
        let now = SystemClock.monotonic
        guard isShown, now - lastDrawn > 100_000_000 else { return }
        lastDrawn = now
        let done = max(0, given.files - counters.waiting)
        let seconds = max(0.001, Double(now - begun) / 1e9)
        let rate = Int(Double(done) / seconds)
        let width = max(10, min(40, StandardStreams.columns - 60))
        let filled = given.files == 0 ? 0 : width * done / given.files
        let bar =
            String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        StandardStreams.error(
            "\r\(bar) \(done)/\(given.files) files, \(rate)/s, \(counters.duplicates) duplicates\u{1B}[K"
        )
    }

    /// Removes the line.
    func clear() {
        if isShown { StandardStreams.error("\r\u{1B}[K") }
    }
}
