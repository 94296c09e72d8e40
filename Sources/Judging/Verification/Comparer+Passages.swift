extension Comparer {
    /// The texts that were compared last, passage by passage.
    func passages() -> [Passage] {
        var passages: [Passage] = []
        var (i, j) = (0, 0)
        for (place, edit) in alignment.edits.enumerated() {
            append(.same, i..<edit.older.lowerBound, j..<edit.newer.lowerBound, to: &passages)
            append(kind(of: edit, at: place), edit.older, edit.newer, to: &passages)
            (i, j) = (edit.older.upperBound, edit.newer.upperBound)
        }
        append(.same, i..<older.words.count, j..<newer.words.count, to: &passages)
        return passages
    }

    private func append(
        _ kind: Passage.Kind, _ ofOlder: Range<Int>, _ ofNewer: Range<Int>,
        to passages: inout [Passage]
    ) {
        let words = max(ofOlder.count, ofNewer.count)
        guard words > 0 else { return }
        passages.append(
            Passage(
                kind: kind, older: older.printed(ofOlder), newer: newer.printed(ofNewer),
                words: words))
    }

    private func kind(of edit: Alignment.Edit, at place: Int) -> Passage.Kind {
        if isMereDamage(place) { return .damaged }
        if edit.older.isEmpty {
            return isMostly(edit.newer, shingles.newerWordIsKnown) ? .moved : .added
        }
        if edit.newer.isEmpty {
            return isMostly(edit.older, shingles.olderWordIsKept) ? .moved : .removed
        }
        return .replaced
    }

    private func isMostly(_ range: Range<Int>, _ isKnown: (Int) -> Bool) -> Bool {
        range.count(where: isKnown) * 10 >= range.count * 6
    }
}

extension WordList {
    /// A range of words as printed, with the marks that close them.
    func printed(_ range: Range<Int>) -> String {
        guard !range.isEmpty else { return "" }
        let bytes = text[boundary(before: range.lowerBound)..<boundary(before: range.upperBound)]
        let isSpace: (UInt8) -> Bool = { $0 <= 0x20 }
        let trimmed = bytes.drop(while: isSpace)
        let end = trimmed.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? trimmed.startIndex
        return String(decoding: trimmed[..<end], as: UTF8.self)
    }

    /// The first space between two words, so that a full stop stays with the word before it; where
    /// there is none, the end of the word.
    private func boundary(before index: Int) -> Int {
        guard index > 0 else { return 0 }
        let end = Int(ends[index - 1])
        guard index < words.count else { return isCut ? end : text.count }
        return text[end..<Int(ends[index])].firstIndex { $0 <= 0x20 } ?? end
    }
}
