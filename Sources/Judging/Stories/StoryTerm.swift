/// A word, number or pair of characters that may tell what an article is about.
struct StoryTerm: Sendable {
    /// What a term is by its looks, which says how common it must be taken to be before enough
    /// articles have been counted: names are rare, short words are not (Zipf's law of abbreviation).
    enum Kind: UInt8, Sendable {
        case name, longWord, word, shortWord, functionWord, number, smallNumber, characters, detail

        /// Of 1,000 articles, so many are taken to have a given term of this kind.
        var expectedArticles: Float {
            switch self {
            case .name: 3
            case .longWord: 6
            case .word: 12
            case .shortWord: 40
            case .functionWord: 300
            case .number: 8
            case .smallNumber: 30
            case .characters: 10
            case .detail: 1
            }
        }
    }

    /// Set in the ids of details and of nothing else.
    static let detailBit: UInt32 = 1 << 31

    /// A hash of the term.
    var id: UInt32
    /// How much the article makes of it: by where it stands and how often.
    var weight: Float
    var kind: Kind
}
