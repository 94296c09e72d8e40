import Markup

/// A part of a page that was kept out of the article's text.
package struct PageCut {
    package var rule: CutRule
    /// The element that it stands in, or is.
    package var node: Int
    /// What was cut; nil where all in the element was.
    package var block: TextBlock?

    /// How it begins, as plain text on one line.
    package func opening(in tree: MarkupTree, bytes: Int = 120) -> String {
        var text: [UInt8] = []
        if let block {
            text = block.text
        } else {
            for inside in node..<tree.end(node) where text.count < bytes * 4 {
                text += tree.text(inside)
                // Of a button and what stands beside it.
                if tree.isText(inside) { text.append(0x20) }
            }
        }
        let words = String(decoding: text, as: UTF8.self)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.utf8.count > bytes ? words.prefix(bytes) + "…" : words
    }
}

extension Pruning {
    /// The elements that were cut out of one.
    func cuts(in node: Int) -> [PageCut] {
        rules.filter { $0.key > node && $0.key < end(node) }
            .map { PageCut(rule: $0.value, node: $0.key, block: nil) }
            .sorted { $0.node < $1.node }
    }
}
