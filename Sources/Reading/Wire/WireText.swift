/// The text of wires, whose lines are broken by width and whose paragraphs are indented.
enum WireText {
    /// Paragraphs, parted by empty lines: one begins after an empty line and where a line is indented.
    /// The lines of tables stay apart, as they are.
    static func paragraphs(_ text: [UInt8], isTable: Bool = false) -> [UInt8] {
        var plain: [UInt8] = []
        var wasEmpty = true
        for line in lines(text) {
            guard let first = line.firstIndex(where: { $0 > 0x20 }) else {
                wasEmpty = true
                continue
            }
            let isIndented = first > line.startIndex
            let begins = wasEmpty || isIndented || isTable
            if !plain.isEmpty {
                plain += begins ? (isTable && !wasEmpty ? [0x0A] : [0x0A, 0x0A]) : [0x20]
            }
            plain += line[first...].map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }.trimmed
            wasEmpty = false
        }
        return plain
    }

    /// Ended by line feeds or carriage returns, in whatever order and number: wires repeat the one to
    /// be sure.
    private static func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        var at = 0
        while at < text.count {
            guard text[at] == 0x0A || text[at] == 0x0D else {
                at += 1
                continue
            }
            lines.append(text[start..<at])
            var feeds = 0
            var returns = 0
            while at < text.count, text[at] == 0x0A || text[at] == 0x0D {
                if text[at] == 0x0A { feeds += 1 } else { returns += 1 }
                at += 1
            }
            // An empty line between.
            if feeds > 1 || feeds == 0 && returns > 1 { lines.append([]) }
            start = at
        }
        lines.append(text[start...])
        return lines
    }
}
