/// A line directly under a byline that tells more of the writer: an office, an agency, a place, a
/// paper, an address.
struct BylineSupplement {
    /// The agency or paper that signs, where it is a known one.
    var source: String?

    /// What an office ends with.
    private static let offices: Set<String> = [
        "writer", "writers", "reporter", "reporters", "correspondent", "correspondents", "editor",
        "editors", "columnist", "contributor", "contributors", "producer", "photographer",
        "journalist", "journalists", "intern", "staff", "critic", "anchor", "redakteur",
        "redakteurin", "redaktionsleiter", "redaktionsleiterin", "wirtschaftsredakteur",
        "korrespondent", "korrespondentin", "reporterin", "journaliste", "correspondant",
        "correspondante", "corresponsal", "redactor", "redactora", "periodista", "giornalista",
        "corrispondente", "journalistin", "корреспондент", "обозреватель", "记者", "編集委員",
    ]
    /// What the name of a paper ends with.
    private static let papers: Set<String> = [
        "herald", "times", "post", "courier", "news", "journal", "tribune", "mail", "guardian",
        "gazette", "star", "chronicle", "observer", "telegraph", "press", "agency", "service",
        "network", "today", "examiner", "standard", "independent", "dispatch", "globe", "sun",
        "record", "bulletin", "magazine", "review", "mirror", "echo", "argus", "advertiser",
    ]
    private static let small: Set<String> = ["and", "of", "the", "for", "at", "&", "de", "la"]

    static func parse(_ passage: Passage) -> BylineSupplement? {
        guard passage.count <= 100, passage.wordCount <= 10, !passage.endsSentence,
            !passage.endsWithColon, passage.first != 0x22
        else { return nil }
        var supplement = BylineSupplement()
        var parts = passage.string
        for separator in [" · ", " • ", " – ", " — ", " - ", ", "] {
            parts = parts.replacing(separator, with: "|")
        }
        var hasSign = false
        let pieces = parts.split(separator: "|").map(\.trimmingBlanks).filter { !$0.isEmpty }
        for (index, piece) in pieces.enumerated() {
            if let agency = Agency.named(piece) {
                supplement.source = supplement.source ?? agency
                hasSign = true
            } else if isContact(piece) || isOffice(piece) || isStation(piece) {
                hasSign = true
            } else if index == 0 || !isProper(piece, most: 4) {
                return nil
            }
        }
        return hasSign ? supplement : nil
    }

    /// "@janeroe", "Twitter: @janeroe", "jane.roe@courier.example", "Email: …".
    private static func isContact(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard let last = words.last, last.contains("@"), last.utf8.count >= 3 else { return false }
        return words.count == 1
            || (words.count <= 3
                && (words[0].hasSuffix(":") || ["Follow", "Email", "E-mail"].contains(words[0])))
    }

    /// "Staff Writer", "Political Correspondent in Berlin", "Health Editor, the Herald".
    private static func isOffice(_ text: String) -> Bool {
        var head = text
        for link in [" in ", " at ", " for ", " of ", " from "] {
            guard let range = head.firstRange(of: link) else { continue }
            guard isProper(String(head[range.upperBound...]), most: 5) else { return false }
            head = String(head[..<range.lowerBound])
        }
        let words = head.split(separator: " ")
        guard (1...5).contains(words.count), let last = words.last,
            offices.contains(last.lowercased())
        else { return false }
        return words.dropLast().allSatisfy { word in
            small.contains(word.lowercased()) || word.first?.isLetter ?? false
        } && head.first.map { $0.isUppercase || !$0.isCased } ?? false
    }

    /// "in Berlin", "for the Herald", "Special to The Courier".
    private static func isStation(_ text: String) -> Bool {
        for opening in ["in ", "for ", "at ", "from "] where text.hasPrefix(opening) {
            return isProper(String(text.dropFirst(opening.utf8.count)), most: 4)
        }
        for opening in ["Special to ", "SPECIAL TO ", "For ", "FOR "] where text.hasPrefix(opening)
        {
            let name = String(text.dropFirst(opening.utf8.count))
            let last = name.split(separator: " ").last?.lowercased() ?? ""
            return isProper(name, most: 5) && (opening.count > 4 || papers.contains(last))
        }
        return false
    }

    /// Words with capitals: a place or a paper.
    private static func isProper(_ text: String, most: Int) -> Bool {
        let words = text.split(separator: " ")
        guard (1...most).contains(words.count) else { return false }
        return words.contains { $0.first?.isUppercase ?? false }
            && words.allSatisfy { word in
                small.contains(word.lowercased())
                    || word.first.map { $0.isUppercase || !$0.isCased && $0.isLetter } ?? false
            }
    }
}
