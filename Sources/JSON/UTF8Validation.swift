import CJSON

/// Whether bytes are UTF-8 (RFC 3629), and where they cease to be.
package enum UTF8Validation {
    /// What stands at an offset.
    package enum Sequence: Equatable {
        /// One scalar, of so many bytes.
        case scalar(length: Int)
        case invalid
        /// The beginning of a scalar that the bytes' end cuts off.
        case cut
    }

    /// Fast: about 0.1 ns a byte.
    package static func isValid(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let start = bytes.baseAddress else { return true }
        return wireroom_utf8_is_valid(start.assumingMemoryBound(to: UInt8.self), bytes.count) != 0
    }

    /// What stands at `offset`, by table 3-7 of the Unicode Standard.
    package static func sequence(
        at offset: Int, in bytes: UnsafeRawBufferPointer
    ) -> Sequence {
        guard offset >= 0, offset < bytes.count else { return .cut }
        let first = bytes[offset]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch first {
        case 0x00...0x7F: return .scalar(length: 1)
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return .invalid
        }
        for step in 1..<length {
            guard offset + step < bytes.count else { return .cut }
            let allowed = step == 1 ? second : 0x80...0xBF
            guard allowed.contains(bytes[offset + step]) else { return .invalid }
        }
        return .scalar(length: length)
    }

    /// The offset of the first byte that is not UTF-8; nil when all are. Slow: for faults only.
    package static func firstFault(in bytes: UnsafeRawBufferPointer) -> Int? {
        var offset = 0
        while offset < bytes.count {
            guard case .scalar(let length) = sequence(at: offset, in: bytes) else { return offset }
            offset += length
        }
        return nil
    }

    /// The largest offset up to `limit` that does not lie inside a scalar of valid UTF-8.
    package static func boundary(notAfter limit: Int, in bytes: UnsafeRawBufferPointer) -> Int {
        guard limit < bytes.count else { return bytes.count }
        var offset = max(0, limit)
        while offset > 0, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }
}
