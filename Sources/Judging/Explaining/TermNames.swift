import Articles

/// What the terms of articles look like in print: a story keeps only hashes of them.
package struct TermNames: Sendable {
    /// A term of a story.
    package struct Term: Sendable, Hashable {
        var id: UInt32
    }

    private var names: [UInt32: String] = [:]

    package init() {}

    /// As it stood first in the articles that were read; nil where it was in none.
    package subscript(term: Term) -> String? { names[term.id] }

    /// Takes in the words of an article, as far as terms are taken from it.
    package mutating func read(_ article: Article) {
        if var headline = article.headline { headline.withUTF8 { read($0) } }
        article.text.withUnsafeBufferPointer { read($0) }
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        var scanner = WordScanner(bytes)
        var previous: (word: Word, start: Int)?
        var end = 0
        var count = 0
        while count < StoryTermCollector.lastWord, let word = scanner.next() {
            let start = Self.start(of: bytes, from: end)
            end = scanner.position
            note(word.stem, isDetail: false, bytes, start..<end)
            if let previous {
                let pair = previous.start..<end
                if word.traits.contains(.ideographic) {
                    note(WordHash.mix(previous.word.hash, word.hash), isDetail: false, bytes, pair)
                } else {
                    note(WordHash.mix(previous.word.stem, word.stem), isDetail: true, bytes, pair)
                }
            }
            previous = (word, start)
            count += 1
        }
    }

    private mutating func note(
        _ hash: UInt64, isDetail: Bool, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
    ) {
        let id = StoryTerm.id(of: hash, isDetail: isDetail)
        guard names[id] == nil, !range.isEmpty else { return }
        let printed = String(decoding: bytes[range], as: UTF8.self)
        names[id] = printed.split { $0.isWhitespace }.joined(separator: " ")
    }

    /// The first byte from `index` on that may belong to a word.
    private static func start(of bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Int {
        var index = index
        while index < bytes.count {
            let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: index)
            switch Scripts.kind(of: scalar) {
            case .letter, .digit, .ideograph, .mark: return index
            case .apostrophe, .invisible, .sentenceBreak, .separator: index += length
            }
        }
        return index
    }
}
