/// The first line of a plain text, where it is the headline.
enum Headline {
    /// Whether the first paragraph is a headline. It has to be short and title-like, and prose has to
    /// follow soon: the first line of a poem, a list or a report without a headline is none.
    static func stands(in manuscript: Manuscript) -> Bool {
        let paragraphs = manuscript.paragraphs
        guard paragraphs.count >= 2 else { return false }
        let first = manuscript.passage(0)
        guard isTitleLike(first) else { return false }
        let following = (1..<min(paragraphs.count, 6)).map { manuscript.passage($0) }
        guard let prose = following.firstIndex(where: \.isProse) else { return false }
        // One line at most stands between a headline and the report: a standfirst, a promotion. More
        // short lines are a table or a list, and so is one that is made like the first.
        guard prose == 0 || (prose == 1 && !isFigures(first)) else { return false }
        return first.count * 3 <= following[prose].count * 4
    }

    private static func isTitleLike(_ line: Passage) -> Bool {
        let isHan = line.first.map { $0 >= 0xE3 && $0 <= 0xED } ?? false
        guard line.count <= (isHan ? 150 : 200), line.count >= (isHan ? 12 : 10) else {
            return false
        }
        guard isHan || (2...25).contains(line.wordCount) else { return false }
        if endsLikeText(line) || hasSentenceEndInside(line) { return false }
        guard line.firstWord.letterCase != .lower else { return false }
        return !isBullet(line) && !Line(line).isNotice
    }

    /// Ends as running text does: with a full stop (but for initials, "U.S."), a colon, a comma.
    static func endsLikeText(_ line: Passage) -> Bool {
        let bare = line.withoutClosers
        guard let last = bare.last else { return true }
        switch last {
        case 0x2E: return !(endsWithInitials(bare) && isTitleCase(bare))
        case 0x3A, 0x3B, 0x2C: return true
        case 0x21, 0x3F: return false
        case ..<0x80: return false
        default: break
        }
        for mark in ["。", "…", "：", "；", "，", "、", "।"] where bare.ends(with: Array(mark.utf8)) {
            return true
        }
        return false
    }

    /// Most words of four letters or more begin with capitals.
    private static func isTitleCase(_ line: Passage) -> Bool {
        let long = line.words.filter { $0.count >= 4 }
        return long.count * 7 <= long.filter { $0.letterCase == .upper }.count * 10
    }

    /// Two words with digits or more: a row of a table.
    private static func isFigures(_ line: Passage) -> Bool {
        line.words.filter { $0.contains(where: \.isASCIIDigit) }.count >= 2
    }

    /// "U.S.", "D.C.": its full stop is not the sentence's.
    static func endsWithInitials(_ line: Passage) -> Bool {
        guard let word = line.words.last, word.count >= 4, word.count <= 8 else { return false }
        return word.dropLast().contains(0x2E) && word.contains(where: \.isASCIIUpper)
    }

    /// A sentence ends within the line: it is text, not a title.
    private static func hasSentenceEndInside(_ line: Passage) -> Bool {
        guard line.contains(0x2E) else { return false }
        let words = line.words
        for (word, next) in zip(words, words.dropFirst()) {
            let bare = word.withoutClosers
            guard bare.last == 0x2E, next.letterCase == .upper else { continue }
            if bare.count > 4 && !bare.dropLast().contains(0x2E) { return true }
        }
        return false
    }

    static func isBullet(_ line: Passage) -> Bool {
        guard let first = line.first else { return false }
        if [0x2A, 0x2D, 0x2B, 0x3E, 0x7C, 0x23].contains(first) { return true }
        if first >= 0x80 {
            for mark in ["•", "–", "—", "·", "▪", "■", "●", "◦", "►", "▶", "✓"]
            where line.starts(with: mark.utf8) { return true }
            return false
        }
        guard first.isASCIIDigit else { return false }
        // "1. …", "2) …": a numbered list.
        let digits = line.prefix(while: \.isASCIIDigit)
        guard (1...3).contains(digits.count), digits.endIndex < line.endIndex else { return false }
        return line[digits.endIndex] == 0x2E || line[digits.endIndex] == 0x29
    }
}

extension Line {
    /// It holds a web address, or is a credit, a date or furniture.
    fileprivate var isNotice: Bool {
        Self.addresses.isContained(in: folded) || Self.openings.prefix(of: folded) != nil
            || (folded.contains { $0.isASCIIDigit }
                && TimeParser(zone: nil).parse(printed.string) != nil)
    }

    private static let addresses = Phrases(["http://", "https://"])
    private static let openings = Phrases([
        "photo via", "photo by", "photo:", "image:", "image by", "image via", "image credit",
        "originally posted", "originally published", "first published", "posted on", "updated",
        "share this", "advertisement", "reading time", "estimated reading", "min read",
    ])
}
