import Articles

/// Reasons that concern a whole file.
extension Reason {
    static let emptyFile = Reason(
        .empty, what: "The file is empty.",
        advice: "Drop it again with its text in it, under a temporary name first, then renamed.")

    static let blankFile = Reason(
        .blank, what: "The file holds nothing but white space.", advice: "Drop it with its text.")

    static func encoding(_ name: String) -> Reason {
        Reason(
            .unsupportedEncoding, what: "It looks like text in \(name), which is not read.",
            advice: "Convert it to UTF-8 (iconv -f ENCODING -t UTF-8) and drop it again.")
    }

    static func kind(_ kind: KnownKind) -> Reason {
        Reason(
            .unsupportedKind, what: "It is \(kind.described), which is not read.",
            advice: "Drop its articles as UTF-8 text, JSON or JSON Lines.")
    }

    static let binaryFile = Reason(
        .binary, what: "It is no text: it is full of control characters or NUL bytes.",
        advice: "Drop articles as UTF-8 text, JSON or JSON Lines.")

    static func tooManyArticles(_ limit: Int) -> Reason {
        Reason(
            .tooManyArticles, what: "It holds more than \(limit) articles.",
            advice: "Split the file, or raise limits.articlesPerFile.")
    }
}
