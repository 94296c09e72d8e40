import Articles
import Markup

/// NewsML-G2: one item, a message of several, or a part of an item.
///
/// Of the kinds of items only news items of text are articles. The others are recognised; where a
/// message has articles beside them, they are passed over.
struct NewsMLG2Reader: DocumentReader {
    static func items(of document: borrowing Document) throws(Reason) -> [DocumentItem] {
        let tree = try MarkupTree.mended(document.text)
        guard let root = MarkupElement.root(of: tree) else { throw .noMarkup }
        let limits = document.limits
        var items: [DocumentItem] = []
        var others: [Reason] = []
        for element in elements(of: root) {
            do throws(Reason) {
                let draft = try NewsMLG2Item(element).article().checked(limits)
                items.append(DocumentItem(line: element.line, .success(draft)))
            } catch {
                if error.code == .noArticle {
                    others.append(error)
                } else {
                    items.append(DocumentItem(line: element.line, .failure(error)))
                }
            }
        }
        guard items.isEmpty else { return items }
        throw others.first ?? .noArticle("a news message without items")
    }

    private static func elements(of root: MarkupElement) -> [MarkupElement] {
        root.name == "newsMessage" ? root.child("itemSet")?.children ?? [] : [root]
    }
}
