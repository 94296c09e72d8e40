/// The words of a text, as far as verification looks at them one by one.
struct WordList {
    /// Words beyond this are not compared, which bounds time and memory. Of two texts one of which goes
    /// on after them neither is ever taken for a duplicate of the other.
    static let limit = 60_000

    private(set) var words: [Word] = []
    /// For each word that is a number, in digits or (English) letters, its value with its multiplier
    /// ("9.7 mln" is 9,700,000); 0 for other words.
    private(set) var values: [UInt64] = []
    /// Whether the text goes on after the last of `words`.
    private(set) var isCut = false
    /// Whether most words have capitals, which then tell nothing.
    private(set) var capitalsMean = true

    private var last: NumberValue?
    private let numberWords = NumberWords()

    init() {}

    mutating func fill(from text: [UInt8]) {
        words.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
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
            }
        }
        capitalsMean = capitals * 5 <= words.count * 3
    }

    private mutating func append(_ word: Word, _ number: NumberValue) {
        if let last, let zeros = numberWords.zeros(of: word) {
            values[values.count - 1] = last.multiplied(byZeros: zeros).hash
        }
        last = word.traits.contains(.number) ? number : numberWords.value(of: word)
        words.append(word)
        values.append(last?.hash ?? 0)
    }

    /// Whether the word at `index` is a name, as far as capitals tell.
    func isName(_ index: Int) -> Bool { capitalsMean && words[index].isName }
}
