import Articles

/// "By Jane Doe and John Roe", on a line of its own.
struct BylineLine {
    var names: [String]
    var source: String?
    var published: PublishedTime?

    private static let openings = Phrases([
        "by ", "by: ", "written by ", "words by ", "von ", "par ", "por ", "di ", "af ", "av ",
        "door ", "przez ", "автор: ",
        "автор:",
        "作者:", "记者:", "记者 ", "文/", "byline: ", "author: ",
    ])

    /// Nil for anything that is not wholly a byline.
    static func parse(_ passage: Passage, _ times: TimeParser) -> BylineLine? {
        guard passage.count <= 160, openings.mayBegin(passage), passage.letterCase != .lower,
            !passage.isQuotedHead
        else {
            return nil
        }
        let folded = Folding.fold(passage)
        guard let opening = openings.prefix(of: folded) else { return nil }
        let scalars = String(decoding: folded.prefix(opening), as: UTF8.self).unicodeScalars.count
        let text = String(
            String.UnicodeScalarView(passage.string.unicodeScalars.dropFirst(scalars)))
        var joined = text
        for separator in [" · ", " • ", " – ", " — ", " - "] {
            joined = joined.replacing(separator, with: "|")
        }
        var parts = joined.split(separator: "|").map { $0.trimmingBlanks }[...]
        guard var people = parts.popFirst() else { return nil }
        var line = BylineLine(names: [], source: nil, published: nil)
        if let range = people.firstRange(of: " in ") {
            // "By Jane Doe in Paris".
            let place = String(people[range.upperBound...])
            guard place.split(separator: " ").allSatisfy({ $0.first?.isUppercase ?? false }) else {
                return nil
            }
            people = String(people[..<range.lowerBound])
        }
        guard let names = PersonName.list(withoutAgency(people)) else { return nil }
        line.names = names
        line.source =
            people.split(separator: ",").dropFirst().lazy
            .compactMap { Agency.named($0.trimmingBlanks) }.first
        for part in parts {
            if let lines = PublishedLine.parse(Array(part.utf8)[...], times) {
                line.published = lines.published ?? lines.updated
            } else if let agency = Agency.named(part) {
                line.source = agency
            } else if !PersonName.isRole(part) {
                return nil
            }
        }
        return line
    }

    /// "Eva Muster, dpa" without the agency that signs.
    static func withoutAgency(_ people: String) -> String {
        guard let comma = people.lastIndex(of: ","),
            Agency.named(people[people.index(after: comma)...].trimmingBlanks) != nil
        else { return people }
        return people[..<comma].trimmingBlanks
    }
}

extension Passage {
    fileprivate var isQuotedHead: Bool { first == 0x22 || starts(with: "“".utf8) }
}
