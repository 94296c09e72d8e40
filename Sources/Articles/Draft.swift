/// An article as a reader found it: the fields of its format, nothing normalised yet.
///
/// Strings and `text` are valid UTF-8; beyond that they may hold anything.
package struct Draft: Sendable {
    /// What the text of a draft is.
    package enum Form: Sendable, Equatable {
        /// The whole of a plain text: headline, dateline, source, notices and all may stand in it.
        case plainText
        /// Only the text; the input had fields of its own for the rest.
        case fields
        /// The text of a mail, with fields for the rest: its signature and what it replies to may
        /// stand in it. What a mail forwards is no such thing.
        case mail(isReply: Bool, isForward: Bool = false)
    }

    package var form: Form
    package var text: [UInt8] = []
    package var headline: String?
    package var summary: String?
    package var bylines: [String] = []
    package var dateline: Dateline?
    package var source: String?
    package var credit: String?
    package var guid: String?
    package var url: String?
    /// As printed, in whatever form.
    package var published: String?
    package var updated: String?
    package var language: String?
    package var place: String?
    package var keywords: [String] = []
    package var section: String?
    package var image: String?
    package var license: String?
    /// The sender's number of this state of the article.
    package var version: String?
    package var status: ArticleStatus?
    /// Not to be published before, as printed.
    package var embargoed: String?
    /// 1 (most urgent) to 9.
    package var urgency: String?
    package var extent: Extent?
    /// It takes back another article, and is none itself.
    package var isNotice = false
    /// Input fields that have no key in the record.
    package var extra: [(key: String, value: String)] = []

    /// How it was found in a page or a message; nil where there was nothing to choose or to cut.
    package var notes: ReadingNotes?

    package init(form: Form) { self.form = form }
}
