/// An article as a reader found it: the fields of its format, nothing normalised yet.
///
/// Strings and `text` are valid UTF-8; beyond that they may hold anything.
package struct Draft: Sendable {
    /// What the text of a draft is.
    package enum Form: Sendable {
        /// The whole of a plain text: headline, dateline, source, notices and all may stand in it.
        case plainText
        /// Only the text; the input had fields of its own for the rest.
        case fields
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
    /// Input fields that have no key in the record.
    package var extra: [(key: String, value: String)] = []

    package init(form: Form) { self.form = form }
}
