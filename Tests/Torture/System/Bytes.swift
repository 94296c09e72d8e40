import Glibc

/// Questions to bytes that the C library answers fast, also without optimisation.
enum Bytes {
    static func areEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        a.count == b.count
            && a.withUnsafeBytes { a in
                b.withUnsafeBytes { b in
                    guard let left = a.baseAddress, let right = b.baseAddress else { return true }
                    return memcmp(left, right, a.count) == 0
                }
            }
    }

    /// Where a byte stands first, from `start` on.
    static func index(of byte: UInt8, in bytes: [UInt8], from start: Int = 0) -> Int? {
        bytes.withUnsafeBytes { bytes in
            guard start < bytes.count, let base = bytes.baseAddress,
                let found = memchr(base + start, CInt(byte), bytes.count - start)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    /// The lines that have their line feed, without it, and where what follows the last begins.
    static func lines(_ bytes: [UInt8]) -> (lines: [Range<Int>], end: Int) {
        var lines: [Range<Int>] = []
        var start = 0
        while let end = index(of: 0x0A, in: bytes, from: start) {
            lines.append(start..<end)
            start = end + 1
        }
        return (lines, start)
    }
}
