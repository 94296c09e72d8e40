/// A format that is read, by the media type that stands in a record's `file.format`.
package enum Format: String, Sendable, CaseIterable {
    /// The whole file is one article.
    case plainText = "text/plain"
    /// The same, with front matter before it or marks of Markdown in it.
    case markdown = "text/markdown"
    /// One document: an article, or an array of them; schema.org and ninjs too.
    case json = "application/json"
    /// JSON Lines: an article a line.
    case jsonLines = "application/x-ndjson"
    /// A table with a line of names: an article a row.
    case commaSeparated = "text/csv"
    case tabSeparated = "text/tab-separated-values"
    /// A page of the web.
    case html = "text/html"
    /// A page with all that it needs, as browsers save it.
    case mhtml = "multipart/related"
    case rss = "application/rss+xml"
    case atom = "application/atom+xml"
    /// RSS 1.0 and 0.90.
    case rdf = "application/rdf+xml"
    case jsonFeed = "application/feed+json"
    case nitf = "text/vnd.iptc.nitf"
    /// NewsML 1.
    case newsML = "text/vnd.iptc.newsml"
    case newsMLG2 = "application/vnd.iptc.g2.newsitem+xml"
    case iptc7901 = "text/x-iptc-7901"
    case anpa1312 = "text/x-anpa-1312"
    case mail = "message/rfc822"
    case mbox = "application/mbox"
}
