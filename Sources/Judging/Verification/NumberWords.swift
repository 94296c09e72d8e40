/// Numbers as they are written: "2,000", "2 thousand", "two thousand", "9.7 mln".
struct NumberWords {
    /// Bits for the hashes of all words here, so that nearly all other words need no look into a table.
    private let filter: [UInt64]

    init() {
        var filter = [UInt64](repeating: 0, count: 64)
        for hash in Array(NumberVocabulary.spelt.keys) + Array(NumberVocabulary.multipliers.keys) {
            filter[Int(hash >> 6 & 63)] |= 1 << (hash & 63)
        }
        self.filter = filter
    }

    /// False for most words that are not here.
    @inline(__always)
    func mayHold(_ word: Word) -> Bool {
        filter[Int(word.hash &>> 6 & 63)] & 1 &<< (word.hash & 63) != 0
    }

    /// The value of a number that is spelt out.
    func value(of word: Word) -> NumberValue? {
        guard mayHold(word) else { return nil }
        return NumberVocabulary.spelt[word.hash].map { NumberValue(significand: $0) }
    }

    /// How many zeros a word after a number adds to it.
    func zeros(of word: Word) -> Int32? {
        guard mayHold(word) else { return nil }
        return NumberVocabulary.multipliers[word.hash].map { Int32(truncatingIfNeeded: $0) }
    }
}
