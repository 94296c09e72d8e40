/// The form in which titles and names are compared: words in lower case, parted by one space.
enum WordFold {
    static func of(_ text: String) -> String {
        var text = text
        if let folded = text.withUTF8({ ofASCII($0) }) { return folded }
        var out = ""
        out.reserveCapacity(text.utf8.count)
        var isBetween = false
        for scalar in text.unicodeScalars {
            guard isOfWord(scalar) else {
                isBetween = true
                continue
            }
            if isBetween && !out.isEmpty { out.unicodeScalars.append(" ") }
            isBetween = false
            switch scalar.value {
            case 0x41...0x5A, 0xC0...0xDE, 0x410...0x42F:
                out.unicodeScalars.append(Unicode.Scalar(scalar.value + 0x20) ?? scalar)
            case 0x61...0x7A, 0x30...0x39, 0xDF...0xFF, 0x430...0x44F, 0x3041...:
                out.unicodeScalars.append(scalar)
            default:
                out.unicodeScalars.append(
                    contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return out
    }

    /// Letters, digits, and the marks on them; those that are frequent without a table.
    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0..<0x80, 0xD7, 0xF7: false
        case 0xC0...0xFF, 0x410...0x44F, 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF,
            0xAC00...0xD7A3:
            true
        default:
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || scalar.properties.generalCategory == .nonspacingMark
        }
    }

    /// Nil for what is not all ASCII.
    private static func ofASCII(_ text: UnsafeBufferPointer<UInt8>) -> String? {
        guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
        return String(unsafeUninitializedCapacity: text.count) { out in
            var count = 0
            var isBetween = false
            for byte in text {
                let isLetter = (0x61...0x7A).contains(byte | 0x20)
                guard isLetter || (0x30...0x39).contains(byte) else {
                    isBetween = count > 0
                    continue
                }
                if isBetween {
                    out[count] = 0x20
                    count += 1
                    isBetween = false
                }
                out[count] = isLetter ? byte | 0x20 : byte
                count += 1
            }
            return count
        }
    }
}
