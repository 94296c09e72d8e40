/// A piece of text that stands by itself on a page: a paragraph, a heading, an item of a list.
package struct TextBlock {
    package enum Kind: Hashable, Sendable {
        case paragraph
        /// 1 to 6.
        case heading(Int)
        /// Its number in a numbered list.
        case item(number: Int?, style: NumberStyle = .digits)
        case quotation
        /// Of a table; its cells are parted by " | ".
        case row
        /// Its line feeds and blanks are its own.
        case preformatted
    }

    package var kind: Kind
    /// UTF-8, without blanks at its ends; runs of blanks are one space, and a line feed stands only
    /// where the page breaks the line.
    package var text: [UInt8]
    /// The element that it stands in.
    package var node: Int

    package init(kind: Kind, text: [UInt8], node: Int) {
        self.kind = kind
        self.text = text
        self.node = node
    }

    /// As it stands in a plain text: items begin with "- " or "1. ", quotations with "> ".
    package func append(to plain: inout [UInt8]) {
        switch kind {
        case .item(nil, _): plain += [0x2D, 0x20]
        case .item(let number?, let style): plain += Array("\(style.print(number)). ".utf8)
        case .quotation: plain += [0x3E, 0x20]
        case .paragraph, .heading, .row, .preformatted: break
        }
        plain += text
    }
}

extension Sequence<TextBlock> {
    /// All of them as one plain text, parted by empty lines.
    package var plainText: [UInt8] {
        var plain: [UInt8] = []
        for block in self {
            if !plain.isEmpty { plain += [0x0A, 0x0A] }
            block.append(to: &plain)
        }
        return plain
    }
}
