/// Numbers as they are written: "2,000", "2 thousand", "two thousand", "9.7 mln".
struct NumberWords {
    /// Bits for the hashes of all words here, so that nearly all other words need no look into a table.
    private let filter: [UInt64]

    init() {
        var filter = [UInt64](repeating: 0, count: 64)
        for hash in Array(Self.spelt.keys) + Array(Self.multipliers.keys) {
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
        return Self.spelt[word.hash].map { NumberValue(significand: $0) }
    }

    /// How many zeros a word after a number adds to it.
    func zeros(of word: Word) -> Int32? {
        mayHold(word) ? Self.multipliers[word.hash] : nil
    }

    /// "One" is left out: it is a pronoun more often than a number.
    private static let spelt: [UInt64: UInt64] = [
        WordHash.of("two"): 2, WordHash.of("three"): 3, WordHash.of("four"): 4,
        WordHash.of("five"): 5, WordHash.of("six"): 6, WordHash.of("seven"): 7,
        WordHash.of("eight"): 8, WordHash.of("nine"): 9, WordHash.of("ten"): 10,
        WordHash.of("eleven"): 11, WordHash.of("twelve"): 12, WordHash.of("thirteen"): 13,
        WordHash.of("fourteen"): 14, WordHash.of("fifteen"): 15, WordHash.of("sixteen"): 16,
        WordHash.of("seventeen"): 17, WordHash.of("eighteen"): 18, WordHash.of("nineteen"): 19,
        WordHash.of("twenty"): 20, WordHash.of("thirty"): 30, WordHash.of("forty"): 40,
        WordHash.of("fifty"): 50, WordHash.of("sixty"): 60, WordHash.of("seventy"): 70,
        WordHash.of("eighty"): 80, WordHash.of("ninety"): 90,
    ]

    private static let multipliers: [UInt64: Int32] = [
        WordHash.of("hundred"): 2, WordHash.of("thousand"): 3, WordHash.of("million"): 6,
        WordHash.of("mln"): 6, WordHash.of("mn"): 6, WordHash.of("billion"): 9,
        WordHash.of("bln"): 9, WordHash.of("bn"): 9, WordHash.of("trillion"): 12,
        WordHash.of("trn"): 12, WordHash.of("tn"): 12, WordHash.of("mio"): 6, WordHash.of("mrd"): 9,
    ]
}
