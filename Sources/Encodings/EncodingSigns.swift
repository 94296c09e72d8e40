import Platform

/// What bytes show of their encoding beyond doubt.
package enum EncodingSigns {
    /// UTF-16 or UTF-32, by byte order mark or by where NUL bytes lie.
    package static func wide(in head: UnsafeRawBufferPointer) -> CharacterEncoding? {
        if head.starts(with: [0xFF, 0xFE, 0, 0]) { return .utf32LE }
        if head.starts(with: [0, 0, 0xFE, 0xFF]) { return .utf32BE }
        if head.starts(with: [0xFF, 0xFE]) { return .utf16LE }
        if head.starts(with: [0xFE, 0xFF]) { return .utf16BE }
        guard head.firstIndex(ofByte: 0) != nil else { return nil }
        var zeros = (0, 0, 0, 0)
        for (index, byte) in head.enumerated() where byte == 0 {
            switch index & 3 {
            case 0: zeros.0 += 1
            case 1: zeros.1 += 1
            case 2: zeros.2 += 1
            default: zeros.3 += 1
            }
        }
        // Of the bytes in each of four places, in prose: letters where none is NUL, and NUL where
        // a few letters of other scripts may stand too.
        let all = head.count / 4
        guard all >= 4 else { return nil }
        func none(_ count: Int) -> Bool { count * 50 <= all }
        func most(_ count: Int) -> Bool { count * 5 >= all * 3 }
        switch zeros {
        case let (a, b, c, d) where none(a) && most(b) && most(c) && most(d): return .utf32LE
        case let (a, b, c, d) where most(a) && most(b) && most(c) && none(d): return .utf32BE
        case let (a, b, c, d) where none(a) && most(b) && none(c) && most(d): return .utf16LE
        case let (a, b, c, d) where most(a) && none(b) && most(c) && none(d): return .utf16BE
        // Scripts whose letters have no NUL, between blanks and full stops that have.
        case let (a, b, c, d) where none(a) && c == a && b + d >= 8:
            return isOtherScript(head, blank: [0x20, 0x00]) ? .utf16LE : nil
        case let (a, b, c, d) where none(b) && d == b && a + c >= 8:
            return isOtherScript(head, blank: [0x00, 0x20]) ? .utf16BE : nil
        default: return nil
        }
    }

    /// Whether nearly each NUL is half of a character of ASCII, and the other halves of characters
    /// that are none are of few kinds, as the blocks of scripts are.
    private static func isOtherScript(_ head: UnsafeRawBufferPointer, blank: [UInt8]) -> Bool {
        let isLittle = blank[1] == 0
        var blanks = 0
        var blocks = [Int](repeating: 0, count: 256)
        var index = 0
        while index &+ 1 < head.count {
            let (low, high) =
                isLittle ? (head[index], head[index &+ 1]) : (head[index &+ 1], head[index])
            if high == 0 {
                guard low >= 0x20 || (0x09...0x0D).contains(low) else { return false }
                if low == 0x20 || low == 0x0A { blanks += 1 }
            } else {
                blocks[Int(high)] += 1
            }
            index &+= 2
        }
        let letters = blocks.reduce(0, +)
        let commonest = blocks.max() ?? 0
        return blanks >= 2 && commonest * 2 >= letters
    }

    /// ISO 2022, whose escapes are valid UTF-8 too.
    package static func escaped(in text: UnsafeRawBufferPointer) -> CharacterEncoding? {
        var start = 0
        // Escapes of terminals may stand before.
        for _ in 0..<16 {
            guard let found = text.firstIndex(ofByte: 0x1B, from: start), found + 2 < text.count
            else { return nil }
            switch (text[found + 1], text[found + 2]) {
            case (0x24, 0x40), (0x24, 0x42), (0x24, 0x28), (0x28, 0x49), (0x28, 0x4A):
                return .iso2022JP
            case (0x24, 0x29):
                guard found + 3 < text.count else { return nil }
                return text[found + 3] == 0x43 ? .iso2022KR : .iso2022CN
            default: start = found + 1
            }
        }
        return nil
    }
}
