/// A word, number or pair of characters that may tell what an article is about.
struct StoryTerm: Sendable {
    /// What a term is by its looks, which says how common it must be taken to be before enough
    /// articles have been counted: names are rare, short words are not (Zipf's law of abbreviation).
    enum Kind: UInt8, Sendable {
        case name, longWord, word, shortWord, functionWord, number, smallNumber, characters, detail

        /// Of 1,000 articles, so many are taken to have a given term of this kind.
        var expectedArticles: Float {
            switch self {
            case .name: 2
            case .longWord: 8
            case .word: 4
            case .shortWord: 12
            case .functionWord: 150
            case .number: 20
            case .smallNumber: 80
            case .characters: 10
            case .detail: 2
            }
        }
    }

    /// Set in the ids of details and of nothing else.
    static let detailBit: UInt32 = 1 << 31

    static func id(of hash: UInt64, isDetail: Bool) -> UInt32 {
        UInt32(truncatingIfNeeded: hash &>> 33) | (isDetail ? detailBit : 0)
    }

    /// A hash of the term.
    var id: UInt32
    /// How much the article makes of it: by where it stands and how often.
    var weight: Float
    var kind: Kind
}
