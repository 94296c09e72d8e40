import Articles
import JSON

/// A text in Markdown, with fields before it where it has front matter.
///
/// The fields are those of JSON, by the same names. The text becomes plain text by CommonMark; a
/// heading of the first level over it is the headline where the fields have none.
enum MarkdownReader: DocumentReader {
    static func items(of document: borrowing Document) throws(Reason) -> [DocumentItem] {
        let matter = FrontMatterFields(document.text)
        var text = MarkdownText(document.text.part(matter.end..<document.text.count))
        guard matter.hasFields else {
            var draft = Draft(form: .plainText)
            draft.headline = text.takeHeadline()
            draft.text = text.plain
            guard !draft.text.isEmpty || draft.headline != nil else { throw .blankFile }
            return [DocumentItem(.success(draft))]
        }
        var fields = JSONWriter()
        fields.beginObject()
        matter.write(to: &fields)
        if !matter.hasHeadline, let headline = text.takeHeadline() {
            fields.key("headline")
            fields.string(headline)
        }
        fields.key("text")
        fields.string(utf8: text.plain)
        fields.endObject()
        return [DocumentItem(draft(of: fields.finish(), document.limits))]
    }

    private static func draft(of json: [UInt8], _ limits: ReadingLimits) -> Result<Draft, Reason> {
        var parser = JSONParser(depth: limits.depth)
        do {
            return .success(
                try parser.parse(json) { try ArticleObject.draft(of: $0, limits: limits) })
        } catch {
            return .failure(error as? Reason ?? .article(error, at: 0, line: 1))
        }
    }
}
