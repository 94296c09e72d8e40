import Articles

/// "(Reporting by A in Tokyo; Editing by B)" after the report. The reporters become the bylines
/// where none stood at the head; editors are no authors.
struct ClosingCredits: LineRule {
    let rule = Rule.credits
    let reach = Reach.tail

    private static let openings = Phrases([
        "reporting by ", "additional reporting by ", "reporting and writing by ",
        "writing by ", "editing by ", "written by ", "compiled by ", "edited by ",
        "translated by ", "with files from ", "with reporting by ", "with reporting from ",
        "with reports from ", "with reports by ", "with additional reporting by ",
        "with additional reporting from ", "aus dem englischen von ",
        "aus dem englischen übersetzt von ", "traduit de l'anglais par ",
    ])
    /// "Associated Press writer Jane Doe in Madrid contributed to this report."
    private static let taglines = Phrases([
        " contributed to this report.", " contributed to this story.",
        " contributed to this article.", " contributed reporting.",
    ])
    /// All else that may stand between names, in lower case.
    private static let links: Set<String> = [
        "and", "in", "by", "from", "for", "at", "of", "the", "with", "reporting", "editing",
        "writing", "additional", "contributed", "to", "this", "report", "compiled", "graphics",
        "video", "translated", "translation", "production", "newsroom", "bureau", "team",
        "edited", "files", "reports", "writer", "writers", "reporter", "reporters",
        "correspondent", "correspondents", "journalist", "journalists", "editor", "editors",
        "producer", "producers", "photographer", "photographers", "researcher", "staff", "story",
        "article", "also", "business", "sports", "science", "political", "diplomatic", "national",
        "security", "medical", "health", "education", "religion", "economics", "news",
        "and/or", "und", "von", "et", "par", "aus", "dem",
    ]

    func mayTake(_ passage: Passage) -> Bool {
        guard let first = passage.first else { return false }
        if passage.endsSentence, Self.endsWithTagline(passage) { return true }
        return [0x28, 0x5B, 0x2D, 0xE2].contains(first) || Self.openings.mayBegin(passage)
    }

    func takes(_ line: Line, _ place: Surroundings) -> Bool {
        guard line.wordCount <= 80 else { return false }
        guard Self.isMadeOfNames(line.printed) else { return false }
        if Self.endsWithTagline(line.printed) {
            return line.wordCount <= 40 && !line.isQuoted && !line.isAttributed
                && !place.isIntroduced
        }
        return Self.start(line) != nil
    }

    private static func endsWithTagline(_ passage: Passage) -> Bool {
        taglines.isSuffix(of: Folding.fold(passage.withoutClosers.suffix(60)))
    }

    /// Nothing stands in it but names, offices and what links them.
    private static func isMadeOfNames(_ passage: Passage) -> Bool {
        passage.words.allSatisfy { word in
            let bare = Self.bare(word)
            return PersonName.isNameWord(word) || links.contains(bare)
                || bare.allSatisfy { !$0.isLetter }
        }
    }

    func keep(_ line: Line, in article: inout Article) -> Bool {
        guard article.bylines.isEmpty, let start = Self.start(line) else { return true }
        let reporting = ["reporting by ", "reporting and writing by ", "written by "]
        let folded = line.folded[start...]
        guard let opening = reporting.first(where: { folded.starts(with: $0.utf8) }) else {
            return true
        }
        let names = line.printed.drop { !$0.isASCIILetter }.dropFirst(opening.utf8.count)
        let text = names.string
        // Up to the next clause, and up to the place.
        let clause = text.prefix { $0 != ";" && $0 != ")" && $0 != "." }
        article.bylines = PersonName.list(clause.before(" in ")) ?? []
        return true
    }

    /// Where the credits begin: behind an opening bracket.
    private static func start(_ line: Line) -> Int? {
        // Brackets, and the bytes of long dashes.
        let skipped = line.folded.prefix {
            [0x28, 0x5B, 0x20, 0xE2, 0x80, 0x93, 0x94].contains($0)
        }
        .count
        return openings.prefix(of: Array(line.folded[skipped...])) == nil ? nil : skipped
    }

    private static func bare(_ word: Passage) -> String {
        String(
            word.string.lowercased().drop { !$0.isLetter }.reversed().drop { !$0.isLetter }
                .reversed())
    }
}

extension Substring {
    /// Up to a separator, or all of it.
    func before(_ separator: String) -> String {
        guard let range = self.firstRange(of: separator) else { return String(self) }
        return String(self[..<range.lowerBound])
    }
}
