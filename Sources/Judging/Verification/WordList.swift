/// The words of a text, as far as verification looks at them one by one.
struct WordList {
    /// Words beyond this are not compared, which bounds time and memory. Of two texts one of which goes
    /// on after them neither is ever taken for a duplicate of the other.
    static let limit = 60_000
    /// So many words without a capital are no chance.
    private static let caselessWords = 30

    private(set) var words: [Word] = []
    /// For each word that is a number, in digits or (English) letters, its value with its multiplier
    /// ("9.7 mln" is 9,700,000); 0 for other words.
    private(set) var values: [UInt64] = []
    /// For each word where in the text it ends, in bytes.
    private(set) var ends: [Int32] = []
    /// For each word the number that it is, where it is one.
    private(set) var numbers: [NumberValue?] = []
    /// The places of numbers that were written with a multiplier: these may be rounded.
    private(set) var rounded: Set<Int> = []
    private(set) var text: [UInt8] = []
    /// Whether the text goes on after the last of `words`.
    private(set) var isCut = false
    /// Whether most words have capitals, which then tell nothing.
    private(set) var capitalsMean = true
    /// Whether it is in a script without capitals, where nothing tells a name from a word.
    private(set) var isCaseless = false

    /// The number before the next word, and its place.
    private var last: (value: NumberValue, place: Int)?
    private let numberWords = NumberWords()

    init() {}

    mutating func fill(from text: [UInt8]) {
        words.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
        rounded.removeAll(keepingCapacity: true)
        self.text = text
        isCut = false
        last = nil
        var capitals = 0
        text.withUnsafeBufferPointer { bytes in
            var scanner = WordScanner(bytes)
            while let word = scanner.next() {
                guard words.count < Self.limit else {
                    isCut = true
                    return
                }
                if word.traits.contains(.capitalised) { capitals &+= 1 }
                append(word, scanner.number)
                ends.append(Int32(truncatingIfNeeded: scanner.position))
            }
        }
        capitalsMean = capitals * 5 <= words.count * 3
        isCaseless = capitals == 0 && words.count >= Self.caselessWords
    }

    private mutating func append(_ word: Word, _ number: NumberValue) {
        words.append(word)
        if let (number, place) = last, let zeros = numberWords.zeros(of: word) {
            let number = number.multiplied(byZeros: zeros)
            values[place] = number.hash
            numbers[place] = number
            rounded.insert(place)
            // "Three hundred thousand" goes on.
            last = (number, place)
            values.append(0)
            numbers.append(nil)
            return
        }
        let own = word.traits.contains(.number) ? number : numberWords.value(of: word)
        last = own.map { ($0, values.count) }
        values.append(own?.hash ?? 0)
        numbers.append(own)
    }

    /// The bytes of a range of words, with what stands before the first.
    func bytes(of range: Range<Int>) -> ArraySlice<UInt8> {
        let start = range.lowerBound == 0 ? 0 : Int(ends[range.lowerBound - 1])
        return text[start..<max(start, Int(ends[range.upperBound - 1]))]
    }

    /// Whether one of the words of a range is the number at a place of another text, or either is the
    /// other one rounded.
    func hasNumber(_ index: Int, of other: WordList, in range: Range<Int>) -> Bool {
        if values[range].contains(other.values[index]) { return true }
        guard let number = other.numbers[index] else { return false }
        let isRounded = other.rounded.contains(index)
        return range.contains { place in
            guard let own = numbers[place] else { return false }
            return isRounded && number.isRounding(of: own)
                || rounded.contains(place) && own.isRounding(of: number)
        }
    }

    /// Whether the word at `index` is a name, as far as capitals tell.
    func isName(_ index: Int) -> Bool { capitalsMean && words[index].isName }
}
