/// Tells the notices by which agencies take back what they sent, in formats that have no field for
/// it.
///
/// A text about killings must never become one: what counts is the form of an instruction to
/// editors.
enum KillNotice {
    /// A notice is short; in a longer text the words are the report's.
    private static let longest = 3000

    private static let instructions = [
        "mandatory kill", "bulletin kill", "kill notice", "story kill", "please kill",
        "editors: kill", "editors kill", "kill the story", "kill the item", "kill story",
        "kill item", "has been killed", "is killed", "is withdrawn", "has been withdrawn",
        "was withdrawn", "withdraw the story", "please withdraw", "do not use", "do not publish",
        "must not be used", "not be used", "bitte nicht verwenden", "nicht verwenden",
        "zurückgezogen", "meldung streichen", "prière d'annuler", "prière de ne pas",
        "est annulée", "ne pas utiliser", "ruego anular", "se ruega anular", "queda anulada",
        "no utilizar", "si prega di annullare", "è annullata",
    ]

    private static let marks: Set<String> = [
        "KILL", "KILLED", "WITHDRAW", "WITHDRAWN", "WITHDRAWAL", "RÜCKZUG", "ZURÜCKGEZOGEN",
        "ANNULATION", "ANNULE", "ANNULÉ", "ANULACIÓN", "ANULADO", "ANULADA", "ANNULLAMENTO",
    ]

    /// Whether a headline by itself is that of a notice: "KILL", "MANDATORY KILL – bridge".
    static func isHeadline(_ headline: String) -> Bool {
        let words = words(of: headline.prefix(200))
        guard let first = words.first else { return false }
        if ["MANDATORY", "BULLETIN", "STORY", "URGENT"].contains(first.uppercased()),
            words.count > 1, words[1].uppercased() == "KILL"
        {
            return true
        }
        guard marks.contains(first) else { return false }
        // "KILL BILL" is a film: after the mark comes nothing or a mark of punctuation.
        let rest = headline.drop { !$0.isLetter }.dropFirst(first.count)
        let next = rest.first { $0 != " " }
        return next == nil || ":-–—/!(".contains(next ?? " ")
    }

    /// Whether a message is a notice, by its slug or headline and what it tells editors to do.
    static func isOne(slug: String, headline: String, text: [UInt8]) -> Bool {
        guard text.count <= longest else { return false }
        if isHeadline(headline) { return true }
        let slugWords = words(of: slug.prefix(200)).map { $0.uppercased() }
        let isMarked =
            slugWords.first.map(marks.contains) ?? false
            || slugWords.last.map(marks.contains) ?? false
            || words(of: headline.prefix(200)).contains { marks.contains($0) }
        guard isMarked else { return false }
        if slugWords.count == 1, !slugWords.isEmpty, marks.contains(slugWords[0]) { return true }
        let words = (headline + " " + String(decoding: text, as: UTF8.self)).lowercased()
        return instructions.contains { words.contains($0) }
    }

    /// A slug without what marks it as a notice's.
    static func withoutMarks(_ slug: String) -> String {
        words(of: slug[...], keeping: ".&").filter { !marks.contains($0.uppercased()) }
            .joined(separator: "-").lowercased()
    }

    private static func words(of text: Substring, keeping kept: String = "") -> [String] {
        text.split { !$0.isLetter && !$0.isNumber && !kept.contains($0) }.map(String.init)
    }
}
