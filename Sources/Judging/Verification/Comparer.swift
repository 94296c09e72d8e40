/// Compares the text at hand with one that is known; keeps its buffers from one pair to the next.
struct Comparer {
    private(set) var newer = WordList()
    private(set) var older = WordList()
    private(set) var shingles = ShingleTable()
    private(set) var alignment = Alignment()
    private var damage = Damage()
    /// For each edit whether only letters differ, where the texts look damaged; empty otherwise.
    private var isDamage: [Bool] = []
    private var replacements = NameReplacements()

    /// Texts are damaged where that is in so many places, and in so many hundredths of their words, and
    /// it is most of what differs.
    private static let damagedPlaces = 4
    private static let damagedHundredths = 2
    /// Of a text without capitals, one word in so many is taken for a name.
    private static let wordsForAName = 20

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
        result.alignedThroughDamage = alignedThroughDamage()
        countNumbersAndNames(&result)
        result.addsSentence = alignment.edits.indices.contains { place in
            !isMereDamage(place) && addsSentence(alignment.edits[place])
        }
        result.subjectsReplaced = replacements.subjects(older: older, newer: newer)
        result.matchStart = matchStart(newerIsShorter: result.newerIsShorter)
        return result
    }

    /// Finds the edits that are mere damage.
    private mutating func alignedThroughDamage() -> Double {
        isDamage.removeAll(keepingCapacity: true)
        let edits = alignment.edits
        guard edits.count >= Self.damagedPlaces else { return 0 }
        var (places, olderWords, newerWords) = (0, 0, 0)
        var (olderLost, newerLost) = (0, 0)
        for edit in edits {
            let isShort = (1...8).contains(edit.older.count) && (1...8).contains(edit.newer.count)
            let isIt =
                isShort
                && damage.isAll(
                    between: older.bytes(of: edit.older), and: newer.bytes(of: edit.newer))
            isDamage.append(isIt)
            if isIt {
                places += 1
                olderWords += edit.older.count
                newerWords += edit.newer.count
            } else {
                olderLost += edit.older.count
                newerLost += edit.newer.count
            }
        }
        let isShorterOlder = older.words.count < newer.words.count
        let words = isShorterOlder ? older.words.count : newer.words.count
        guard places >= Self.damagedPlaces, places * 2 >= edits.count,
            max(olderWords, newerWords) * 100 >= Self.damagedHundredths * words
        else {
            isDamage.removeAll(keepingCapacity: true)
            return 0
        }
        return 1 - Double(isShorterOlder ? olderLost : newerLost) / Double(max(1, words))
    }

    func isMereDamage(_ edit: Int) -> Bool { !isDamage.isEmpty && isDamage[edit] }

    private mutating func countNumbersAndNames(_ result: inout Comparison) {
        replacements.removeAll()
        let isNewer = result.newerIsShorter
        let shorter = isNewer ? newer : older
        let longer = isNewer ? older : newer
        for index in shorter.words.indices {
            if shorter.values[index] != 0 { result.numbers += 1 }
            if shorter.isName(index) { result.names += 1 }
        }
        if shorter.isCaseless { result.names = shorter.words.count / Self.wordsForAName }
        var elsewhere = LateSet()
        for (place, edit) in alignment.edits.enumerated() {
            if isMereDamage(place) { continue }
            replacements.note(edit, older: older, newer: newer)
            let range = isNewer ? edit.newer : edit.older
            let counterpart = isNewer ? edit.older : edit.newer
            // A replaced word has its counterpart where it stood; of a passage of its own only
            // the whole of the other text can tell whether it is told there.
            let isReplaced = !counterpart.isEmpty && counterpart.count <= 2 * range.count + 4
            if isReplaced, range.contains(where: { shorter.values[$0] != 0 }) {
                let more = figuresInPlace(counterpart, of: longer, for: range, of: shorter)
                let fewer = figuresInPlace(range, of: shorter, for: counterpart, of: longer)
                result.numbersMissing += max(0, more - fewer)
            }
            if isReplaced, shorter.isCaseless, isOtherWord(range, isNewer: isNewer) {
                result.namesMissing += 1
            }
            for index in range {
                let isMoved =
                    isNewer ? shingles.newerWordIsKnown(index) : shingles.olderWordIsKept(index)
                // Two figures that changed places are each known from elsewhere, and yet corrected.
                if isMoved, !isReplaced || range.count > 3 { continue }
                let value = shorter.values[index]
                if value != 0 {
                    let isThere =
                        isReplaced
                        ? longer.hasNumber(index, of: shorter, in: counterpart)
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

    /// Without capitals, a word that stands nowhere else in the other text may be a name.
    private func isOtherWord(_ range: Range<Int>, isNewer: Bool) -> Bool {
        let list = isNewer ? newer : older
        return range.count <= 8
            && range.contains { index in
                let isKnown =
                    isNewer ? shingles.newerWordIsKnown(index) : shingles.olderWordIsKept(index)
                return !isKnown && list.values[index] == 0
            }
    }

    /// Figures of the longer text that stand where the shorter one has others.
    private func figuresInPlace(
        _ range: Range<Int>, of longer: WordList, for other: Range<Int>, of shorter: WordList
    ) -> Int {
        guard range.count <= 6, other.count <= 6 else { return 0 }
        return range.count {
            longer.values[$0] != 0 && !shorter.hasNumber($0, of: longer, in: other)
        }
    }

    /// Whether a word that left the headline is told by the older text alone, and one that came by the
    /// newer alone: they are about something else.
    func isAnotherSubject(_ headlines: HeadlineComparison) -> Bool {
        guard headlines.isWordReplaced else { return false }
        func tells(_ list: WordList, _ hashes: Set<UInt64>, notIn other: WordList) -> Bool {
            var left = hashes
            for word in other.words where left.contains(word.hash) { left.remove(word.hash) }
            return !left.isEmpty && list.words.contains { left.contains($0.hash) }
        }
        return tells(older, headlines.gone, notIn: newer)
            && tells(newer, headlines.come, notIn: older)
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
        // Three words in common are no passage: "he said that" stands everywhere.
        let other = newerIsShorter ? newer.words.count : older.words.count
        let passage = min(10, max(3, other / 2))
        var run = 0
        for index in 0..<count {
            let isShared =
                newerIsShorter ? shingles.olderWordIsKept(index) : shingles.newerWordIsKnown(index)
            run = isShared ? run + 1 : 0
            if run == passage { return Double(index - run + 1) / Double(max(1, count)) }
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
