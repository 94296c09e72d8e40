/// Joins the lines of texts that were wrapped to a width, as in mail and on the wire.
///
/// Wrapping leaves a mark that neither lists, verse nor paragraphs of one line leave: hardly a line
/// has room for the first word of the line after it, and many of those words are in lower case.
/// Only neighbours without an empty line between them are ever joined, and a line that had room
/// stays as it is.
enum Unwrapping {
    /// Widths, in columns, that text is wrapped to.
    private static let widths = 36...132
    /// Four bytes to a column at most, with room for a margin.
    private static let longestLine = 4 * 132

    static func paragraphs(of text: CleanText) -> ([UInt8], [Paragraph]) {
        let unjoined = { text.lines.map { Paragraph(range: $0.range, line: $0.number) } }
        guard let width = wrappedWidth(of: text) else { return (text.bytes, unjoined()) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.bytes.count)
        var paragraphs: [Paragraph] = []
        for (index, line) in text.lines.enumerated() {
            let start: Int
            if index > 0, joins(text, index - 1, width), let last = paragraphs.last {
                start = last.range.lowerBound
                if needsSpace(bytes, before: text.bytes[line.range]) { bytes.append(0x20) }
                paragraphs.removeLast()
                bytes.append(contentsOf: text.bytes[line.range])
                paragraphs.append(Paragraph(range: start..<bytes.count, line: last.line))
            } else {
                start = bytes.count
                bytes.append(contentsOf: text.bytes[line.range])
                paragraphs.append(Paragraph(range: start..<bytes.count, line: line.number))
            }
        }
        return (bytes, paragraphs)
    }

    /// The width that the text was wrapped to, or nil.
    private static func wrappedWidth(of text: CleanText) -> Int? {
        let lines = text.lines
        guard lines.count >= 3 else { return nil }
        var pairs = 0
        var long = 0
        var capitals = 0
        for index in 1..<lines.count where adjoins(lines, index) {
            pairs += 1
            if lines[index - 1].range.count > longestLine { long += 1 }
            if text.bytes[lines[index].range.lowerBound].isASCIIUpper { capitals += 1 }
        }
        // Where most lines begin with capitals, they are paragraphs, items or verse.
        guard pairs >= 2, long * 20 <= pairs, capitals * 10 <= pairs * 6 else { return nil }

        var inner: [Int] = []
        inner.reserveCapacity(pairs)
        for index in 1..<lines.count where adjoins(lines, index) {
            inner.append(columns(text.bytes[lines[index - 1].range]))
        }
        let width = inner.sorted()[(inner.count - 1) * 97 / 100]
        guard widths.contains(width) else { return nil }

        var full = 0
        var lower = 0
        var cased = 0
        var stopped = 0
        var position = 0
        for index in 1..<lines.count where adjoins(lines, index) {
            let next = text.bytes[lines[index].range]
            if inner[position] + 1 + columns(next.firstWord) > width { full += 1 }
            position += 1
            if text.bytes[lines[index - 1].range].endsSentence { stopped += 1 }
            switch next.firstWord.letterCase {
            case .lower: (cased, lower) = (cased + 1, lower + 1)
            case .upper: cased += 1
            case .none: break
            }
        }
        // Where a script has no case, the lines' fullness has to speak alone, and louder.
        let isProse = cased > 0 ? lower * 10 >= cased * 4 : full == pairs && pairs >= 4
        return full * 20 >= pairs * 17 && isProse && stopped * 10 <= pairs * 4 ? width : nil
    }

    /// Whether a line may go on the one before it: neither an empty line nor an indent parts them.
    private static func adjoins(_ lines: [CleanText.Line], _ index: Int) -> Bool {
        let line = lines[index]
        return !line.followsGap && !(line.isIndented && !lines[index - 1].isIndented)
    }

    /// Whether a line goes on in the next one.
    private static func joins(_ text: CleanText, _ index: Int, _ width: Int) -> Bool {
        let line = text.lines[index]
        let next = text.lines[index + 1]
        guard adjoins(text.lines, index + 1), line.range.count <= longestLine else { return false }
        return columns(text.bytes[line.range])
            + 1 + columns(text.bytes[next.range].firstWord) > width
    }

    /// A hyphen at the end of a line joins without a space, and so do two Han or kana.
    private static func needsSpace(_ bytes: [UInt8], before next: Passage) -> Bool {
        guard let last = bytes.last, let first = next.first else { return false }
        if last == 0x2D, bytes.count >= 2, bytes[bytes.count - 2].isASCIILetter {
            return !first.isASCIILetter
        }
        guard first >= 0xE3 && first <= 0xE9, bytes.count >= 3 else { return true }
        let lead = bytes[bytes.count - 3]
        return !(lead >= 0xE3 && lead <= 0xE9)
    }

    /// Columns on a terminal: two for a Han, kana or Hangul scalar, one for any other.
    private static func columns(_ passage: Passage) -> Int {
        var columns = 0
        for byte in passage.prefix(longestLine + 1) where byte & 0xC0 != 0x80 {
            columns += byte >= 0xE3 && byte <= 0xED ? 2 : 1
        }
        return columns
    }
}
