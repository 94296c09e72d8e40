/// Takes the text out of `text/enriched` (RFC 1896) and its forerunner.
enum EnrichedText {
    /// Commands go, `<<` is a `<`; a single line feed is a blank, and each further one a line feed.
    static func plainText(_ text: [UInt8]) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(text.count)
        var feeds = 0
        var isHidden = false
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte == 0x0D {
                index += 1
                continue
            }
            if byte == 0x0A {
                feeds += 1
                index += 1
                continue
            }
            if feeds > 0 {
                plain += feeds == 1 ? [0x20] : [UInt8](repeating: 0x0A, count: min(feeds, 8))
                feeds = 0
            }
            guard byte == 0x3C else {
                if !isHidden { plain.append(byte) }
                index += 1
                continue
            }
            if index + 1 < text.count, text[index + 1] == 0x3C {
                if !isHidden { plain.append(byte) }
                index += 2
                continue
            }
            // A command has at most 62 bytes.
            guard let end = text[index...].prefix(64).firstIndex(of: 0x3E) else {
                plain.append(byte)
                index += 1
                continue
            }
            let command = text[index + 1..<end].map { $0 | 0x20 }
            if command.elementsEqual("param".utf8) { isHidden = true }
            // The stroke keeps its value when its bit is set.
            if command.elementsEqual("/param".utf8) { isHidden = false }
            index = end + 1
        }
        return plain
    }
}
