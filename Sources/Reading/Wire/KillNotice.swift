/// Tells the notices by which agencies take back what they sent, in formats that have no field for
/// it.
///
/// A text about killings must never become one: what counts is the form of an instruction to
/// editors.
enum KillNotice {
    /// A notice is short; in a longer text the words are the report's.
    private static let longest = 3000

    /// Words of slugs and headlines that mark a notice. All but the first are of reports as well, of
    /// troops or of charges, and mark a notice only where the text tells editors what to do.
    private static let marks: Set<String> = [
        "KILL", "KILLED", "WITHDRAW", "WITHDRAWN", "WITHDRAWAL", "RÜCKZUG", "RUECKZUG",
        "ZURÜCKGEZOGEN", "STORNO", "STORNIERT", "ANNULATION", "ANNULE", "ANNULÉ", "ANULACIÓN",
        "ANULACION", "ANULADO", "ANULADA", "ANNULLAMENTO", "ANNULLATA", "TILBAGE",
        "TILBAGETRÆKNING", "TILBAKETREKKING", "TILBAKETRUKKET", "INTREKKING", "INGETROKKEN",
        "TILLBAKADRAGEN", "TILLBAKADRAGET", "ÅTERKALLAS", "ANNULLERING",
    ]

    /// Calls to editors.
    private static let calls: Set<String> = [
        "ACHTUNG", "ATTENTION", "EDITORS", "REDAKTIONEN", "ADVISORY", "ATENCIÓN", "ATTENZIONE",
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
        if slugWords == ["KILL"] { return true }
        let ends = [slugWords.first, slugWords.last].compactMap { $0 }
        let headWords = words(of: headline.prefix(200))
        let isMarked =
            ends.contains { marks.contains($0) || calls.contains($0) }
            || headWords.contains { marks.contains($0) || calls.contains($0) }
            || headWords.first.map { marks.contains($0.uppercased()) } ?? false
        return isMarked
            && EditorInstruction.isGiven(
                in: headline + "\n" + String(decoding: text, as: UTF8.self))
    }

    /// What stands in a slug for the cycle, the state of the story and the part of it that is sent.
    private static let parts: Set<String> = ["ld", "writethru", "writethrough", "take"]
    private static let cycles: Set<String> = ["am", "pm", "bc", "ap"]

    /// A slug without what marks it as a notice's, and without what tells one state of the same story
    /// from another: "am-Ferry Crash, 2nd Ld-Writethru (new: names)" is "ferry-crash".
    static func withoutMarks(_ slug: String) -> String {
        var depth = 0
        var open = ""
        for character in slug {
            if character == "(" { depth += 1 }
            open.append(depth == 0 ? character : " ")
            if character == ")", depth > 0 { depth -= 1 }
        }
        var kept: [String] = []
        for word in words(of: open[...], keeping: ".&") where !marks.contains(word.uppercased()) {
            let word = word.lowercased()
            let isNumbered = kept.last.map(isOrdinal) ?? false
            if parts.contains(word), isNumbered || word != "take" {
                if isNumbered { kept.removeLast() }
            } else if !kept.isEmpty || !cycles.contains(word) {
                kept.append(word)
            }
        }
        return kept.joined(separator: "-")
    }

    /// "2nd".
    private static func isOrdinal(_ word: String) -> Bool {
        ["st", "nd", "rd", "th"].contains(word.suffix(2))
            && word.dropLast(2).allSatisfy(\.isNumber) && word.count > 2
    }

    private static func words(of text: Substring, keeping kept: String = "") -> [String] {
        text.split { !$0.isLetter && !$0.isNumber && !kept.contains($0) }.map(String.init)
    }
}
