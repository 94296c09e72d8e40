/// A field of an article, and the keys under which JSON from others has it.
enum ArticleField: Int, CaseIterable {
    case headline, text, summary, url, source, bylines, published, updated, dateline, language
    case guid, keywords, section, image, license, place, credit
    case version, status, embargoed, urgency
    /// The text as HTML.
    case markup

    /// The best name first: where an object has several, the best with a usable value is taken, and
    /// the others go to `extra`.
    var names: [String] {
        switch self {
        case .headline: ["headline", "headlines", "title", "name"]
        case .text:
            ["text", "articleBody", "body", "body_text", "content_text", "bodies", "content"]
                + ["full_text", "maintext", "plain_text"]
        case .summary:
            ["summary", "standfirst", "description", "abstract", "teaser", "description_text"]
                + ["descriptions", "excerpt"]
        case .url:
            ["url", "link", "canonical_url", "permalink", "mainEntityOfPage", "external_url"]
        case .source:
            ["source", "publisher", "provider", "site_name", "infosource", "infosources"]
                + ["copyrightholder"]
        case .bylines: ["bylines", "byline", "authors", "author", "creator", "by"]
        case .published:
            ["published", "datePublished", "published_at", "date_published", "publish_date"]
                + ["publication_date", "pubDate", "date", "timestamp", "firstcreated"]
                + ["contentcreated", "date_publish", "published_date", "created_at"]
        case .updated:
            ["updated", "dateModified", "modified", "updated_at", "last_modified"]
                + ["date_modified", "versioncreated"]
        case .dateline: ["dateline"]
        case .language: ["language", "inLanguage", "lang"]
        case .guid: ["guid", "id", "identifier", "uri", "uuid", "@id", "urn"]
        case .keywords: ["keywords", "tags", "subject", "subjects"]
        case .section: ["section", "articleSection", "category"]
        case .image: ["image", "image_url", "banner_image"]
        case .license:
            ["license", "licence", "usage_terms", "rights", "copyright", "copyrightnotice"]
        case .place:
            ["place", "places", "location", "contentLocation", "located"]
                + ["locationCreated"]
        case .credit: ["credit", "credit_text", "credit_line"]
        case .version: ["version"]
        case .status: ["status", "pubstatus"]
        case .embargoed: ["embargoed", "embargo"]
        case .urgency: ["urgency"]
        case .markup: ["content_html", "body_html", "body_xhtml", "html", "article_html"]
        }
    }

    /// What a key means; nil for one that has no field. Case, blanks, `_` and `-` do not matter, but
    /// the name as it is written above goes before its variants.
    static func meaning(of key: UnsafeRawBufferPointer) -> (field: ArticleField, rank: Int)? {
        guard key.count <= longestKey else { return nil }
        let exact = String(decoding: key, as: UTF8.self)
        if let meaning = exactNames[exact] { return meaning }
        guard let meaning = plainNames[plain(exact)] else { return nil }
        return (meaning.field, meaning.rank + 1)
    }

    private static let longestKey = 32

    private static let exactNames = table { $0 }
    private static let plainNames = table(plain)

    private static func table(
        _ form: (String) -> String
    ) -> [String: (field: ArticleField, rank: Int)] {
        var table: [String: (field: ArticleField, rank: Int)] = [:]
        for field in allCases {
            for (index, name) in field.names.enumerated() where table[form(name)] == nil {
                table[form(name)] = (field, index * 2)
            }
        }
        return table
    }

    static func plain(_ name: String) -> String {
        var plain: [UInt8] = []
        for byte in name.utf8 where byte != 0x5F && byte != 0x2D && byte != 0x20 {
            plain.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
        return String(decoding: plain, as: UTF8.self)
    }
}
