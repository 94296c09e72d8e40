import Articles

extension Format {
    /// Whether there is a reader for it.
    var isRead: Bool {
        switch self {
        case .plainText, .json, .jsonLines, .commaSeparated, .tabSeparated, .mbox: true
        default: documents != nil
        }
    }

    /// After "It is", for people.
    package var described: String {
        switch self {
        case .plainText: "a plain text"
        case .markdown: "a text in Markdown"
        case .json: "a JSON document"
        case .jsonLines: "JSON Lines"
        case .commaSeparated: "a table with commas (CSV)"
        case .tabSeparated: "a table with tabs (TSV)"
        case .html: "an HTML page"
        case .mhtml: "a page saved with all it needs (MHTML)"
        case .rss: "an RSS feed"
        case .atom: "an Atom feed"
        case .rdf: "an RSS 1.0 feed"
        case .jsonFeed: "a JSON Feed"
        case .nitf: "a NITF document"
        case .newsML: "a NewsML document"
        case .newsMLG2: "a NewsML-G2 document"
        case .iptc7901: "a wire message (IPTC 7901)"
        case .anpa1312: "a wire message (ANPA 1312)"
        case .mail: "an e-mail message"
        case .mbox: "a mailbox (mbox)"
        }
    }
}
