/// Elements with names of a page's own ("x-paragraph"): they may stand as blocks or in lines, and
/// only the page's style sheet knows.
enum CustomElement {
    /// What holds less text is a word in a line.
    private static let leastBytes = 60
    /// No more nodes are looked through for it.
    private static let mostNodes = 64

    /// Whether an element has a name of its own and holds so much text that it may stand as a block.
    static func mayBeBlock(_ node: Int, in tree: MarkupTree) -> Bool {
        guard tree.tag(node) == .other, tree.name(node).utf8.contains(0x2D) else { return false }
        var bytes = 0
        for part in node + 1..<min(tree.end(node), node + 1 + mostNodes) {
            bytes += tree.text(part).count
            if bytes >= leastBytes { return true }
        }
        return false
    }

    /// Whether a text ends with the end of a sentence, also in quotation marks or brackets.
    static func endsSentence(_ text: [UInt8]) -> Bool {
        var rest = text[...]
        while let closing = closings.first(where: { rest.endsWith($0) }) {
            rest = rest.dropLast(closing.count)
        }
        return ends.contains { rest.endsWith($0) }
    }

    private static let closings = ["\"", "'", ")", "”", "’", "»", "」"].map { Array($0.utf8) }
    private static let ends = [".", "!", "?", "…", "。", "！", "？"].map { Array($0.utf8) }
}

extension ArraySlice<UInt8> {
    fileprivate func endsWith(_ end: [UInt8]) -> Bool { suffix(end.count).elementsEqual(end) }
}
