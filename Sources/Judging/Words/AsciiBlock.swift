/// Eight bytes of a text at once: how many of the first are ASCII letters.
struct AsciiBlock {
    private static let highs: UInt64 = 0x8080_8080_8080_8080
    private static let cases: UInt64 = 0x2020_2020_2020_2020

    private let folded: UInt64
    /// The high bit of each byte that is no ASCII letter.
    private let others: UInt64

    /// ASCII letters before the first other byte, 0 to 8.
    @inline(__always)
    var letterCount: Int { others.trailingZeroBitCount &>> 3 }

    /// The eight bytes from `index` on; nil where there are fewer.
    @inline(__always)
    init?(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
        guard index <= text.count &- 8 else { return nil }
        let bytes = UInt64(
            littleEndian: UnsafeRawBufferPointer(text).loadUnaligned(
                fromByteOffset: index, as: UInt64.self))
        folded = bytes | Self.cases
        let low = folded & ~Self.highs
        // Sums of bytes below 0x80 do not carry into the next one; their high bit tells the order.
        let fromA = low &+ 0x1F1F_1F1F_1F1F_1F1F
        let pastZ = low &+ 0x0505_0505_0505_0505
        others = ~(fromA & ~pastZ & ~folded) & Self.highs
    }

    /// The letters before the first other byte in lower case, the first lowest; zero beyond them.
    @inline(__always)
    var lowercase: UInt64 {
        // The lowest mark is the high bit of its byte: below that byte all bits are kept, and where
        // there is none, 0 - 1 keeps all eight bytes.
        let lowest = others & (0 &- others)
        return folded & (lowest &>> 7 &- 1)
    }
}
