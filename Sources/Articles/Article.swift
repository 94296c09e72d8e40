/// One news text with what is known of it, normalised.
package struct Article: Sendable {
    package var headline: String?
    /// Standfirst or teaser, where it stands apart from the text.
    package var summary: String?
    /// UTF-8 in Normalization Form C; paragraphs separated by one empty line; no blanks at the ends.
    package var text: [UInt8] = []
    package var bylines: [String] = []
    package var dateline: Dateline?
    package var source: String?
    package var credit: String?
    package var guid: String?
    package var url: String?
    package var published: PublishedTime?
    package var updated: PublishedTime?
    /// BCP 47.
    package var language: String?
    package var place: String?
    package var keywords: [String] = []
    package var section: String?
    package var image: String?
    /// Rights and reprint notices, verbatim.
    package var license: String?
    /// The sender's number of this state of the article, as printed.
    package var version: String?
    /// `canceled` where a notice takes it back that came before it, and of the notice itself.
    package var status: ArticleStatus?
    /// Not to be published before; to the second.
    package var embargoed: Moment?
    /// 1 (most urgent) to 9.
    package var urgency: Int?
    package var extent: Extent?
    /// It takes back another article, and is none itself: the text says why.
    package var isNotice = false
    package var extra: [(key: String, value: String)] = []

    package init() {}
}
