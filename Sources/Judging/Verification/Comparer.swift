/// Compares the text at hand with one that is known; keeps its buffers from one pair to the next.
struct Comparer {
    private var newer = WordList()
    private var older = WordList()
    private var shingles = ShingleTable()
    private var alignment = Alignment()

    /// The text that all following comparisons are about.
    mutating func begin(_ text: [UInt8]) { newer.fill(from: text) }

    mutating func compare(withOlder text: [UInt8]) -> Comparison {
        older.fill(from: text)
        shingles.fill(older: older.words, newer: newer.words)
        var result = Comparison(
            jaccard: shingles.jaccard, newerContained: shingles.newerContained,
            olderContained: shingles.olderContained,
            shorterShingles: min(shingles.olderCount, shingles.newerCount),
            olderWords: older.words.count, newerWords: newer.words.count)
        result.isCut = older.isCut || newer.isCut
        alignment.align(older: older.words, newer: newer.words, using: &shingles)
        result.numberOfEdits = alignment.edits.count
        countNumbersAndNames(&result)
        result.addsSentence = alignment.edits.contains { addsSentence($0) }
        result.matchStart = matchStart(newerIsShorter: result.newerIsShorter)
        return result
    }

    private func countNumbersAndNames(_ result: inout Comparison) {
        let isNewer = result.newerIsShorter
        let shorter = isNewer ? newer : older
        let longer = isNewer ? older : newer
        for index in shorter.words.indices {
            if shorter.values[index] != 0 { result.numbers += 1 }
            if shorter.isName(index) { result.names += 1 }
        }
        var elsewhere = LateSet()
        for edit in alignment.edits {
            let range = isNewer ? edit.newer : edit.older
            let counterpart = isNewer ? edit.older : edit.newer
            // A replaced word has its counterpart where it stood; of a passage of its own only
            // the whole of the other text can tell whether it is told there.
            let isReplaced = !counterpart.isEmpty && counterpart.count <= 2 * range.count + 4
            for index in range {
                let isMoved =
                    isNewer ? shingles.newerWordIsKnown(index) : shingles.olderWordIsKept(index)
                // Two figures that changed places are each known from elsewhere, and yet corrected.
                if isMoved, !isReplaced || range.count > 3 { continue }
                let value = shorter.values[index]
                if value != 0 {
                    let isThere =
                        isReplaced
                        ? longer.values[counterpart].contains(value)
                        : elsewhere.contains(value, of: longer.values)
                    if !isThere { result.numbersMissing += 1 }
                } else if shorter.isName(index) {
                    let hash = shorter.words[index].hash
                    if isReplaced, counterpart.count <= 32,
                        counterpart.contains(where: { longer.words[$0].hash == hash })
                    {
                        continue
                    }
                    if isReplaced && range.count <= 3
                        || !elsewhere.contains(hash, ofWords: longer.words)
                    {
                        result.namesMissing += 1
                    }
                }
            }
        }
    }

    /// A whole sentence, or at least five words more than what they replace, most of them unknown.
    private func addsSentence(_ edit: Alignment.Edit) -> Bool {
        let gain = edit.newer.count - edit.older.count
        guard gain >= 2 else { return false }
        let unknown = edit.newer.count { !shingles.newerWordIsKnown($0) }
        if gain >= 5, unknown * 10 >= gain * 6 { return true }
        let words = newer.words
        let endsSentence =
            edit.newer.upperBound >= words.count
            || words[edit.newer.upperBound].traits.contains(.startsSentence)
        return edit.older.isEmpty && endsSentence && unknown >= 2
            && words[edit.newer.lowerBound].traits.contains(.startsSentence)
    }

    private func matchStart(newerIsShorter: Bool) -> Double {
        let count = newerIsShorter ? older.words.count : newer.words.count
        for index in 0..<count {
            let isShared =
                newerIsShorter ? shingles.olderWordIsKept(index) : shingles.newerWordIsKnown(index)
            if isShared { return Double(index) / Double(max(1, count)) }
        }
        return 1
    }
}

/// A set that is built when it is first asked.
private struct LateSet {
    private var values: Set<UInt64>?
    private var words: Set<UInt64>?

    mutating func contains(_ value: UInt64, of all: [UInt64]) -> Bool {
        let set = values ?? Set(all)
        values = set
        return set.contains(value)
    }

    mutating func contains(_ hash: UInt64, ofWords all: [Word]) -> Bool {
        let set = words ?? Set(all.lazy.map(\.hash))
        words = set
        return set.contains(hash)
    }
}
