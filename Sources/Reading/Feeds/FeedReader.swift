import Articles
import Markup

/// RSS 0.9x, 1.0 and 2.0, and Atom 0.3 and 1.0: an entry is an article.
///
/// They share one reader, as feeds mix the words of one another. What is not well-formed is read as
/// far as the parser recovers it; of a feed that was cut off, the sender may not be done with it.
struct FeedReader: DocumentReader {
    static func items(of document: borrowing Document) throws(Reason) -> [DocumentItem] {
        let tree = try MarkupTree.mended(document.text)
        guard let root = MarkupElement.root(of: tree) else { throw .noMarkup }
        let limits = document.limits
        let feed = Feed(root, base: BaseAddress(document.origin.url))
        guard !feed.entries.isEmpty else {
            if let fault = tree.fault { throw Reason(fault) }
            throw .noEntries
        }
        guard feed.entries.count <= limits.articlesPerFile else {
            throw .tooManyArticles(limits.articlesPerFile)
        }
        return feed.entries.map { element in
            DocumentItem(
                line: element.line,
                Result { () throws(Reason) in
                    try feed.entry(element).draft(of: feed.head, limits: limits)
                })
        }
    }
}

extension MarkupTree {
    /// Whether a text ends with the end tag of its root.
    private func endsWithRoot(_ text: UnsafeRawBufferPointer) -> Bool {
        guard let root = MarkupElement.root(of: self) else { return false }
        let end = text.reversed().drop { $0 <= 0x20 }.prefix(128).reversed()
        return String(decoding: Array(end), as: UTF8.self).hasSuffix(root.name + ">")
    }

    /// XML, of what is not well-formed as much as can be had.
    /// - Throws: a `Reason` for what was cut off, is too deep, or leaves nothing.
    static func mended(_ text: UnsafeRawBufferPointer) throws(Reason) -> MarkupTree {
        do throws(MarkupFault) {
            var tree = try MarkupTree(xml: text)
            if tree.fault != nil, let mended = XMLMending.mended(text) {
                tree = try MarkupTree(xml: mended)
            }
            switch tree.fault {
            // An element that nobody closed leaves the root open, too; but not its end tag away.
            case .truncated where tree.endsWithRoot(text): return tree
            case .truncated(let line): throw .truncated(line: line)
            case .tooDeep(let line): throw .tooDeep(line: line)
            case .crowdedTag(let line): throw .crowdedTag(line: line)
            case .broken, .noMemory, nil: return tree
            }
        } catch {
            throw Reason(error)
        }
    }
}
