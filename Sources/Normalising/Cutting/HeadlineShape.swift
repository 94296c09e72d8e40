/// What a single line shows of being a headline.
struct HeadlineShape {
    let words: [Passage]
    let length: Int
    /// Verbs of the news, and half as much for links between events; at most 1.
    let weight: Double
    /// Of the words with four letters or more, the share that begins with a capital.
    let capitals: Double
    let hasComma: Bool
    let hasColon: Bool
    let hasDash: Bool
    let endsAsQuestion: Bool

    /// Nil for what is no headline: a sentence, a bullet, a number first or last, a score, a table's
    /// row, all in capitals, too short or too long.
    init?(_ line: Passage) {
        guard (24...180).contains(line.count), !Headline.endsLikeText(line),
            !Headline.isBullet(line), let first = line.first, !first.isASCIIDigit
        else { return nil }
        words = line.words
        guard (4...24).contains(words.count), words[0].letterCase == .upper else { return nil }
        length = line.count
        endsAsQuestion = line.endsSentence
        var weight = 0.0
        var long = 0
        var capital = 0
        var lowerLetters = 0
        var comma = false
        var dash = false
        for (index, word) in words.enumerated() {
            if HeadlineShape.isScore(word) { return nil }
            if word.last == 0x2C { comma = true }
            if word.count <= 3 && ["-", "–", "—", "|", "/"].contains(word.string) { dash = true }
            let letters = word.filter { $0.isASCIILetter || $0 >= 0x80 }
            lowerLetters += word.reduce(0) { $1.isASCIILower ? $0 + 1 : $0 }
            if letters.count >= 4 {
                long += 1
                if word.letterCase != .lower { capital += 1 }
            }
            // "to" needs its verb behind it, and a first word may be a name.
            if index > 0 {
                let bare = String(
                    decoding: word.filter(\.isASCIILetter).map { $0 | 0x20 }, as: UTF8.self)
                weight = max(weight, HeadlineWords.weight(bare))
            }
        }
        guard lowerLetters * 3 >= line.count, long >= 2 else { return nil }
        if let last = words.last, Self.isFigure(last) { return nil }
        self.weight = weight
        capitals = Double(capital) / Double(long)
        hasComma = comma
        hasDash = dash
        hasColon = line.contains(0x3A)
    }

    /// "2-1", "6–4", "21:30".
    private static func isScore(_ word: Passage) -> Bool {
        guard word.first?.isASCIIDigit ?? false, word.last?.isASCIIDigit ?? false, word.count <= 7
        else { return false }
        return word.contains(0x2D) || word.contains(0x3A) || word.contains(0xE2)
    }

    /// A number at the end is a result or an amount, unless it is a year.
    private static func isFigure(_ word: Passage) -> Bool {
        let bare = word.withoutClosers
        guard bare.last?.isASCIIDigit ?? false else { return false }
        return
            !(bare.count == 4 && bare.allSatisfy(\.isASCIIDigit)
            && (bare.starts(with: "19".utf8) || bare.starts(with: "20".utf8)))
    }
}
