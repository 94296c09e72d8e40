/// Paragraphs that repeat, word for word, an earlier sentence of the report: a pull quote, or a slip
/// of the desk. Only single sentences of eight words or more, and never in quotation, verse,
/// transcript or list, where repeating is meant.
enum RepeatedSentence {
    private static let fewestWords = 8
    private static let longest = 600

    /// A sentence of fewer bytes has no eight words; nor has it 48 bytes, in a script without spaces.
    private static let shortest = 2 * fewestWords - 1

    private struct Sentence {
        var range: Range<Int>
        /// The paragraph that it is all of.
        var whole: Int?
    }

    /// The paragraphs to cut.
    static func find(in manuscript: Manuscript) -> [Int] {
        guard manuscript.paragraphs.count >= 3 else { return [] }
        return manuscript.bytes.withUnsafeBufferPointer { bytes in
            let sentences = sentences(of: manuscript, bytes)
            // Only what has the length of a paragraph of one sentence can be its like.
            var lengths = LengthSet()
            for sentence in sentences where sentence.whole != nil {
                lengths.insert(sentence.range.count)
            }
            guard !lengths.isEmpty else { return [] }
            var seen = SentenceTable(capacity: 32)
            var found: [Int] = []
            for sentence in sentences where lengths.mayContain(sentence.range.count) {
                if seen.insert(sentence.range, bytes), let index = sentence.whole,
                    isPlain(index, in: manuscript)
                {
                    found.append(index)
                }
            }
            return found
        }
    }

    /// The sentences that are neither too short nor too long, in their order.
    private static func sentences(
        of manuscript: Manuscript, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> [Sentence] {
        var marks = SentenceMarks(bytes)
        var sentences: [Sentence] = []
        sentences.reserveCapacity(manuscript.paragraphs.count + min(bytes.count / 64, 1024))
        for (index, paragraph) in manuscript.paragraphs.enumerated() {
            let range = paragraph.range
            var start = range.lowerBound
            while start < range.upperBound {
                let end = SentenceTable.end(of: start, in: range, bytes, &marks)
                if (shortest...longest).contains(end &- start) {
                    let isWhole = start == range.lowerBound && end == range.upperBound
                    sentences.append(Sentence(range: start..<end, whole: isWhole ? index : nil))
                }
                start = end
                while start < range.upperBound && bytes[start] == 0x20 { start &+= 1 }
            }
        }
        return sentences
    }

    /// Prose in a report, where repeating means nothing.
    private static func isPlain(_ index: Int, in manuscript: Manuscript) -> Bool {
        let passage = manuscript.passage(index)
        guard passage.endsSentence, passage.wordCount >= fewestWords || passage.isWideEnough else {
            return false
        }
        let folded = Folding.fold(passage)
        if folded.contains(0x22) || folded.first == 0x27 || folded.contains(0x3A) { return false }
        if Headline.isBullet(passage) || persons.isContained(in: [0x20] + folded + [0x20]) {
            return false
        }
        let around = [index - 1, index + 1].filter { manuscript.paragraphs.indices.contains($0) }
            .map { manuscript.passage($0) }
        guard around.contains(where: { $0.count >= 120 }) else { return false }
        return around.allSatisfy { neighbour in
            // "SMITH: …", "Q. …": a transcript.
            let label = neighbour.prefix(30).firstIndex(of: 0x3A)
            return label == nil && !neighbour.endsWithColon && neighbour.isProse
                && !Headline.isBullet(neighbour)
        }
    }

    /// Someone speaks, in a speech or a song that is printed without quotation marks.
    private static let persons = Phrases([
        " i ", " i'm ", " i've ", " my ", " me ", " we ", " our ", " us ", " you ", " your ",
        " let ",
        " ich ", " wir ", " je ", " nous ", " yo ", " nosotros ", " я ", " мы ", "我", "私",
    ])
}

/// Lengths, told apart by their last six bits.
private struct LengthSet {
    private var bits: UInt64 = 0

    var isEmpty: Bool { bits == 0 }

    mutating func insert(_ length: Int) { bits |= 1 << UInt64(length & 63) }

    func mayContain(_ length: Int) -> Bool { bits >> UInt64(length & 63) & 1 == 1 }
}

extension Passage {
    /// Long enough for eight words, in a script that has no spaces between them.
    fileprivate var isWideEnough: Bool {
        (first ?? 0) >= 0xE3 && (first ?? 0) <= 0xED && count >= 48
    }
}
