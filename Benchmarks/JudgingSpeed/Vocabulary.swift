import TestSupport

/// Words that were never any language's, drawn as often as those of a language are.
///
/// A word's frequency is inversely proportional to its rank (Zipf 1935, exponent 1); frequent words
/// are short. Drawing takes constant time by the alias method (Walker 1977; Vose 1991).
struct Vocabulary {
    private let words: [[UInt8]]
    /// Of 2^32: below it a column stands for itself, from it on for its alias.
    private let limits: [UInt32]
    private let aliases: [UInt32]

    private static let onsets = [
        "b", "br", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "st", "t", "v",
    ]
    .map { Array($0.utf8) }
    private static let rhymes = ["a", "e", "i", "o", "u", "an", "en", "ir", "or", "al", "es", "ut"]
        .map { Array($0.utf8) }

    /// `count` different words, 1 or more.
    /// - Parameter isNames: whether they begin with a capital.
    init(count: Int, isNames: Bool, seed: UInt64) {
        words = Self.words(max(1, count), isNames, SeededNumbers(seed: seed))
        (limits, aliases) = Self.columns(words.count)
    }

    /// A word, the frequent ones more often.
    func draw(_ numbers: inout SeededNumbers) -> [UInt8] {
        let random = numbers.next()
        let column = Int(((random >> 32) &* UInt64(words.count)) >> 32)
        let isItself = UInt32(truncatingIfNeeded: random) < limits[column]
        return words[isItself ? column : Int(aliases[column])]
    }

    /// Any word, all alike.
    func drawRare(_ numbers: inout SeededNumbers) -> [UInt8] {
        words[Int.random(in: 0..<words.count, using: &numbers)]
    }

    /// The most frequent ones have one syllable, like the function words of a language.
    private static func words(
        _ count: Int, _ isNames: Bool, _ numbers: consuming SeededNumbers
    ) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var seen: Set<[UInt8]> = []
        while words.count < count {
            let syllables = (words.count < 60 ? 1 : words.count < 2_000 ? 2 : 3) + (isNames ? 1 : 0)
            var word: [UInt8] = []
            for _ in 0..<syllables {
                word += onsets.randomElement(using: &numbers) ?? []
                word += rhymes.randomElement(using: &numbers) ?? []
            }
            if isNames { word[0] -= 0x20 }
            if seen.insert(word).inserted { words.append(word) }
        }
        return words
    }

    private static func columns(_ count: Int) -> (limits: [UInt32], aliases: [UInt32]) {
        let total = (1...count).reduce(0) { $0 + 1 / Double($1) }
        var shares = (1...count).map { Double(count) / Double($0) / total }
        var small = shares.indices.filter { shares[$0] < 1 }
        var large = shares.indices.filter { shares[$0] >= 1 }
        var limits = [UInt32](repeating: .max, count: count)
        var aliases = shares.indices.map { UInt32($0) }
        while let less = small.popLast(), let more = large.last {
            limits[less] = UInt32(shares[less] * Double(UInt32.max))
            aliases[less] = UInt32(more)
            shares[more] -= 1 - shares[less]
            if shares[more] < 1 {
                large.removeLast()
                small.append(more)
            }
        }
        return (limits, aliases)
    }
}
