/// "ALSO READ …", "Related: …": a line that points to another report.
struct ReadAlso: LineRule {
    let rule = Rule.readAlso
    let reach = Reach.anywhere

    private static let labels = Phrases([
        "also read", "read also", "read more", "read next", "see also", "also see", "also on",
        "more on this story", "more on this topic", "related story", "related stories",
        "related article", "related articles", "related news", "related coverage",
        "related reading", "lesen sie auch", "lesen sie mehr", "lesen sie dazu", "mehr zum thema",
        "siehe auch", "auch interessant", "lire aussi", "à lire aussi", "a lire aussi",
        "à lire également", "voir aussi", "lire la suite", "lea también", "lee también",
        "lea además", "leer más", "te puede interesar", "le puede interesar", "ver también",
        "читайте также", "читать также", "смотрите также", "相关阅读", "相关新闻", "相关报道",
        "延伸阅读", "推荐阅读", "関連記事", "あわせて読みたい", "leggi anche", "leia também",
        "leia mais", "veja também", "lees ook", "läs också", "czytaj także", "czytaj też",
    ])
    /// Words that mean this only with a colon behind them.
    private static let weak = Phrases(["read", "related", "à lire", "по теме", "関連"])
    private static let full = Phrases([
        "read the full story", "read the full article", "read the full report", "read full story",
        "read full article", "read the rest of this", "read the original article",
        "read the original story", "continue reading", "click here to read", "click here for more",
    ])

    func mayTake(_ passage: Passage) -> Bool {
        passage.count <= 320
            && (Self.labels.mayBegin(passage) || Self.weak.mayBegin(passage)
                || Self.full.mayBegin(passage))
    }

    func takes(_ line: Line, _ place: Surroundings) -> Bool {
        guard line.printed.count <= 320, !line.isQuoted, line.wordCount <= 40,
            !(place.previous?.endsWithColon ?? false), !Self.endsWithStop(line.printed)
        else { return false }
        if let label = Self.labels.prefix(of: line.folded) {
            let rest = line.folded[label...].drop { $0 == 0x20 }
            // Alone it may head a list (see RelatedLabel), and so with a colon at its end.
            guard let first = rest.first else { return place.next?.endsSentence ?? true }
            if first == 0x3A && rest.count == 1 { return false }
            if first == 0x3A || first == 0x7C || first == 0x3E { return true }
            let separators = ["–", "—", "»", "›", "→", "|", "- "]
            if separators.contains(where: { rest.starts(with: $0.utf8) }) { return true }
            return Self.isShouted(line, label) && line.folded[label] == 0x20
        }
        if let label = Self.weak.prefix(of: line.folded) {
            let rest = line.folded[label...].drop { $0 == 0x20 }
            // "Label: value" lines come in lists; a pointer comes alone.
            return (rest.first == 0x3A || rest.first == 0x7C) && line.wordCount >= 5
                && !place.isInLabelledList && place.isBesideProse
        }
        return Self.full.prefix(of: line.folded) != nil && line.wordCount <= 12
            && place.isBesideProse
    }

    /// A full stop ends a sentence; a question mark may well end a headline.
    private static func endsWithStop(_ passage: Passage) -> Bool {
        guard passage.endsSentence else { return false }
        let bare = passage.withoutClosers
        return bare.last == 0x2E || bare.ends(with: [0xE3, 0x80, 0x82])
    }

    /// The label is in capitals: "ALSO READ TOP STORIES". Where "READ MORE" is followed by nothing
    /// but capitals, it may be a slogan.
    private static func isShouted(_ line: Line, _ label: Int) -> Bool {
        let printed = line.printed.drop { !$0.isASCIILetter }
        let head = printed.prefix(label)
        guard head.contains(where: \.isASCIIUpper), !head.contains(where: \.isASCIILower) else {
            return false
        }
        let isSlogan = head.starts(with: Array("READ MORE".utf8))
        return !isSlogan || printed.dropFirst(label).contains(where: \.isASCIILower)
    }
}
