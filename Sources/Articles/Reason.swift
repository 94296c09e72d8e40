import JSON

/// Why a file or an article could not be taken: for the journal, and for the file beside it in
/// quarantine.
package struct Reason: Error, Sendable, Hashable {
    /// What kind of trouble it is: short, stable, for programs.
    package struct Code: RawRepresentable, Sendable, Hashable {
        package let rawValue: String

        package init(rawValue: String) { self.rawValue = rawValue }

        /// No byte in it.
        package static let empty = Code(rawValue: "empty")
        /// Only white space in it.
        package static let blank = Code(rawValue: "blank")
        package static let notUTF8 = Code(rawValue: "not-utf8")
        /// Text in an encoding that is recognised, but not read.
        package static let unsupportedEncoding = Code(rawValue: "unsupported-encoding")
        package static let binary = Code(rawValue: "binary")
        /// A format that is recognised, but not read.
        package static let unsupportedKind = Code(rawValue: "unsupported-kind")
        package static let brokenJSON = Code(rawValue: "broken-json")
        /// XML that cannot be read to its end.
        package static let brokenMarkup = Code(rawValue: "broken-markup")
        /// A row of a table that is not like its others.
        package static let brokenTable = Code(rawValue: "broken-table")
        /// What it is packed in cannot be read.
        package static let damaged = Code(rawValue: "damaged")
        /// It was read, and it holds no article: no error of who sent it.
        package static let noArticle = Code(rawValue: "no-article")
        /// It ends in the middle of its structure.
        package static let truncated = Code(rawValue: "truncated")
        package static let tooLarge = Code(rawValue: "too-large")
        /// Nested deeper than is allowed.
        package static let tooDeep = Code(rawValue: "too-deep")
        package static let tooManyArticles = Code(rawValue: "too-many-articles")
        package static let wrongType = Code(rawValue: "wrong-type")
        /// Neither text nor headline.
        package static let noText = Code(rawValue: "no-text")
        /// The program died of it, twice.
        package static let crashedTheReader = Code(rawValue: "crashed-the-reader")
    }

    package var code: Code
    /// A sentence: what is wrong, and where in the file.
    package var what: String
    /// A sentence: what a person can do about it.
    package var advice: String
    /// The byte of the file, from 0, at which the trouble was noticed.
    package var offset: UInt64?
    /// The line of the file, from 1.
    package var line: UInt64?

    package init(
        _ code: Code, what: String, advice: String, offset: UInt64? = nil, line: UInt64? = nil
    ) {
        self.code = code
        self.what = what
        self.advice = advice
        self.offset = offset
        self.line = line
    }

    /// Whether something is wrong, which whoever sent it may mend; false where it could be read and
    /// only holds no article.
    package var isFault: Bool { code != .noArticle }

    /// The same of a text that was decoded, whose bytes are not those of the file.
    package var ofDecodedText: Reason {
        var reason = self
        reason.offset = nil
        return reason
    }

    /// What is wrong, where, and what to do.
    package var sentence: String { "\(what) \(advice)" }

    /// Its members, into an object that is open: reason, what, advice, and offset and line if known.
    package func writeMembers(to writer: inout JSONWriter) {
        writer.key("reason")
        writer.string(code.rawValue)
        writer.key("what")
        writer.string(what)
        writer.key("advice")
        writer.string(advice)
        if let offset {
            writer.key("offset")
            writer.integer(offset)
        }
        if let line {
            writer.key("line")
            writer.integer(line)
        }
    }
}
