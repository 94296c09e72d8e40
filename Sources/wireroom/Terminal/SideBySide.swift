import Judging

/// Two texts beside each other, passage by passage: what both have is shortened, what differs stands out.
struct SideBySide {
    /// Whether long passages are shown to their ends.
    var isWhole = false
    let inColour: Bool
    private let layout: TextLayout
    private let column: Int

    /// Characters at the beginning and the end of a passage that is shortened.
    private static let shared = (beginning: 80, ending: 50)
    private static let different = (beginning: 600, ending: 100)

    init(columns: Int, inColour: Bool) {
        layout = TextLayout(columns: columns)
        column = max(16, (min(columns, 160) - 3) / 2)
        self.inColour = inColour
    }

    func text(_ passages: [Passage], older: String, newer: String) -> String {
        let head = row(older, newer, " ", style: .plain)
        let rule = String(repeating: "─", count: column)
        return ([head, "\(rule)─┼─\(rule)"] + passages.map(rows)).joined(separator: "\n") + "\n"
    }

    /// What the signs between the columns mean.
    static let legend =
        "= in both   ≠ replaced   ~ a few letters   < older only   > newer only   ↕ moved"

    private func rows(_ passage: Passage) -> String {
        let limits = passage.kind == .same || passage.kind == .moved ? Self.shared : Self.different
        return row(
            shortened(passage.older, limits), shortened(passage.newer, limits),
            sign(passage.kind), style: passage.kind == .same ? .faint : .changed)
    }

    private func sign(_ kind: Passage.Kind) -> String {
        switch kind {
        case .same: "="
        case .replaced: "≠"
        case .damaged: "~"
        case .removed: "<"
        case .added: ">"
        case .moved: "↕"
        }
    }

    private enum Style { case plain, faint, changed }

    private func row(_ older: String, _ newer: String, _ sign: String, style: Style) -> String {
        let left = lines(older)
        let right = lines(newer)
        return (0..<max(left.count, right.count, 1)).map { line in
            let first = line < left.count ? left[line] : ""
            let second = line < right.count ? right[line] : ""
            let space = String(repeating: " ", count: max(0, column - TextLayout.width(first)))
            let middle = line == 0 && style != .plain ? sign : "│"
            let cells = (painted(first, style, "31") + space, painted(second, style, "32"))
            return "\(cells.0) \(middle)" + (second.isEmpty ? "" : " \(cells.1)")
        }.joined(separator: "\n")
    }

    private func lines(_ text: String) -> [String] {
        text.isEmpty
            ? []
            : text.split(separator: "\n", omittingEmptySubsequences: true).flatMap {
                layout.lines($0, columns: column)
            }
    }

    private func painted(_ text: String, _ style: Style, _ colour: String) -> String {
        switch style {
        case .plain: text
        case .faint: TerminalText.faint(text, inColour: inColour)
        case .changed: TerminalText.marked(text, colour, inColour)
        }
    }

    private func shortened(_ text: String, _ limits: (beginning: Int, ending: Int)) -> String {
        guard !isWhole, text.count > limits.beginning + limits.ending + 20 else { return text }
        let beginning = text.prefix(limits.beginning)
        let ending = text.suffix(limits.ending)
        // Words are not cut where there are spaces between them.
        let first = beginning.lastIndex(of: " ").map { beginning[..<$0] } ?? beginning
        let last = ending.firstIndex(of: " ").map { ending[$0...] } ?? ending
        return first.trimmed + " … " + last.trimmed
    }
}

extension Substring {
    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
