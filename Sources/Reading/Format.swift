/// A format that is read, by the media type that stands in a record's `file.format`.
package enum Format: String, Sendable, CaseIterable {
    /// The whole file is one article.
    case plainText = "text/plain"
    /// One document: an article, or an array of them.
    case json = "application/json"
    /// JSON Lines: an article a line.
    case jsonLines = "application/x-ndjson"
}
