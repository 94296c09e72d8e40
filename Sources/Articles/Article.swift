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
    package var extra: [(key: String, value: String)] = []

    package init() {}
}
