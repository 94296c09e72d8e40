/// The form in which phrases are compared.
enum Folding {
    static func fold(_ passage: Passage) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(passage.count)
        var at = passage.startIndex
        while at < passage.endIndex {
            let byte = passage[at]
            if byte < 0x80 {
                if out.isEmpty && isLeadIn(byte) { at += 1; continue }
                out.append(byte.isASCIIUpper ? byte | 0x20 : byte)
                at += 1
                continue
            }
            let (scalar, length) = passage.scalar(at: at)
            let end = min(at + length, passage.endIndex)
            switch scalar {
            case 0x2018, 0x2019, 0x02BC: out.append(0x27)
            case 0x201C, 0x201D, 0x201E, 0xAB, 0xBB, 0x300C, 0x300D, 0x300E, 0x300F:
                if out.isEmpty && scalar == 0xBB { break }  // » as an arrow.
                out.append(0x22)
            case 0xFF1A: out.append(0x3A)
            case 0xFF0C: out.append(0x2C)
            case 0xFF08: out.append(0x28)
            case 0xFF09: out.append(0x29)
            case 0xFF0F: out.append(0x2F)
            case 0xFF5C: out.append(0x7C)
            case 0x3010: out.append(0x5B)
            case 0x3011: out.append(0x5D)
            case 0xC0...0xDE where scalar != 0xD7: append(scalar + 0x20, to: &out)
            case 0x410...0x42F: append(scalar + 0x20, to: &out)
            case 0x401: append(0x451, to: &out)
            case 0x2190...0x21FF, 0x25A0...0x27BF, 0x2022, 0x1F300...0x1FAFF, 0xFE0F:
                if !out.isEmpty { out.append(contentsOf: passage[at..<end]) }
            default: out.append(contentsOf: passage[at..<end])
            }
            at = end
        }
        return out
    }

    private static func isLeadIn(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x2A || byte == 0x3E || byte == 0x7C || byte == 0x2D
    }

    /// A scalar below U+0800, as UTF-8.
    private static func append(_ scalar: UInt32, to out: inout [UInt8]) {
        out.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
        out.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }
}
