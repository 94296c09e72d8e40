/// Takes the text out of a part of a document of HTML, as blocks, in their order.
package struct TextBlocks {
    private let tree: MarkupTree
    private var blocks: [TextBlock] = []
    /// The elements around the current place that matter to it, outermost first.
    private var open: [Open] = []
    private var text: [UInt8] = []
    /// A blank was met since the last character.
    private var hasBlank = false

    private struct Open {
        var node: Int
        var tag: Tag
        /// In a list, the items so far; nil where they have no numbers.
        var items: Int?
        /// A table of data, not one that lays out the page.
        var isData = false
    }

    private init(_ tree: MarkupTree) { self.tree = tree }

    /// - Parameters:
    ///   - node: the element whose text is wanted, itself included.
    ///   - isLeftOut: whether a node and all in it is left out, beside what is never shown.
    package static func blocks(
        of node: Int, in tree: MarkupTree, leavingOut isLeftOut: (Int) -> Bool = { _ in false }
    ) -> [TextBlock] {
        var blocks = TextBlocks(tree)
        blocks.walk(from: node, isLeftOut)
        return blocks.blocks
    }

    /// The plain text of a fragment of HTML; of text without any markup, the text.
    package static func plainText(html: [UInt8]) throws(MarkupFault) -> [UInt8] {
        guard html.contains(where: { $0 == 0x3C || $0 == 0x26 }) else { return html }
        return blocks(of: 0, in: try MarkupTree(html: html)).plainText
    }

    private mutating func walk(from first: Int, _ isLeftOut: (Int) -> Bool) {
        var node = first
        let end = tree.end(first)
        while node < end {
            while let last = open.last, tree.end(last.node) <= node { close() }
            if tree.isText(node) {
                add(tree.text(node))
                node += 1
                continue
            }
            let tag = tree.tag(node)
            if (tag.isHidden && node != first) || isLeftOut(node) {
                node = tree.end(node)
                continue
            }
            enter(node, tag)
            node += 1
        }
        while !open.isEmpty { close() }
        flush()
    }

    private mutating func enter(_ node: Int, _ tag: Tag) {
        switch tag {
        case .br: lineBreak()
        case .td, .th:
            if isInRow { endCell() } else { begin(node, tag) }
        case .table:
            begin(node, tag)
            open[open.count - 1].isData = isData(node)
        case .ol: begin(node, tag, items: 0)
        case .li:
            begin(node, tag)
            if let list = open.lastIndex(where: { $0.tag == .ol || $0.tag == .ul }),
                let items = open[list].items
            {
                open[list].items = items + 1
            }
        case .hr: flush()
        default:
            if tag.isBlock { begin(node, tag) }
        }
    }

    private mutating func begin(_ node: Int, _ tag: Tag, items: Int? = nil) {
        // The cells of a table of data are parts of its rows.
        if isInRow { return blank() }
        flush()
        open.append(Open(node: node, tag: tag, items: items))
    }

    private mutating func close() {
        flush()
        open.removeLast()
    }

    private var isInRow: Bool {
        guard let row = open.last, row.tag == .tr else { return false }
        return open.last { $0.tag == .table }?.isData ?? false
    }

    private var isPreformatted: Bool { open.last?.tag == .pre }

    private mutating func blank() { hasBlank = true }

    private mutating func lineBreak() {
        if isInRow { return blank() }
        hasBlank = false
        // Two breaks are how old pages part paragraphs.
        if text.last == 0x0A, !isPreformatted { return flush() }
        if !text.isEmpty { text.append(0x0A) }
    }

    private mutating func endCell() {
        guard !text.isEmpty else { return }
        hasBlank = false
        text += [0x20, 0x7C, 0x20]
    }

    private mutating func add(_ bytes: UnsafeRawBufferPointer) {
        if isPreformatted {
            text += bytes
            return
        }
        for byte in bytes {
            switch byte {
            case 0x20, 0x09, 0x0A, 0x0C, 0x0D: hasBlank = true
            default:
                if hasBlank {
                    hasBlank = false
                    if let last = text.last, last != 0x20, last != 0x0A { text.append(0x20) }
                }
                text.append(byte)
            }
        }
    }

    /// Ends the block that is being gathered.
    private mutating func flush() {
        hasBlank = false
        while let last = text.last, last == 0x20 || last == 0x0A || last == 0x0D || last == 0x09 {
            text.removeLast()
        }
        if text.allSatisfy({ $0 == 0x20 || $0 == 0x7C || $0 == 0x0A }) { text.removeAll() }
        guard !text.isEmpty else { return }
        blocks.append(TextBlock(kind: kind, text: text, node: open.last?.node ?? 0))
        text.removeAll(keepingCapacity: true)
    }

    private var kind: TextBlock.Kind {
        var isQuoted = false
        for element in open.reversed() {
            switch element.tag {
            case .tr where isInRow: return .row
            case .pre: return .preformatted
            case .blockquote: isQuoted = true
            case .li:
                // What follows in an item is a paragraph of its own.
                if blocks.last.map({ isInside($0.node, element.node) }) ?? false {
                    return isQuoted ? .quotation : .paragraph
                }
                return .item(number: open.last { $0.tag == .ol || $0.tag == .ul }?.items)
            default:
                if let level = element.tag.headingLevel { return .heading(level) }
            }
        }
        return isQuoted ? .quotation : .paragraph
    }

    private func isInside(_ node: Int, _ element: Int) -> Bool {
        node >= element && node < tree.end(element)
    }

    /// Whether a table has short cells in rows: others lay out a page.
    private func isData(_ table: Int) -> Bool {
        var rows = 0
        var cells = 0
        var bytes = 0
        for node in table + 1..<tree.end(table) {
            switch tree.tag(node) {
            case .tr: rows += 1
            case .td, .th: cells += 1
            case .table, .article, .section, .h1, .h2, .form: return false
            case .p, .div, .ul, .ol: bytes += 40
            default: bytes += tree.text(node).count
            }
        }
        return rows > 1 && cells > rows && bytes < cells * 200
    }
}
