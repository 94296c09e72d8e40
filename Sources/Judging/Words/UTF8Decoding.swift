/// Decoding of one scalar of UTF-8 (RFC 3629) that cannot run past the end.
enum UTF8Decoding {
    /// The scalar at `index`, which is inside `bytes`, and its length.
    ///
    /// Bytes that are no UTF-8 come out one by one as U+FFFD.
    @inline(__always)
    static func scalar(
        in bytes: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> (value: UInt32, length: Int) {
        let first = UInt32(bytes[index])
        if first < 0x80 { return (first, 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, first <= 0xF4, bytes.count &- index >= length else {
            return (0xFFFD, 1)
        }
        var value = first & (0x7F &>> UInt32(length))
        for offset in 1..<length {
            let byte = UInt32(bytes[index &+ offset])
            guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            value = value &<< 6 | byte & 0x3F
        }
        return (value, length)
    }
}
