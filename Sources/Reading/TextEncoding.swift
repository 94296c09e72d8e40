#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Recognises encodings other than UTF-8, so that a refusal can name them.
enum TextEncoding {
    /// The index of the first such byte.
    static func index(of byte: UInt8, in bytes: UnsafeRawBufferPointer) -> Int? {
        guard let start = bytes.baseAddress,
            let found = memchr(start, Int32(byte), bytes.count)
        else { return nil }
        return UnsafeRawPointer(found) - start
    }

    /// UTF-16 or UTF-32, by byte order mark or by where the NUL bytes of Latin letters lie.
    static func wide(in head: UnsafeRawBufferPointer) -> String? {
        func begins(_ mark: [UInt8]) -> Bool { head.starts(with: mark) }
        if begins([0xFF, 0xFE, 0, 0]) { return "UTF-32LE" }
        if begins([0, 0, 0xFE, 0xFF]) { return "UTF-32BE" }
        if begins([0xFF, 0xFE]) { return "UTF-16LE" }
        if begins([0xFE, 0xFF]) { return "UTF-16BE" }
        guard index(of: 0, in: head) != nil else { return nil }
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
        return switch zeros {
        case let (a, b, c, d) where none(a) && most(b) && most(c) && most(d): "UTF-32LE"
        case let (a, b, c, d) where most(a) && most(b) && most(c) && none(d): "UTF-32BE"
        case let (a, b, c, d) where none(a) && most(b) && none(c) && most(d): "UTF-16LE"
        case let (a, b, c, d) where most(a) && none(b) && most(c) && none(d): "UTF-16BE"
        default: nil
        }
    }

    /// ISO 2022, whose escapes are valid UTF-8 too.
    static func escaped(in text: UnsafeRawBufferPointer) -> String? {
        guard let index = index(of: 0x1B, in: text), index + 2 < text.count else { return nil }
        let (first, second) = (text[index + 1], text[index + 2])
        // ESC $ and ESC ( choose a set of characters; ESC [ would be a terminal's colours.
        switch first {
        case 0x24 where second == 0x40 || second == 0x42 || second == 0x28: return "ISO-2022-JP"
        case 0x24 where second == 0x29: return "ISO-2022-KR or ISO-2022-CN"
        case 0x28 where second == 0x42 || second == 0x49 || second == 0x4A: return "ISO-2022-JP"
        default: return nil
        }
    }

    /// A guess at what is no UTF-8, by the bytes that Windows-1252 uses for quotes and dashes.
    static func guess(in text: UnsafeRawBufferPointer) -> String? {
        var quotes = 0
        var high = 0
        for byte in text.prefix(65_536) where byte >= 0x80 {
            high += 1
            if (0x91...0x97).contains(byte) || byte == 0x85 || byte == 0x80 { quotes += 1 }
        }
        // More than one byte in five beyond ASCII: a script of two bytes a character, or a binary.
        guard high * 5 < min(text.count, 65_536) else { return nil }
        return quotes * 4 >= high
            ? "Windows-1252" : "ISO-8859-1, Windows-1252 or another encoding of one byte"
    }
}
