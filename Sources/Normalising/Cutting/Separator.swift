/// "___", "* * *", "---": a line of marks at the end of a text, where it parts the report from what
/// was cut behind it. Between paragraphs it marks a section and stays.
struct Separator: LineRule {
    let rule = Rule.endMark
    let reach = Reach.tail

    private static let marks: Set<UInt32> = [
        0x2A, 0x2D, 0x3D, 0x5F, 0x7E, 0xB7, 0x2013, 0x2014, 0x2015, 0x2022, 0x2217, 0x2500, 0x25A0,
        0x25CF, 0x25C6, 0x2605, 0x2606, 0x2042,
    ]

    func mayTake(_ passage: Passage) -> Bool { Self.isSeparator(passage) }

    func takes(_ line: Line, _ place: Surroundings) -> Bool { Self.isSeparator(line.printed) }

    /// Three marks or more, blanks between them or not, and nothing else.
    static func isSeparator(_ passage: Passage) -> Bool {
        guard passage.count <= 240, let first = passage.first,
            !first.isASCIILetter && !first.isASCIIDigit
        else { return false }
        var count = 0
        var at = passage.startIndex
        while at < passage.endIndex {
            let (scalar, length) = passage.scalar(at: at)
            at += length
            if scalar == 0x20 { continue }
            guard marks.contains(scalar) else { return false }
            count += 1
        }
        return count >= 3
    }
}
