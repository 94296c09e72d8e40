import Glibc

/// Standard output carries the answer, standard error the talk.
enum StandardStreams {
    static func output(_ text: String) { write(Array(text.utf8), to: STDOUT_FILENO) }
    static func output(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }
    static func error(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Columns of the terminal that is talked to, 80 where it does not say.
    static var columns: Int { columns(of: STDERR_FILENO) }

    /// The same of the terminal that the answer goes to.
    static var outputColumns: Int { columns(of: STDOUT_FILENO) }

    private static func columns(of stream: Int32) -> Int {
        var size = winsize()
        guard ioctl(stream, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// What cannot be written, because the other end is gone, is nobody's loss.
    private static func write(_ bytes: [UInt8], to stream: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(stream, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
