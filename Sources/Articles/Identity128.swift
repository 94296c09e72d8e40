/// 128 bits that name something, written as 32 hex digits.
package struct Identity128: Sendable, Hashable, BitwiseCopyable {
    package var high: UInt64
    package var low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// From 32 hex digits, of either case; nil for anything else.
    package init?(hex: UnsafeRawBufferPointer) {
        guard hex.count == 32 else { return nil }
        var words: (UInt64, UInt64) = (0, 0)
        for index in 0..<32 {
            let byte = hex[index]
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x46: digit = byte - 0x37
            case 0x61...0x66: digit = byte - 0x57
            default: return nil
            }
            if index < 16 {
                words.0 = words.0 << 4 | UInt64(digit)
            } else {
                words.1 = words.1 << 4 | UInt64(digit)
            }
        }
        self.init(high: words.0, low: words.1)
    }

    /// From 32 hex digits, of either case; nil for anything else.
    package init?(hex: [UInt8]) {
        guard let identity = hex.withUnsafeBytes({ Identity128(hex: $0) }) else { return nil }
        self = identity
    }

    package var hex: String {
        String(unsafeUninitializedCapacity: 32) { buffer in
            for index in 0..<32 {
                let word = index < 16 ? high : low
                let digit = UInt8(truncatingIfNeeded: word >> UInt64(60 - index % 16 * 4) & 15)
                buffer[index] = digit < 10 ? digit + 0x30 : digit + 0x57
            }
            return 32
        }
    }
}
