/// Gathers the terms of an article: all words of the headline and the lead, later only names and
/// numbers. The headline weighs most, then the lead.
struct StoryTermCollector: ~Copyable {
    /// Terms that an article keeps.
    static let keptTerms = 20
    private static let leadWords = 90

    private static let headlineWeight: Float = 2.5
    private static let leadWeights: (first: Float, second: Float) = (1.5, 0.5)
    private static let tailWeight: Float = 0.6
    /// A site's name behind the headline says little of the event.
    private static let siteWeight: Float = 0.25
    private static let headlineNames: Float = 1.2
    private static let detailWeights: (headline: Float, text: Float) = (1.5, 5)
    /// A second mention counts for so much of the first.
    private static let repetition: Float = 0.2

    static let lastWord = 300
    private static let distinctTerms = 192
    /// A power of two, more than the terms.
    private static let slots = 512

    /// For each slot the number of its term, from 1; 0 where it is free.
    private let table: UnsafeMutablePointer<UInt8>
    private let terms: UnsafeMutablePointer<StoryTerm>
    private var termCount = 0
    private var position = 0
    private var previousCharacter: UInt64?
    /// A word without traits stands for none.
    private var previous = Self.noWord
    private let ranking: UnsafeMutablePointer<UInt64>
    private let scratch: UnsafeMutablePointer<UInt64>

    private static let noWord = Word(hash: 0, stem: 0, length: 0, traits: [])

    init() {
        table = .allocate(capacity: Self.slots)
        table.initialize(repeating: 0, count: Self.slots)
        terms = .allocate(capacity: Self.distinctTerms)
        terms.initialize(
            repeating: StoryTerm(id: 0, weight: 0, kind: .name), count: Self.distinctTerms)
        ranking = .allocate(capacity: Self.distinctTerms)
        ranking.initialize(repeating: 0, count: Self.distinctTerms)
        scratch = .allocate(capacity: Self.distinctTerms)
        scratch.initialize(repeating: 0, count: Self.distinctTerms)
    }

    deinit {
        table.deallocate()
        terms.deallocate()
        ranking.deallocate()
        scratch.deallocate()
    }

    /// Makes it ready for another article.
    mutating func begin() {
        table.update(repeating: 0, count: Self.slots)
        (termCount, position, previousCharacter, previous) = (0, 0, nil, Self.noWord)
    }

    /// Whether further words of the text can count.
    var wantsMore: Bool { position < Self.lastWord && termCount < Self.distinctTerms }

    /// Takes in the headline, before the text.
    mutating func collect(headline bytes: UnsafeBufferPointer<UInt8>) {
        let capitalsMean = Self.capitalsMean(in: bytes)
        var scanner = WordScanner(bytes)
        var count = 0
        let site = HeadlineSite.start(in: bytes)
        while count < 64, let word = scanner.next() {
            let isName = capitalsMean && word.isName
            let place = scanner.position > site ? Self.siteWeight : Self.headlineWeight
            let weight = place * (isName ? Self.headlineNames : 1)
            add(word, weight: weight, isName: isName)
            count += 1
        }
        previousCharacter = nil
    }

    /// Takes in the next word of the text.
    @inline(__always)
    mutating func collect(textWord word: Word) {
        let isName = word.isName
        position &+= 1
        if position <= Self.leadWords {
            add(
                word,
                weight: position <= Self.leadWords / 2
                    ? Self.leadWeights.first : Self.leadWeights.second, isName: isName)
        } else if isName || word.traits.contains(.number) {
            add(word, weight: Self.tailWeight, isName: isName)
        } else {
            addDetail(word, isName: false)
        }
    }

    /// The weightiest terms, in the order of their hashes.
    mutating func finish() -> [StoryTerm] {
        let kept = rank()
        for place in 0..<kept {
            let number = Int(ranking[place] & 0xFFFF_FFFF)
            ranking[place] = UInt64(terms[number].id) << 32 | UInt64(number)
        }
        HashOrder.sort(UnsafeMutableBufferPointer(start: ranking, count: kept), using: scratch)
        return [StoryTerm](unsafeUninitializedCapacity: kept) { buffer, count in
            for place in 0..<kept {
                buffer.initializeElement(at: place, to: terms[Int(ranking[place] & 0xFFFF_FFFF)])
            }
            count = kept
        }
    }

