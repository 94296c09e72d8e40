import Articles
import Markup

/// NITF 2.5 to 3.6, the News Industry Text Format: one article.
struct NITFReader: DocumentReader {
    static func items(of document: borrowing Document) throws(Reason) -> [DocumentItem] {
        let tree = try MarkupTree.mended(document.text)
        guard let root = MarkupElement.root(of: tree) else { throw .noMarkup }
        let articles =
            root.name.lowercased() == "nitf" ? [root] : Array(root.descendants("nitf").prefix(1))
        guard let article = articles.first else { throw .noMarkup }
        let limits = document.limits
        return [
            DocumentItem(
                line: article.line,
                Result { () throws(Reason) in try NITFArticle(article).draft.checked(limits) })
        ]
    }
}
