import Glibc

/// The descriptor that talk goes to.
enum StandardError {
    /// Writes a whole line in one call where the kernel lets it, so that lines of several threads
    /// do not mix. Where nobody can read it there is nobody to tell of that either.
    static func write(_ line: String) {
        var line = line
        line.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let count = Glibc.write(STDERR_FILENO, rest.baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
        }
    }

    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Whether it is the stream that `$JOURNAL_STREAM` names (systemd.exec(5)): only then does
    /// what is written natively land where the service manager expects our words.
    static func isJournal(_ stream: String?) -> Bool {
        guard let parts = stream?.split(separator: ":"), parts.count == 2,
            let device = UInt64(parts[0]), let inode = UInt64(parts[1])
        else { return false }
        var status = stat()
        guard fstat(STDERR_FILENO, &status) == 0 else { return false }
        return UInt64(status.st_dev) == device && UInt64(status.st_ino) == inode
    }
}
