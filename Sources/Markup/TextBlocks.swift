/// Takes the text out of a part of a document of HTML, as blocks, in their order.
package struct TextBlocks {
    private let tree: MarkupTree
    private var blocks: [TextBlock] = []
    /// The elements around the current place that matter to it, outermost first.
    private var open: [Open] = []
    private var text: [UInt8] = []
    /// A blank was met since the last character.
    private var hasBlank = false
    /// How many cells were begun since the last character: nothing is written of empty ones at the
    /// end of a row.
    private var newCells = 0
    /// Where a custom element ended that may be a block: how much text there was.
    private var customEnd: Int?

    private struct Open {
        var node: Int
        var tag: Tag
        /// Of a list whose items have numbers.
        var numbering: ListNumbering?
        /// In a row of a table of data, the cells so far.
        var cells = 0
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
            while let last = open.last, tree.end(last.node) <= node { close(before: node) }
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
            if tag == .sup, node != first, addSuperscript(node) {
                node = tree.end(node)
                continue
            }
            enter(node, tag)
            node += 1
        }
        while !open.isEmpty { close(before: nil) }
        flush()
    }

    private mutating func enter(_ node: Int, _ tag: Tag) {
        switch tag {
        case .br: lineBreak()
        case .td, .th:
            if isInRow { beginCell() } else { begin(node, tag) }
        case .table:
            begin(node, tag)
            open[open.count - 1].isData = isData(node)
        case .ol:
            begin(node, tag)
            if open.last?.node == node {
                open[open.count - 1].numbering = ListNumbering(of: node, in: tree)
            }
        case .li:
            begin(node, tag)
            if let list = open.lastIndex(where: { $0.tag == .ol || $0.tag == .ul }) {
                open[list].numbering?.begin(node, in: tree)
            }
        case .hr: flush()
        case .other: if CustomElement.mayBeBlock(node, in: tree) { beginCustom(node) }
        default:
            if tag.isBlock { begin(node, tag) }
        }
    }

    private mutating func begin(_ node: Int, _ tag: Tag) {
        // The cells of a table of data are parts of its rows.
        if isInRow { return blank() }
        flush()
        open.append(Open(node: node, tag: tag))
    }

    /// Ends the innermost element.
    /// - Parameter next: the node after it, where there is one.
    private mutating func close(before next: Int?) {
        if open.last?.tag == .other { endCustom(before: next) } else { flush() }
        open.removeLast()
    }

    /// Begins an element that may be a block: its words are not those before it, and where it
    /// follows the end of a sentence without a blank it is a paragraph of its own.
    private mutating func beginCustom(_ node: Int) {
        if isInRow || isPreformatted { return blank() }
        let isNext = !hasBlank || customEnd == text.count
        if isNext, CustomElement.endsSentence(text) { flush() } else { blank() }
        open.append(Open(node: node, tag: .other))
    }

    private mutating func endCustom(before next: Int?) {
        let isFollowed =
            next.flatMap { tree.text($0).first }.map { !Self.isBlank($0) } ?? false
        if isFollowed, !hasBlank, CustomElement.endsSentence(text) { flush() } else { blank() }
        customEnd = text.count
    }

    /// Adds what is raised above the line in a way of its own.
    /// - Returns: whether it did, and the element is done with.
    private mutating func addSuperscript(_ node: Int) -> Bool {
        switch Superscript(of: node, in: tree) {
        case .noteMark: return true
        case .raised(let characters):
            characters.withUnsafeBytes { add($0) }
            return true
        case .other: return false
        }
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

    private mutating func beginCell() {
        blank()
        if open[open.count - 1].cells > 0 { newCells += 1 }
        open[open.count - 1].cells += 1
    }

    private mutating func endCells() {
        for _ in 0..<newCells {
            if let last = text.last, last != 0x20 { text.append(0x20) }
            text += [0x7C, 0x20]
        }
        newCells = 0
    }

    private mutating func add(_ bytes: UnsafeRawBufferPointer) {
        if isPreformatted {
            text += bytes
            return
        }
        for byte in bytes {
            if Self.isBlank(byte) {
                hasBlank = true
            } else {
                if hasBlank {
                    hasBlank = false
                    if newCells > 0 { endCells() }
                    if let last = text.last, last != 0x20, last != 0x0A { text.append(0x20) }
                }
                text.append(byte)
            }
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0C, 0x0D: true
        default: false
        }
    }

    /// Ends the block that is being gathered.
    private mutating func flush() {
        hasBlank = false
        newCells = 0
        customEnd = nil
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
                let list = open.last { $0.tag == .ol || $0.tag == .ul }
                guard let numbering = list?.numbering else { return .item(number: nil) }
                return .item(number: numbering.number, style: numbering.style)
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
