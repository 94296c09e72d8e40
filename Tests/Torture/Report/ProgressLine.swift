import Glibc

/// What goes on, in one line of a terminal that is written over; nothing where there is no terminal.
struct ProgressLine {
    private let isTerminal = isatty(2) == 1

    func show(_ text: String) {
        if isTerminal { say("\r\u{1B}[K" + text.prefix(100)) }
    }

    /// A line that stays.
    func tell(_ text: String) { say((isTerminal ? "\r\u{1B}[K" : "") + text + "\n") }

    private func say(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    }
}
