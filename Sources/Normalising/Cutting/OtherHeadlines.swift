/// Headlines of other reports that a page lists under the report.
///
/// They share names with the report as often as not, so that their subject is no test; their form
/// is. A list is cut only where all its lines are headlines in form, most have a verb of the news,
/// they are long on average, nothing announces them, and the report ended with a sentence before
/// them. Lists of names, books, films, results, recipes, verse and steps fail at one or more of
/// these. Lines in sentence case look like the points of a summary; they are cut only where their
/// words are not the report's, or under a label ("Related stories").
enum OtherHeadlines {
    private static let most = 60

    /// The number of paragraphs at the end that are such a list; 0 where there is none.
    static func count(in manuscript: Manuscript) -> Int {
        let total = manuscript.paragraphs.count
        guard total >= 3, !manuscript.passage(total - 1).isProse else { return 0 }
        if let label = labelled(manuscript) { return total - label }
        var shapes: [HeadlineShape] = []
        var first = total
        while first > 0, shapes.count < most,
            let shape = HeadlineShape(manuscript.passage(first - 1))
        {
            shapes.append(shape)
            first -= 1
        }
        guard first >= 2, !shapes.isEmpty else { return 0 }
        let before = manuscript.passage(first - 1)
        if isNewsy(shapes), RelatedLabel.isLikely(before), isEnd(first - 1, of: manuscript) {
            return total - first + 1
        }
        guard shapes.count >= 3, isEnd(first, of: manuscript), !isAnnounced(manuscript, first),
            isNewsy(shapes), !isUniform(shapes, manuscript, first)
        else { return 0 }
        if shapes.allSatisfy({ $0.capitals >= 0.5 }),
            mean(shapes.map(\.capitals)) >= 0.8
        {
            return total - first
        }
        return shapes.count >= 5 && isForeign(shapes, manuscript, first) ? total - first : 0
    }

    /// Whether the report may end before a paragraph: with a sentence that announces nothing, and
    /// with prose near it.
    private static func isEnd(_ index: Int, of manuscript: Manuscript) -> Bool {
        guard index >= 1 else { return false }
        let last = manuscript.passage(index - 1)
        guard last.endsSentence, last.wordCount >= 3, !Introduction.introduces(last) else {
            return false
        }
        return (max(0, index - 3)..<index).contains { manuscript.passage($0).isProse }
    }

    /// The label over the lines at the end, where one stands over them: no line of them may be a
    /// sentence of prose.
    private static func labelled(_ manuscript: Manuscript) -> Int? {
        var index = manuscript.paragraphs.count - 1
        var lines = 0
        var areHeadlines = true
        var areSubjects = true
        while index >= 1, lines <= 20 {
            let line = manuscript.passage(index)
            if lines >= 1,
                areHeadlines && RelatedLabel.isSure(line)
                    || areSubjects && RelatedLabel.isOverSubjects(line)
            {
                return isEnd(reportEnd(before: index, manuscript), of: manuscript) ? index : nil
            }
            areSubjects = areSubjects && lines < 12 && isSubject(line)
            areHeadlines =
                areHeadlines && line.count <= 180 && (line.wordCount >= 3 || line.count >= 12)
                && (!line.endsSentence || line.withoutClosers.last == 0x3F)
            guard areHeadlines || areSubjects else { return nil }
            lines += 1
            index -= 1
        }
        return nil
    }

    /// Where the furniture begins that stands before a label, if any does.
    private static func reportEnd(before label: Int, _ manuscript: Manuscript) -> Int {
        var index = label
        while index > 1, label - index < 10 {
            let line = manuscript.passage(index - 1)
            guard line.count <= 200, !line.endsSentence, Furniture.isLine(line) else { break }
            index -= 1
        }
        return index
    }

    /// A name or a few words, no figures.
    private static func isSubject(_ line: Passage) -> Bool {
        line.count <= 60 && line.wordCount <= 5 && !line.endsSentence && !line.endsWithColon
            && !Headline.isBullet(line) && !(line.first?.isASCIIDigit ?? true)
    }

