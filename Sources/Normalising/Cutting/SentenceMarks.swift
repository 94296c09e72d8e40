import Glibc

/// Walks through the marks that may end a sentence (. ! ? and the lead byte of 。), in order.
///
/// Each mark is looked for with memchr, which reads 32 bytes at a time, and its next place is
/// remembered: the text is read once for each mark, however many there are.
struct SentenceMarks {
    private static let marks: (UInt8, UInt8, UInt8, UInt8) = (0x2E, 0x21, 0x3F, 0xE3)

    private let bytes: UnsafeBufferPointer<UInt8>
    private var next: (Int, Int, Int, Int) = (-1, -1, -1, -1)

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The first mark at an index or behind it; the count of the bytes where there is none.
    @inline(__always)
    mutating func first(from start: Int) -> Int {
        if next.0 < start { next.0 = find(Self.marks.0, start) }
        if next.1 < start { next.1 = find(Self.marks.1, start) }
        if next.2 < start { next.2 = find(Self.marks.2, start) }
        if next.3 < start { next.3 = find(Self.marks.3, start) }
        return min(min(next.0, next.1), min(next.2, next.3))
    }

    private func find(_ mark: UInt8, _ start: Int) -> Int {
        guard start < bytes.count, let base = bytes.baseAddress,
            let found = memchr(base + start, Int32(mark), bytes.count - start)
        else { return bytes.count }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
}
