import TestSupport

/// What is done to a text to make a near copy of it.
enum CopyEdit: String, CaseIterable {
    /// The first tenth, to the end of its last sentence.
    case firstTenth
    /// About the first half.
    case firstHalf
    /// Without two sentences from its middle.
    case withoutSentences
    /// About one word of sixty is another that is neither a name nor a number.
    case otherWords

    private static let stop: UInt8 = 0x2E

    func apply(
        to text: inout [UInt8], words: Vocabulary, _ numbers: inout SeededNumbers
    ) {
        switch self {
        case .firstTenth: Self.truncate(&text, percent: 10)
        case .firstHalf:
            Self.truncate(&text, percent: Int.random(in: 45...60, using: &numbers))
        case .withoutSentences: Self.dropSentences(&text, &numbers)
        case .otherWords: Self.replaceWords(&text, by: words, &numbers)
        }
    }

    private static func truncate(_ text: inout [UInt8], percent: Int) {
        let end = text.count * percent / 100
        guard let last = text[..<end].lastIndex(of: stop) else { return }
        text.removeSubrange((last + 1)...)
    }

    private static func dropSentences(_ text: inout [UInt8], _ numbers: inout SeededNumbers) {
        for _ in 0..<2 {
            let start = Int.random(in: text.count / 4..<text.count / 2, using: &numbers)
            guard let first = text[start...].firstIndex(of: stop),
                let second = text[(first + 1)...].firstIndex(of: stop)
            else { return }
            text.removeSubrange(first + 1...second)
        }
    }

    private static func replaceWords(
        _ text: inout [UInt8], by words: Vocabulary, _ numbers: inout SeededNumbers
    ) {
        var edited: [UInt8] = []
        edited.reserveCapacity(text.count + 200)
        for word in text.split(separator: 0x20, omittingEmptySubsequences: false) {
            if !edited.isEmpty { edited.append(0x20) }
            let isPlain = word.allSatisfy { (0x61...0x7A).contains($0) }
            let isReplaced = isPlain && Int.random(in: 0..<60, using: &numbers) == 0
            edited += isReplaced ? words.draw(&numbers)[...] : word
        }
        text = edited
    }
}
