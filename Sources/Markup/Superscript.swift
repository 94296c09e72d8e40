/// What stands raised above the line.
enum Superscript {
    /// The mark of a note, which is no part of the text and would look like one of its digits.
    case noteMark
    /// A power or a charge, in characters that are raised themselves, UTF-8.
    case raised([UInt8])
    /// Anything else: "1st", "[3]".
    case other

    /// The longest mark or power, in bytes.
    private static let longest = 16

    /// - Parameter node: an element `sup`.
    init(of node: Int, in tree: MarkupTree) {
        self = .other
        var text: [UInt8] = []
        var isLinked = true
        for part in node + 1..<tree.end(node) where tree.isText(part) {
            let visible = tree.text(part).filter { $0 > 0x20 }
            if visible.isEmpty { continue }
            text += visible
            if text.count > Self.longest { return }
            isLinked = isLinked && Self.isInPageLink(part, inside: node, tree)
        }
        // In brackets, "[3]", a mark cannot be taken for a part of the word or number before it.
        guard !text.isEmpty, text.first != 0x5B else { return }
        if isLinked || Self.isMark(text) {
            self = .noteMark
        } else if let raised = Self.raised(text) {
            self = .raised(raised)
        }
    }

    /// Whether a text stands in a link to a part of the same page, inside an element.
    private static func isInPageLink(
        _ text: Int, inside element: Int, _ tree: MarkupTree
    ) -> Bool {
        var node = tree.parent(text)
        while node > element {
            if tree.tag(node) == .a {
                return tree.attribute("href", of: node)?.first { $0 > 0x20 } == 0x23
            }
            node = tree.parent(node)
        }
        return false
    }

    private static func isMark(_ text: [UInt8]) -> Bool {
        ["*", "**", "***", "†", "‡"].contains { text.elementsEqual($0.utf8) }
    }

    private static func raised(_ text: [UInt8]) -> [UInt8]? {
        var raised: [UInt8] = []
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            guard let sign = signs[scalar] else { return nil }
            raised += sign.utf8
        }
        return raised
    }

    private static let signs: [Unicode.Scalar: String] = [
        "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷",
        "8": "⁸", "9": "⁹", "+": "⁺", "-": "⁻", "−": "⁻", "n": "ⁿ",
    ]
}
