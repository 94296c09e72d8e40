import Glibc

/// Bytes that a line has at a place of its head: every line of an archive begins alike,
/// `{"id":"` 32 hex digits `","sequence":`.
struct LinePattern {
    var bytes: [UInt8]
    /// Where in the line they stand.
    var offset: Int

    /// Behind the digits of the id.
    static let sequenceOffset = 7 + 32

    func matches(_ line: UnsafeRawBufferPointer) -> Bool {
        guard let base = line.baseAddress, line.count >= offset + bytes.count else { return false }
        return memcmp(base + offset, bytes, bytes.count) == 0
    }
}
