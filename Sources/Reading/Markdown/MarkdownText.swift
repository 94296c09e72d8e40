import CCommonMark
import Markup

/// A text in Markdown as blocks of plain text, by CommonMark: headings, lists, quotations and code
/// keep their shape, links their text. Tables with bars, which CommonMark does not know, are rows.
struct MarkdownText {
    private var blocks: [TextBlock] = []

    /// - Parameter text: valid UTF-8.
    init(_ text: UnsafeRawBufferPointer) {
        guard MarkdownBounds.allow(text) else {
            // One block, as it stands.
            blocks = [TextBlock(kind: .preformatted, text: Array(text), node: 0)]
            return
        }
        guard let start = text.baseAddress?.assumingMemoryBound(to: CChar.self),
            let document = cmark_parse_document(start, text.count, CMARK_OPT_DEFAULT)
        else { return }
        defer { cmark_node_free(document) }
        guard let iterator = cmark_iter_new(document) else { return }
        defer { cmark_iter_free(iterator) }
        var walk = MarkdownWalk()
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { break }
            if event == CMARK_EVENT_ENTER { walk.enter(node) } else { walk.leave(node) }
        }
        blocks = walk.blocks
    }

    /// All of it, its blocks parted by empty lines.
    var plain: [UInt8] { blocks.plainText }

    /// Takes the heading away that stands over the text; nil where there is none of the first level.
    mutating func takeHeadline() -> String? {
        guard let first = blocks.first, first.kind == .heading(1) else { return nil }
        blocks.removeFirst()
        return String(decoding: first.text, as: UTF8.self)
    }
}
