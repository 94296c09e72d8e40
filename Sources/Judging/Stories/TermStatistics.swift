/// In how many articles each term stood, counted in one pass and in constant memory: a count-min
/// sketch with conservative update (Cormode and Muthukrishnan 2005; Estan and Varghese 2002).
///
/// When 65,536 articles have been counted all counts are halved: what was common long ago fades.
struct TermStatistics {
    private static let rowBits: UInt32 = 17
    private static let halfLife: Float = 65_536
    /// The weight of what a term looks like against what was counted, in articles.
    private static let priorArticles: Float = 1000

    private(set) var first = [UInt16](repeating: 0, count: 1 << Int(Self.rowBits))
    private(set) var second = [UInt16](repeating: 0, count: 1 << Int(Self.rowBits))
    private(set) var articles: Float = 0

    init() {}

    /// Nil where the rows are not of the right length.
    init?(first: [UInt16], second: [UInt16], articles: Float) {
        guard first.count == self.first.count, second.count == first.count else { return nil }
        (self.first, self.second, self.articles) = (first, second, articles)
    }

    /// Logarithm of how rare the term is: 0 where every article has it.
    func rarity(of term: StoryTerm, logArticles: Float) -> Float {
        let counted = Float(min(first[Self.firstSlot(term.id)], second[Self.secondSlot(term.id)]))
        let expected = term.kind.expectedArticles
        return max(0, logArticles - Logarithm.of(counted + expected))
    }

    var logArticles: Float { Logarithm.of(articles + Self.priorArticles) }

    mutating func count(_ terms: [StoryTerm]) {
        articles += 1
        for term in terms {
            let one = Self.firstSlot(term.id)
            let two = Self.secondSlot(term.id)
            let least = min(first[one], second[two])
            guard least < .max else { continue }
            if first[one] == least { first[one] = least + 1 }
            if second[two] == least { second[two] = least + 1 }
        }
        if articles >= Self.halfLife { halve() }
    }

    private mutating func halve() {
        articles /= 2
        for index in first.indices {
            first[index] /= 2
            second[index] /= 2
        }
    }

    private static func firstSlot(_ id: UInt32) -> Int { Int(id &>> (32 - rowBits)) }
    private static func secondSlot(_ id: UInt32) -> Int {
        Int((id &* 0x9E37_79B1) &>> (32 - rowBits))
    }
}
