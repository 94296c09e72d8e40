import Articles
import Encodings
import JSON

/// Turns texts that are no UTF-8 into it, by what is known of them.
struct TextForm {
    let origin: Document.Origin
    let hints: FeedHints

    /// The encoding of a text; nil where it is UTF-8 as it is.
    func encoding(of text: UnsafeRawBufferPointer) -> CharacterEncoding? {
        var declared: [CharacterEncoding] = []
        if let encoding = origin.charset.flatMap(CharacterEncoding.init(label:)) {
            declared.append(encoding)
        }
        if let first = text.first(where: { $0 > 0x20 }), first == 0x3C,
            let encoding = DeclaredEncoding.encoding(inMarkup: text)
        {
            declared.append(encoding)
        }
        if let encoding = hints.encoding.flatMap(CharacterEncoding.init(label:)) {
            declared.append(encoding)
        }
        return EncodingDetector.encoding(of: text, declared: declared)
    }

    /// - Returns: nil where the text is UTF-8 as it is.
    /// - Throws: a `Reason` where it is a text in no encoding.
    func decoded(_ text: UnsafeRawBufferPointer) throws(Reason) -> DecodedText? {
        guard let encoding = encoding(of: text) else { return nil }
        guard let decoded = DecodedText(text, from: encoding) else {
            throw .noEncoding(encoding.name)
        }
        return decoded
    }
}

extension Reason {
    fileprivate static func noEncoding(_ likeliest: String) -> Reason {
        Reason(
            .notUTF8,
            what: "It is no text in UTF-8, nor in \(likeliest), which it looks like most.",
            advice: "Convert it to UTF-8 (iconv -f ENCODING -t UTF-8), or give the feed's encoding "
                + "in feeds, and drop it again.")
    }
}
