/// Tells editors, in the languages of agencies, not to use what was sent: a sentence that names a story
/// and says what becomes of it.
///
/// Troops, charges and yoghurts are withdrawn as well; it is the story beside the word that counts.
enum EditorInstruction {
    /// What stands for itself.
    private static let commands = [
        "mandatory kill", "bulletin kill", "kill notice", "kill is mandatory", "please kill",
        "editors kill", "niet publiceren", "publicera inte", "må ikke bringes",
    ].map(words)

    /// What becomes of a story; between two words with a gap there may be others.
    private static let fates: [[String]] = [
        "kill", "killed", "withdraw", "withdrawn", "withdrawing", "not be used", "do not use",
        "do not publish", "zurückgezogen", "zurückziehen", "nicht verwenden",
        "nicht veröffentlichen", "verwenden … nicht", "ziehen … zurück", "storniert", "streichen",
        "annuler", "annulée", "annulé", "ne pas utiliser", "ne pas tenir compte", "anular",
        "anulen", "anulada", "no utilizar", "no utilicen", "annullare", "annullata",
        "non utilizzare", "trækker … tilbage", "trækkes tilbage", "trukket tilbage", "ikke bruges",
        "ikke anvendes", "trekker … tilbake", "trekkes", "trukket tilbake", "ikke brukes",
        "ingetrokken", "trekt … in", "niet gebruiken", "dras tillbaka", "drar tillbaka",
        "drar … tillbaka", "dragits tillbaka", "inte användas", "ej användas",
    ].map(words)

    private static let stories: Set<String> = [
        "story", "item", "dispatch", "editors", "eds", "meldung", "meldungen", "bericht",
        "dépêche", "depêche", "nota", "despacho", "notizia", "historie", "historien", "telegram",
        "telegrammet", "artiklen", "artikeln", "nyheten", "saken", "meldingen", "meldinga",
    ]

    private static let longestSentence = 40

    /// Whether a sentence of a text is such an instruction.
    static func isGiven(in text: String) -> Bool {
        let sentences = text.lowercased().split { ".!?\n;".contains($0) }
        return sentences.contains { sentence in
            let words = words(String(sentence))
            guard words.count <= longestSentence else { return false }
            if commands.contains(where: { holds($0, words) }) { return true }
            return words.contains(where: isStory) && fates.contains { holds($0, words) }
        }
    }

    /// A word for it, or its number ("bdt0123").
    private static func isStory(_ word: String) -> Bool {
        if stories.contains(word) { return true }
        let digits = word.reversed().prefix { $0.isNumber }.count
        return digits >= 3 && digits < word.count && word.count <= 12
            && word.first?.isLetter ?? false
    }

    private static func holds(_ phrase: [String], _ words: [String]) -> Bool {
        words.indices.contains { start in
            var at = start
            var mayGap = false
            for part in phrase {
                if part == "…" {
                    mayGap = true
                    continue
                }
                guard
                    let found = mayGap
                        ? words[at...].firstIndex(of: part)
                        : (at < words.count && words[at] == part ? at : nil)
                else { return false }
                (at, mayGap) = (found + 1, false)
            }
            return true
        }
    }

    private static func words(_ text: String) -> [String] {
        text.split { !$0.isLetter && !$0.isNumber && $0 != "…" }.map(String.init)
    }
}
