/// The rules by which passages leave a text. The raw value is the stable name that is shown.
package enum Rule: String, Sendable, CaseIterable {
    // Into a field of the record.
    case headline
    case repeatedHeadline = "repeated-headline"
    case dateline
    case agency
    case byline
    case credits
    case published
    case rights
    case originalSource = "original-source"
    // Out of the record.
    case caption
    case disclaimer
    case promotion
    case readAlso = "read-also"
    case otherHeadlines = "other-headlines"
    case sharing
    case repeatedSentence = "repeated-sentence"
    case endMark = "end-mark"
    case signature
    case quotedReply = "quoted-reply"

    /// One line for people.
    package var explanation: String {
        switch self {
        case .headline: "the first line is the headline, not part of the report"
        case .repeatedHeadline: "the headline once more, at the head of the text"
        case .dateline: "where and when the report was filed"
        case .agency: "the agency or publisher that the report comes from"
        case .byline: "who wrote the report"
        case .credits: "who reported, wrote and edited, after the report"
        case .published: "when the report was published or updated"
        case .rights: "a copyright or reprint notice"
        case .originalSource: "the address of the original"
        case .caption: "the caption of a picture, with its credit"
        case .disclaimer: "a disclaimer of the publisher's"
        case .promotion: "an invitation to subscribe, register or download"
        case .readAlso: "a pointer to another report"
        case .otherHeadlines: "headlines of other reports"
        case .sharing: "a page's furniture: share, follow, tags, comments, advertisement"
        case .repeatedSentence: "a paragraph that only repeats an earlier sentence"
        case .endMark: "the mark that ends a wire report"
        case .signature: "the signature of a mail, or the footer of a mailing list"
        case .quotedReply: "what a mail replies to"
        }
    }

    /// The key of the record that keeps what was cut, where one does.
    package var destination: String? {
        switch self {
        case .headline, .repeatedHeadline: "headline"
        case .dateline: "dateline"
        case .agency: "source"
        case .byline, .credits: "bylines"
        case .published: "published"
        case .rights: "license"
        case .originalSource: "url"
        default: nil
        }
    }
}
