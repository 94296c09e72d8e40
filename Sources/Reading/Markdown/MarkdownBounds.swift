/// Keeps away from cmark 0.30 what it takes quadratic time for: 117 KB of `![[]()` need half a second
/// there, four times as many sixteen times that. No article that a person wrote comes near these.
enum MarkdownBounds {
    /// The longest text, in bytes.
    private static let longest = 1 << 20
    /// The most brackets between two empty lines.
    private static let mostBrackets = 2000
    /// The most marks of quotations, and blanks among marks and before the text, that begin a line.
    private static let mostMarks = 256

    static func allow(_ text: UnsafeRawBufferPointer) -> Bool {
        guard text.count <= longest else { return false }
        var brackets = 0
        var marks = 0
        var isAtStart = true
        var isBlank = true
        for byte in text {
            switch byte {
            case 0x0A, 0x0D:
                if isBlank { brackets = 0 }
                (marks, isAtStart, isBlank) = (0, true, true)
            case 0x20, 0x09:
                if isAtStart { marks += 1 }
            case 0x3E:
                if isAtStart { marks += 1 }
                isBlank = false
            case 0x5B, 0x5D:
                brackets += 1
                (isAtStart, isBlank) = (false, false)
            // Marks of lists, each of which a blank follows.
            case 0x2D, 0x2B, 0x2A, 0x2E, 0x29, 0x30...0x39: isBlank = false
            default: (isAtStart, isBlank) = (false, false)
            }
            guard brackets <= mostBrackets, marks <= mostMarks else { return false }
        }
        return true
    }
}
