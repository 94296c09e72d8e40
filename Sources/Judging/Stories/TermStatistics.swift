/// In how many articles of its language each term stood, counted in one pass and in constant memory: a
/// count-min sketch with conservative update (Cormode and Muthukrishnan 2005; Estan and Varghese 2002).
///
/// Languages are counted apart: of a small language the commonest words are rare among all articles.
/// When 65,536 articles have been counted all counts are halved: what was common long ago fades.
struct TermStatistics {
    private static let rowBits: UInt32 = 17
    private static let halfLife: Float = 65_536
    /// The weight of what a term looks like against what was counted, in articles.
    private static let priorArticles: Float = 600
    /// Senders may invent languages: those beyond count as unknown.
    private static let mostLanguages = 256

    /// Counts of a row.
    static let rowCount = 1 << Int(rowBits)
    /// Both rows; empty until something is counted.
    private(set) var first: [UInt16] = []
    private(set) var second: [UInt16] = []
    /// Articles that were counted.
    private(set) var articles: Float = 0
    /// The same by language (``Features/language``), in the order in which they came.
    private(set) var languages: [(language: UInt32, articles: Float)] = []

    init() {}

    /// Nil where the rows are not of the right length.
    init?(
        first: [UInt16], second: [UInt16], articles: Float,
        languages: [(language: UInt32, articles: Float)]
    ) {
        guard first.count == Self.rowCount || first.isEmpty, second.count == first.count,
            languages.count <= Self.mostLanguages
        else { return nil }
        (self.first, self.second, self.articles) = (first, second, articles)
        self.languages = languages
    }

    /// How rare a term is, by the articles of one language.
    func rarity(in language: UInt32) -> Rarity {
        let place = languages.firstIndex { $0.language == language }
        let counted = place.map { languages[$0].articles } ?? 0
        return Rarity(
            statistics: self, salt: Self.salt(language),
            logArticles: Logarithm.of(counted + Self.priorArticles))
    }

    struct Rarity {
        fileprivate let statistics: TermStatistics
        fileprivate let salt: UInt32
        fileprivate let logArticles: Float

        /// The logarithm of how rare the term is: 0 where every article has it.
        func of(_ term: StoryTerm) -> Float {
            let counted = Float(statistics.count(of: term.id ^ salt))
            return max(0, logArticles - Logarithm.of(counted + term.kind.expectedArticles))
        }
    }

    mutating func count(_ terms: [StoryTerm], in language: UInt32) {
        if first.isEmpty {
            first = [UInt16](repeating: 0, count: Self.rowCount)
            second = first
        }
        articles += 1
        countArticle(in: language)
        let salt = Self.salt(language)
        for term in terms {
            let one = Self.firstSlot(term.id ^ salt)
            let two = Self.secondSlot(term.id ^ salt)
            let least = min(first[one], second[two])
            guard least < .max else { continue }
            if first[one] == least { first[one] = least + 1 }
            if second[two] == least { second[two] = least + 1 }
        }
        if articles >= Self.halfLife { halve() }
    }

    private mutating func countArticle(in language: UInt32) {
        if let place = languages.firstIndex(where: { $0.language == language }) {
            languages[place].articles += 1
        } else if languages.count < Self.mostLanguages {
            languages.append((language, 1))
        }
    }

    private mutating func halve() {
        articles /= 2
        for place in languages.indices { languages[place].articles /= 2 }
        for index in first.indices {
            first[index] /= 2
            second[index] /= 2
        }
    }

    private func count(of id: UInt32) -> UInt16 {
        first.isEmpty ? 0 : min(first[Self.firstSlot(id)], second[Self.secondSlot(id)])
    }

    /// Parts the same letters in two languages.
    private static func salt(_ language: UInt32) -> UInt32 { language &* 0x85EB_CA6B }
    private static func firstSlot(_ id: UInt32) -> Int { Int(id &>> (32 - rowBits)) }
    private static func secondSlot(_ id: UInt32) -> Int {
        Int((id &* 0x9E37_79B1) &>> (32 - rowBits))
    }
}
