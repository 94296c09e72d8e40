/// Text of articles for a terminal.
enum TerminalText {
    /// Nothing of a text may steer the terminal.
    static func safe(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        return String(
            String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? " " : $0 }))
    }

    static func bold(_ text: String, inColour: Bool) -> String { marked(text, "1", inColour) }

    static func faint(_ text: String, inColour: Bool) -> String { marked(text, "2", inColour) }

    /// With a rendition of ECMA-48 (SGR), where there is a text and a terminal that shows it.
    static func marked(_ text: String, _ rendition: String, _ inColour: Bool) -> String {
        inColour && !text.isEmpty ? "\u{1B}[\(rendition)m\(text)\u{1B}[0m" : text
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }
}
