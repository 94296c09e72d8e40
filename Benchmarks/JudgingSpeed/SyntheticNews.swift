import Articles
import TestSupport

/// Articles of about one length, the same on every run: sentences of 8 to 25 words in paragraphs, with the
/// numbers and names that news has, half of the names its own subject's.
struct SyntheticNews {
    private let words = Vocabulary(count: 50_000, isNames: false, seed: 1)
    private let names = Vocabulary(count: 20_000, isNames: true, seed: 2)

    /// Bytes of a text, at the least; it is ended with its sentence.
    private let textBytes: Int
    /// Of a hundred words.
    private static let numbersPercent = 3
    private static let namesPercent = 7

    init(textBytes: Int = 5_000) { self.textBytes = textBytes }

    /// The same number gives the same article.
    func article(_ number: Int) -> Article {
        var draft = SyntheticDraft(seed: UInt64(number))
        let subject = (0..<6).map { _ in names.drawRare(&draft.numbers) }
        let topic = (0..<8).map { _ in words.drawRare(&draft.numbers) }
        while draft.text.count < textBytes {
            draft.beginSentence()
            for _ in 0..<Int.random(in: 8...25, using: &draft.numbers) {
                appendWord(to: &draft, subject, topic)
            }
            draft.endSentence()
        }
        var article = Article()
        article.text = draft.text
        article.headline = headline(subject, topic, &draft.numbers)
        article.language = "en"
        return article
    }

    /// A near copy of an article; the same seed gives the same one.
    func copy(of number: Int, by edit: CopyEdit, seed: Int) -> Article {
        var article = article(number)
        var numbers = SeededNumbers(seed: ~UInt64(seed))
        edit.apply(to: &article.text, words: words, &numbers)
        return article
    }

    /// A near copy of an article, by each edit but the first in turn.
    func copy(of number: Int, seed: Int) -> Article {
        let edits = CopyEdit.allCases.dropFirst()
        return copy(of: number, by: edits[edits.startIndex + seed % edits.count], seed: seed)
    }

    private func appendWord(
        to draft: inout SyntheticDraft, _ subject: [[UInt8]], _ topic: [[UInt8]]
    ) {
        switch Int.random(in: 0..<100, using: &draft.numbers) {
        case ..<Self.numbersPercent:
            draft.append(Array(String(Int.random(in: 2...9_999, using: &draft.numbers)).utf8))
        case ..<(Self.numbersPercent + Self.namesPercent):
            let isOwn = Bool.random(using: &draft.numbers)
            draft.append(
                isOwn
                    ? subject[Int.random(in: 0..<subject.count, using: &draft.numbers)]
                    : names.draw(&draft.numbers))
        case ..<15:
            draft.append(topic[Int.random(in: 0..<topic.count, using: &draft.numbers)])
        default:
            draft.append(words.draw(&draft.numbers))
        }
    }

    private func headline(
        _ subject: [[UInt8]], _ topic: [[UInt8]], _ numbers: inout SeededNumbers
    ) -> String {
        let parts = [
            subject[0], topic[0], words.draw(&numbers), subject[1], topic[1], words.draw(&numbers),
            topic[2],
        ]
        return String(decoding: Array(parts.joined(separator: [0x20])), as: UTF8.self)
    }
}
