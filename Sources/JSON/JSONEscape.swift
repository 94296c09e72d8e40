/// Which bytes of UTF-8 cannot stand in a string of our JSON as they are.
enum JSONEscape {
    /// Control characters (DEL too, though RFC 8259 would let it pass), `"` and `\`.
    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F
    }

    /// The offset of the first byte from `start` on that must be escaped; the count when none is.
    ///
    /// Eight bytes at a time by "has zero byte" of Warren, Hacker's Delight 2, section 6-1. A borrow
    /// may raise an alarm too many, but only above a byte with a true one: the lowest is exact.
    static func firstEscaped(in text: UnsafeRawBufferPointer, from start: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        var offset = start
        while offset &+ 8 <= text.count {
            let word = UInt64(
                littleEndian: text.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            let quote = word ^ (ones &* 0x22)
            let backslash = word ^ (ones &* 0x5C)
            let delete = word ^ (ones &* 0x7F)
            let control = (word &- ones &* 0x20) & ~word
            let alarms =
                control | (quote &- ones) & ~quote | (backslash &- ones) & ~backslash
                | (delete &- ones) & ~delete
            if alarms & highs != 0 {
                return offset &+ (alarms & highs).trailingZeroBitCount / 8
            }
            offset &+= 8
        }
        while offset < text.count {
            if needsEscape(text[offset]) { return offset }
            offset &+= 1
        }
        return text.count
    }

    static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? value &+ 0x30 : value &+ 0x57 }
}
