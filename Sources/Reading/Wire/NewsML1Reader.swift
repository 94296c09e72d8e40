import Articles
import Markup

/// NewsML 1.0 to 1.2: news items whose components may lie in one another.
struct NewsML1Reader: DocumentReader {
    static func items(of document: borrowing Document) throws(Reason) -> [DocumentItem] {
        let tree = try MarkupTree.mended(document.text)
        guard let root = MarkupElement.root(of: tree) else { throw .noMarkup }
        let limits = document.limits
        var items: [DocumentItem] = []
        for element in root.children("NewsItem") {
            var parts = NewsML1Parts(of: element)
            for content in contents(of: element) {
                guard let draft = parts.draft(of: content) else { continue }
                do throws(Reason) {
                    items.append(
                        DocumentItem(line: content.line, .success(try draft.checked(limits))))
                } catch {
                    guard error.code != .noArticle else { continue }
                    items.append(DocumentItem(line: content.line, .failure(error)))
                }
            }
        }
        guard !items.isEmpty else { throw .noArticle("NewsML without an item of text") }
        return items
    }

    /// The components with headlines or text of their own; of a notice, the item if there is none.
    private static func contents(of item: MarkupElement) -> [MarkupElement] {
        let components = item.descendants("NewsComponent")
        let found = components.filter { component in
            let contents = component.children("ContentItem")
            return contents.contains { isText($0) }
                || contents.isEmpty && component.child("NewsLines", "HeadLine") != nil
                    && component.children("NewsComponent").isEmpty
        }
        return found.isEmpty ? [components.first ?? item] : found
    }

    private static func isText(_ content: MarkupElement) -> Bool {
        switch content.child("MediaType")?.attribute("FormalName")?.lowercased() {
        case "text", nil: content.child("DataContent") != nil
        default: false
        }
    }
}
