/// Reads the names that a page gives to an element: splits them into words and looks these up.
struct NameReader {
    private let words = MarkVocabulary.byWord
    private let wholeNames = MarkVocabulary.byName
    private let ignored = MarkVocabulary.ignored

    /// - Parameter value: of `class`, `id` and the like: names apart by blanks.
    func marks(of value: UnsafeRawBufferPointer) -> Marks {
        var all: Marks = []
        var name = Name()
        var last: UInt8 = 0x20
        for byte in value {
            switch byte {
            case 0x61...0x7A, 0x80...:
                name.add(byte)
            case 0x41...0x5A:
                // A capital after a small letter begins a word, as in articleBody.
                if last >= 0x61, last <= 0x7A { endWord(&name) }
                name.add(byte | 0x20)
            case 0x20, 0x09, 0x0A, 0x0C, 0x0D:
                all.formUnion(end(&name))
            case 0x3A, 0x5B, 0x21:
                // Such as "print:max-w-full", which tells how it looks and not what it is.
                name.isIgnored = true
            default:
                endWord(&name)
            }
            last = byte
        }
        all.formUnion(end(&name))
        return all
    }

    private struct Name {
        var whole = WordHash()
        var word = WordHash()
        /// The word before and this one, as if written together.
        var pair = WordHash()
        var count = 0
        var words = 0
        var found: Marks = []
        var isIgnored = false

        mutating func add(_ byte: UInt8) {
            word.add(byte)
            whole.add(byte)
            if words > 0 { pair.add(byte) }
            count += 1
        }
    }

    private func endWord(_ name: inout Name) {
        guard name.count > 0 else { return }
        if name.words == 0, ignored.contains(name.word.value) { name.isIgnored = true }
        name.found.formUnion(words[name.word.value])
        if name.words > 0 { name.found.formUnion(words[name.pair.value]) }
        name.pair = name.word
        name.word = WordHash()
        name.count = 0
        name.words += 1
    }

    private func end(_ name: inout Name) -> Marks {
        endWord(&name)
        guard name.words > 0 else {
            name = Name()
            return []
        }
        var found = name.isIgnored ? [] : name.found
        found.formUnion(wholeNames[name.whole.value])
        name = Name()
        if found.contains([.piece, .matter]) { found.insert(.body) }
        // What is named for something else is not the text itself: "article-body-ad".
        if !found.isDisjoint(with: .notText) { found.subtract([.body, .matter, .piece]) }
        return found
    }
}
