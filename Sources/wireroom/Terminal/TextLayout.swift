import Platform

/// Breaks text into lines for a terminal, in columns: a letter of Chinese or Japanese takes two, a
/// mark that stands over another letter none.
struct TextLayout {
    let columns: Int

    init(columns: Int) { self.columns = max(20, columns) }

    /// The paragraphs of a text, which are separated by line feeds, each broken into lines.
    func wrapped(_ text: some StringProtocol, indent: String = "") -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { paragraph in
            lines(paragraph, columns: columns - indent.count).map { $0.isEmpty ? "" : indent + $0 }
                .joined(separator: "\n")
        }.joined(separator: "\n")
    }

    /// A value behind its name, the further lines of it below its first one.
    func row(_ name: String, _ value: String, indent: Int, inColour: Bool) -> String {
        let text = wrapped(value, indent: String(repeating: " ", count: indent))
        return TerminalText.faint(name, inColour: inColour) + text.dropFirst(name.count)
    }

    /// A word that is longer than a line stays whole: it may be an address to be copied.
    func lines(_ paragraph: some StringProtocol, columns: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var width = 0
        var isAfterSpace = false
        for piece in pieces(TerminalText.safe(String(paragraph))) {
            if piece.text == " " {
                isAfterSpace = !line.isEmpty
                continue
            }
            let space = isAfterSpace ? 1 : 0
            if !line.isEmpty, width + space + piece.width > columns {
                lines.append(line)
                (line, width) = (piece.text, piece.width)
            } else {
                line += (isAfterSpace ? " " : "") + piece.text
                width += space + piece.width
            }
            isAfterSpace = false
        }
        lines.append(line)
        return lines
    }

    private struct Piece {
        var text: String
        var width: Int
    }

    /// Spaces, and between them what stays on one line.
    private func pieces(_ text: String) -> [Piece] {
        var pieces: [Piece] = []
        var previous: Character = " "
        for character in text {
            let width = Self.width(character)
            if character == " " || previous == " " || Self.mayPart(previous, character) {
                pieces.append(Piece(text: String(character), width: width))
            } else {
                pieces[pieces.count - 1].text.append(character)
                pieces[pieces.count - 1].width += width
            }
            previous = character
        }
        return pieces
    }

    /// Wide letters may stand on lines of their own, but no line begins with a mark that closes, and
    /// none ends with one that opens.
    private static func mayPart(_ first: Character, _ second: Character) -> Bool {
        (width(first) == 2 || width(second) == 2) && !opening.contains(first)
            && !closing.contains(second)
    }

    private static let opening: Set<Character> = Set("（「『【《〈“‘(")
    private static let closing: Set<Character> = Set("、。，．！？；：）」』】》〉”’…ー,.!?;:)")

    static func width(_ text: String) -> Int { text.reduce(0) { $0 + width($1) } }

    private static func width(_ character: Character) -> Int {
        min(2, character.unicodeScalars.reduce(0) { max($0, UnicodeData.width(of: $1.value)) })
    }
}
