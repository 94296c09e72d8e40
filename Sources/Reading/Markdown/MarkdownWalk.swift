import CCommonMark
import Markup

/// Gathers blocks of plain text on the way through a document of CommonMark.
struct MarkdownWalk {
    private(set) var blocks: [TextBlock] = []
    /// The lines of the paragraph or heading that is open.
    private var lines: [[UInt8]] = [[]]
    /// How many quotations are open.
    private var quotations = 0
    /// Of the lists that are open, the numbers of their next items; nil for lists without numbers.
    private var lists: [Int?] = []
    /// An item was begun and has no block yet.
    private var isItemNew = false
    /// How many pictures are open, whose texts only stand for them.
    private var pictures = 0

    mutating func enter(_ node: OpaquePointer) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_BLOCK_QUOTE: quotations += 1
        case CMARK_NODE_LIST:
            let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
            lists.append(isOrdered ? Int(cmark_node_get_list_start(node)) : nil)
        case CMARK_NODE_ITEM: isItemNew = true
        case CMARK_NODE_CODE_BLOCK: code(node)
        case CMARK_NODE_HTML_BLOCK: html(node)
        case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING: lines = [[]]
        case CMARK_NODE_TEXT, CMARK_NODE_CODE:
            if pictures == 0 { append(literal(of: node)) }
        case CMARK_NODE_SOFTBREAK:
            if pictures == 0 { lines.append([]) }
        case CMARK_NODE_LINEBREAK:
            if pictures == 0 { append([0x0A]) }
        case CMARK_NODE_IMAGE: pictures += 1
        default: break
        }
    }

    mutating func leave(_ node: OpaquePointer) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_BLOCK_QUOTE: quotations -= 1
        case CMARK_NODE_LIST: _ = lists.popLast()
        case CMARK_NODE_ITEM:
            isItemNew = false
            if let last = lists.indices.last, let number = lists[last] {
                lists[last] = number &+ 1
            }
        case CMARK_NODE_PARAGRAPH:
            if let rows = MarkdownTable.rows(of: lines) {
                blocks += rows.map { TextBlock(kind: .row, text: $0, node: 0) }
            } else {
                add(Array(lines.joined(separator: [0x20])))
            }
        case CMARK_NODE_HEADING:
            let level = Int(cmark_node_get_heading_level(node))
            add(Array(lines.joined(separator: [0x20])), as: .heading(level))
        case CMARK_NODE_IMAGE: pictures -= 1
        default: break
        }
    }

    private mutating func append(_ bytes: some Sequence<UInt8>) {
        lines[lines.count - 1].append(contentsOf: bytes)
    }

    private mutating func add(_ text: [UInt8], as kind: TextBlock.Kind? = nil) {
        defer { isItemNew = false }
        guard text.contains(where: { $0 > 0x20 }) else { return }
        let ownKind: TextBlock.Kind =
            if let kind { kind } else if isItemNew, let list = lists.last {
                .item(number: list)
            } else { quotations > 0 ? .quotation : .paragraph }
        blocks.append(TextBlock(kind: ownKind, text: text, node: 0))
    }

    private mutating func code(_ node: OpaquePointer) {
        var text = literal(of: node)
        while let last = text.last, last <= 0x20 { text.removeLast() }
        add(text, as: .preformatted)
    }

    /// Markup between the paragraphs: what it says, and nothing where it cannot be held.
    private mutating func html(_ node: OpaquePointer) {
        do throws(MarkupFault) {
            let tree = try MarkupTree(html: literal(of: node))
            blocks += TextBlocks.blocks(of: 0, in: tree)
        } catch {
            add(literal(of: node), as: .preformatted)
        }
    }

    private func literal(of node: OpaquePointer) -> [UInt8] {
        guard let literal = cmark_node_get_literal(node) else { return [] }
        return Array(String(cString: literal).utf8)
    }
}

/// Tables as GitHub writes them: a line of names, a line of dashes and bars, then rows.
enum MarkdownTable {
    /// The rows of a paragraph that is a table, cells parted by " | "; nil for any other.
    static func rows(of lines: [[UInt8]]) -> [[UInt8]]? {
        guard lines.count >= 2, lines[0].contains(0x7C), isRule(lines[1]) else { return nil }
        return lines.indices.filter { $0 != 1 }.compactMap { row(lines[$0]) }
    }

    private static func isRule(_ line: [UInt8]) -> Bool {
        line.contains(0x2D) && line.contains(0x7C)
            && line.allSatisfy {
                $0 == 0x2D || $0 == 0x7C || $0 == 0x3A || $0 == 0x20 || $0 == 0x09
            }
    }

    private static func row(_ line: [UInt8]) -> [UInt8]? {
        let cells = line.split(separator: 0x7C).map { cell in
            String(decoding: cell, as: UTF8.self).trimmingBlanks
        }
        let row = cells.filter { !$0.isEmpty }.joined(separator: " | ")
        return row.isEmpty ? nil : Array(row.utf8)
    }
}
