import Markup

/// What stands in front of the text: the headline and what is said about the article.
extension Trimming {
    mutating func cutFront() {
        let start = cutHeadline()
        let standfirst = passages.prefix(above).map { Folded($0.block.text) }
        var paragraphs = 0
        var loose = 0
        // More of them part the entries of a chronicle.
        let hasFewDates = passages.count { $0.isDate } <= Self.mostDates
        for index in passages.indices.dropFirst(start).prefix(16) {
            let passage = passages[index]
            if passage.rule != nil { continue }
            let text = Folded(passage.block.text)
            if index >= above, text.count > 30, standfirst.contains(text) {
                cut(index, .headline)
            } else if passage.isDate, hasFewDates, paragraphs == 0 || passage.letters < 30 {
                cut(index, .date)
            } else if isByline(passage, text) {
                cut(index, .byline)
            } else if paragraphs == 0, isLoose(passage), hasFewDates || !passage.isDate {
                // More of them are what the page is made of.
                loose += 1
                if loose <= 4 { cut(index, .byline) }
            } else if passage.isProse {
                // A standfirst may stand above the byline.
                paragraphs += 1
                if paragraphs > 2 { break }
            }
        }
    }

    private static let mostDates = 3

    /// Cuts the headline and what stands above it; gives where the rest begins.
    private mutating func cutHeadline() -> Int {
        let wanted = metadata.headline.map { Folded($0.utf8) }
        let heading = headline.map { Folded(of: $0, in: features.tree) }
        var place = 0
        var hasProse = false
        for index in passages.indices.prefix(14) {
            let passage = passages[index]
            let text = Folded(passage.block.text)
            // Below the first paragraphs only the very same words are the headline's.
            let asHeading = passage.isHeading && !hasProse
            guard
                passage.block.node == headline || text.says(wanted, asHeading: asHeading)
                    || text.says(heading, asHeading: asHeading)
            else {
                hasProse = hasProse || passage.isProse
                continue
            }
            for before in max(place, index - 6)..<index where !hasProse { cut(before, .byline) }
            cut(index, .headline)
            place = index + 1
        }
        return place
    }

    /// A byline, a date, a place in the site, in front of the text.
    private func isLoose(_ passage: Passage) -> Bool {
        if passage.letters < 70, !passage.isHeading, !passage.isItem, !passage.isSentence {
            return true
        }
        return passage.letters < 40 && passage.linkShare > 0.3
    }

    private func isByline(_ passage: Passage, _ text: Folded) -> Bool {
        // A speaker before what is asked, and a sentence about the author, are the text's.
        guard passage.letters < 160, !passage.isItem, passage.block.text.last != 0x3F else {
            return false
        }
        let most = passage.isSentence && passage.linkShare == 0 ? 16 : 60
        return metadata.bylines.contains { name in
            let name = Folded(name.utf8)
            return name.count >= 5 && text.count < name.count + most
                && text.bytes.containsBytes(name.bytes)
        }
    }
}

extension Folded {
    /// Whether it is a headline, or a heading that holds one, or its first part.
    fileprivate func says(_ headline: Folded?, asHeading isHeading: Bool) -> Bool {
        guard let headline, count > 0, headline.count > 0 else { return false }
        if self == headline { return true }
        guard isHeading, count >= 12, headline.count >= 12 else { return false }
        let shorter = Swift.min(count, headline.count)
        let longer = Swift.max(count, headline.count)
        guard shorter * 2 > longer else { return false }
        return count > headline.count
            ? bytes.containsBytes(headline.bytes) : headline.bytes.containsBytes(bytes)
    }
}