    /// Brings the numbers of the weightiest terms to the front of the ranking, in its lower halves, in any
    /// order; returns how many these are. Of equal ones the first go on.
    private mutating func rank() -> Int {
        for number in 0..<termCount {
            // Salience is never negative, so its bits are in the order of its values; turned about, the
            // greatest comes first.
            let salience = ~terms[number].salience.bitPattern
            ranking[number] = UInt64(salience) << 32 | UInt64(number)
        }
        guard termCount > Self.keptTerms else { return termCount }
        HashOrder.select(
            Self.keptTerms, of: UnsafeMutableBufferPointer(start: ranking, count: termCount))
        return Self.keptTerms
    }

    private mutating func add(_ word: Word, weight: Float, isName: Bool) {
        if word.traits.contains(.ideographic) {
            let previous = word.traits.contains(.startsSentence) ? nil : previousCharacter
            previousCharacter = word.hash
            guard let previous else { return }
            return add(id: WordHash.mix(previous, word.hash), weight: weight, kind: .characters)
        }
        previousCharacter = nil
        addDetail(word, isName: isName)
        let kind: StoryTerm.Kind
        if word.traits.contains(.number) {
            kind = word.length >= 3 ? .number : .smallNumber
        } else if isName {
            kind = .name
        } else {
            switch word.length {
            case ...2: return
            case 3: kind = .functionWord
            case 4...5: kind = .shortWord
            case 6...8: kind = .word
            default: kind = .longWord
            }
        }
        add(id: word.stem, weight: weight, kind: kind)
    }

    /// A number with what it counts ("45 minutes"), or with the name before it ("May 23"): what one
    /// event has and the next on the same subject has not.
    private mutating func addDetail(_ word: Word, isName: Bool) {
        let previous = previous
        self.previous = word
        guard word.traits.isDisjoint(with: .afterPause) else { return }
        if word.traits.contains(.number) {
            guard previous.traits.contains(.capitalised), previous.length >= 3,
                previous.traits.isDisjoint(with: .startsSentence)
            else { return }
        } else {
            guard previous.traits.contains(.number), word.length >= 3,
                word.traits.isDisjoint(with: .startsSentence)
            else { return }
        }
        add(
            id: WordHash.mix(previous.stem, word.stem),
            weight: position == 0 ? Self.detailWeights.headline : Self.detailWeights.text,
            kind: .detail)
    }

    private mutating func add(id hash: UInt64, weight: Float, kind: StoryTerm.Kind) {
        let id = StoryTerm.id(of: hash, isDetail: kind == .detail)
        var slot = Int(truncatingIfNeeded: hash) & (Self.slots - 1)
        while table[slot] != 0 {
            let index = Int(table[slot]) &- 1
            if terms[index].id == id {
                terms[index].weight += weight * Self.repetition
                if kind == .name { terms[index].kind = .name }
                return
            }
            slot = (slot &+ 1) & (Self.slots - 1)
        }
        guard termCount < Self.distinctTerms else { return }
        terms[termCount] = StoryTerm(id: id, weight: weight, kind: kind)
        termCount &+= 1
        table[slot] = UInt8(truncatingIfNeeded: termCount)
    }

    /// False for headlines that begin every word with a capital, or are all capitals.
    private static func capitalsMean(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = WordScanner(bytes)
        var words = 0
        var capitalised = 0
        var count = 0
        while count < 64, let word = scanner.next() {
            count += 1
            guard word.length >= 4 else { continue }
            words += 1
            if word.traits.contains(.capitalised) { capitalised += 1 }
        }
        return capitalised * 10 <= words * 6
    }
}

extension StoryTerm {
    fileprivate var salience: Float { weight / (1 + kind.expectedArticles / 20).squareRoot() }
}
