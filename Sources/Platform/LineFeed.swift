import Glibc

/// Finds line feeds.
package enum LineFeed {
    /// The index of the first line feed from `start` on.
    package static func index(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        guard let base = bytes.baseAddress, start < bytes.count,
            let found = memchr(base + start, 0x0A, bytes.count - start)
        else { return nil }
        return UnsafeRawPointer(found) - base
    }
}
