import Testing

@testable import Judging

@Suite("Comparing two texts")
struct ComparerTests {
    private func compare(_ older: String, _ newer: String) -> Comparison {
        var comparer = Comparer()
        comparer.begin(Array(newer.utf8))
        return comparer.compare(withOlder: Array(older.utf8))
    }

    @Test("Similarity and containment are those of the sets of word 3-grams")
    func measures() {
        let pair = compare("a b c d e f", "a b c d x y z")
        #expect(pair.jaccard == 2.0 / 7)
        #expect(pair.newerContained == 2.0 / 5 && pair.olderContained == 2.0 / 4)
        #expect(compare("a b c", "a b c").isIdentical)
        #expect(compare("", "").jaccard == 0 && compare("a", "b").jaccard == 0)
    }

    @Test("Alignment finds every edit, and leaves out what was only moved")
    func edits() {
        var random = RandomTexts(seed: 6)
        let words = random.words(300)
        for _ in 0..<100 {
            var changed = words
            let place = Int.random(in: 5..<290, using: &random)
            changed[place] = "7\(random.next() % 100)"
            let pair = compare(words.joined(separator: " "), changed.joined(separator: " "))
            #expect(pair.numberOfEdits == 1 && !pair.addsSentence)
            #expect(pair.numbersMissing == 1)
        }
        let moved = Array(words[100...] + words[..<100])
        let pair = compare(words.joined(separator: " "), moved.joined(separator: " "))
        #expect(pair.numbersMissing == 0 && pair.namesMissing == 0 && !pair.addsSentence)
    }

    @Test("Numbers are compared where they stand, not as a bag")
    func aligned() {
        let old = "They counted 65 votes in Lund and 81 votes in Malmo, after a long night of work."
        let new = "They counted 81 votes in Lund and 65 votes in Malmo, after a long night of work."
        #expect(compare(old, new).numbersMissing == 2)
    }
}
