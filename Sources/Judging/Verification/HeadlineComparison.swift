import Articles

/// What two headlines have in common.
struct HeadlineComparison {
    /// Words of both, as a share of the longer one's; nil unless both have a headline.
    var alike: Double?
    /// A word or number gave way to another.
    var isWordReplaced = false
    /// A number gave way to another.
    var isNumberReplaced = false

    /// Words, but no numbers, of the older one that the newer has not, and the other way about.
    var gone: Set<UInt64> = []
    var come: Set<UInt64> = []

    init(older: String?, newer: String?) {
        guard let older, let newer else { return }
        let olderWords = Self.words(older)
        let newerWords = Self.words(newer)
        let olderSet = Set(olderWords.map(\.hash))
        let newerSet = Set(newerWords.map(\.hash))
        let longest = max(olderSet.count, newerSet.count)
        guard longest > 0 else { return }
        let shared = olderSet.intersection(newerSet).count
        alike = Double(shared) / Double(longest)
        let gone = olderWords.filter { !newerSet.contains($0.hash) }
        let come = newerWords.filter { !olderSet.contains($0.hash) }
        self.gone = Set(gone.lazy.filter { !$0.traits.contains(.number) }.map(\.hash))
        self.come = Set(come.lazy.filter { !$0.traits.contains(.number) }.map(\.hash))
        isWordReplaced = !gone.isEmpty && !come.isEmpty
        isNumberReplaced =
            gone.contains { $0.traits.contains(.number) }
            && come.contains { $0.traits.contains(.number) }
    }

    private static func words(_ headline: String) -> [Word] {
        var headline = headline
        return headline.withUTF8 { bytes in
            var scanner = WordScanner(bytes)
            var words: [Word] = []
            while words.count < 64, let word = scanner.next() { words.append(word) }
            return words
        }
    }
}
