import TestSupport

/// A text that is being written, word after word.
struct SyntheticDraft {
    var numbers: SeededNumbers
    private(set) var text: [UInt8] = []
    private var isAtStart = true

    init(seed: UInt64) {
        numbers = SeededNumbers(seed: seed &* 0x9E37_79B9)
        text.reserveCapacity(5_300)
    }

    /// Every third sentence begins a paragraph.
    mutating func beginSentence() {
        if !text.isEmpty {
            let isParagraph = Int.random(in: 0..<3, using: &numbers) == 0
            text += isParagraph ? [0x0A, 0x0A] : [0x20]
        }
        isAtStart = true
    }

    mutating func append(_ word: [UInt8]) {
        if !isAtStart { text.append(0x20) }
        let start = text.count
        text += word
        if isAtStart, (0x61...0x7A).contains(text[start]) { text[start] -= 0x20 }
        isAtStart = false
    }

    mutating func endSentence() { text.append(0x2E) }
}