    /// Long lines with verbs.
    private static func isNewsy(_ shapes: [HeadlineShape]) -> Bool {
        let words = mean(shapes.map { Double($0.words.count) })
        let weight = mean(shapes.map(\.weight))
        return shapes.count >= 4
            ? words >= 7 && weight >= 0.6 : words >= 7.5 && weight >= 0.8
    }

    /// All lines made alike: "NAME, office", "Prize: winner", the same first word, the same verb.
    private static func isUniform(
        _ shapes: [HeadlineShape], _ manuscript: Manuscript, _ first: Int
    ) -> Bool {
        let count = shapes.count
        func most(_ property: (HeadlineShape) -> Bool) -> Bool {
            shapes.reduce(0) { property($1) ? $0 + 1 : $0 } * 10 >= count * 6
        }
        if most(\.hasComma) || most(\.hasColon) || most(\.hasDash) || most(\.endsAsQuestion) {
            return true
        }
        var firsts: [String: Int] = [:]
        var lines: [String: Int] = [:]
        for shape in shapes {
            firsts[shape.words[0].string, default: 0] += 1
            for word in Set(shape.words.dropFirst().filter { $0.count >= 4 }.map(\.string)) {
                lines[word, default: 0] += 1
            }
        }
        if firsts.values.contains(where: { $0 * 10 > count * 5 && $0 >= 2 }) { return true }
        let repeated = lines.filter { $0.value * 10 >= count * 5 && $0.value >= 2 }.keys
        guard !repeated.isEmpty else { return false }
        // A name that the report is about may well stand in every headline.
        let report = vocabulary(manuscript, 0..<first)
        return repeated.contains { !report.contains($0) }
    }

    /// The report speaks of headlines or lists, or announces what follows.
    private static func isAnnounced(_ manuscript: Manuscript, _ first: Int) -> Bool {
        if Introduction.introduces(manuscript.passage(first - 1)) { return true }
        return (max(0, first - 3)..<first).contains {
            subjects.isContained(in: Folding.fold(manuscript.passage($0).prefix(2000)))
        }
    }

    private static let subjects = Phrases([
        "headline", "front page", "slogans", "shortlist", "placards",
        "schlagzeile", "à la une", "titulares", "заголов", "标题", "見出し",
    ])

    /// Most lines share hardly a word of weight with the report.
    private static func isForeign(
        _ shapes: [HeadlineShape], _ manuscript: Manuscript, _ first: Int
    ) -> Bool {
        guard mean(shapes.map(\.weight)) >= 0.7, mean(shapes.map { Double($0.length) }) >= 45 else {
            return false
        }
        let report = vocabulary(manuscript, 0..<first)
        let foreign = shapes.filter { shape in
            let words = shape.words.filter { $0.count >= 5 }
            let known = words.reduce(0) { report.contains($1.string) ? $0 + 1 : $0 }
            // A line without a name in it is a point of a list rather than news.
            let hasName = shape.words.dropFirst().contains { $0.letterCase == .upper }
            return hasName && words.count >= 3 && known * 4 <= words.count
        }
        return foreign.count * 10 >= shapes.count * 8
    }

    private static func vocabulary(_ manuscript: Manuscript, _ range: Range<Int>) -> Set<String> {
        var words = Set<String>()
        for index in range {
            for word in manuscript.passage(index).words
            where word.count >= 4 && words.count < 20_000 {
                var bare = word.withoutClosers
                while let last = bare.last, [0x2C, 0x2E, 0x3B, 0x3A].contains(last) {
                    bare.removeLast()
                }
                words.insert(bare.string)
                if bare.ends(with: Array("’s".utf8)) { words.insert(bare.dropLast(4).string) }
                if bare.ends(with: Array("'s".utf8)) { words.insert(bare.dropLast(2).string) }
            }
        }
        return words
    }

    private static func mean(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    }
}
