/// What the words that sites make up for the classes of elements mean.
enum HintWord {
    private struct Word {
        let letters: [UInt8]
        let subject: PageHint.Subject?

        init(_ word: String, _ subject: PageHint.Subject?) {
            letters = Array(word.utf8)
            self.subject = subject
        }
    }

    /// Words by their first letter; nil for those that take the meaning from others of the same name
    /// (a box about the author holds no byline).
    private static let words: [[Word]] = {
        var byLetter = [[Word]](repeating: [], count: 26)
        let lists: [(PageHint.Subject?, String)] = [
            (
                .author,
                "author autor auteur autore byline writer journalist reporter columnist zuozhe redakteur creator contributor"
            ),
            (
                .date,
                "date published publish pubdate posted timestamp datum fecha time datepublished"
            ),
            (
                .beside,
                "comment comments related recommended recommendations sidebar footer newsletter trending popular kommentare replies reply respond"
            ),
            (
                nil,
                "bio biography avatar image img photo picture thumbnail description social share role job position email follow update updated modified articles posts latest tooltip popup icon about readingtime read"
            ),
        ]
        for (subject, list) in lists {
            for word in list.split(separator: " ") {
                let word = Word(String(word), subject)
                byLetter[Int(word.letters[0]) - 0x61].append(word)
            }
        }
        return byLetter
    }()

    /// Whether any word begins with two letters: most of what is looked at does not.
    private static let beginnings: [Bool] = {
        var beginnings = [Bool](repeating: false, count: 26 * 26)
        for word in words.joined() {
            beginnings[(Int(word.letters[0]) - 0x61) * 26 + Int(word.letters[1]) - 0x61] = true
        }
        return beginnings
    }()

    /// - Parameter names: words of one attribute, parted by blanks.
    static func meaning(
        of names: UnsafeRawBufferPointer
    ) -> (subject: PageHint.Subject, strength: Int)? {
        var best: (subject: PageHint.Subject, strength: Int)?
        var start = 0
        while start < names.count {
            var end = start
            while end < names.count, names[end] > 0x20 { end += 1 }
            if end - start >= 4, let found = meaning(names, start, end) {
                if found.subject == .beside { return found }
                if found.strength > best?.strength ?? 0 { best = found }
            }
            start = end + 1
        }
        return best
    }

    private static func meaning(
        _ names: UnsafeRawBufferPointer, _ start: Int, _ end: Int
    ) -> (subject: PageHint.Subject, strength: Int)? {
        var best: (subject: PageHint.Subject, strength: Int)?
        var isVoid = false
        var at = start
        let words = words
        let beginnings = beginnings
        while at + 2 < end {
            let letter = names[at] | 0x20
            let next = names[at + 1] | 0x20
            guard letter >= 0x61, letter <= 0x7A, next >= 0x61, next <= 0x7A,
                beginnings[(Int(letter) - 0x61) * 26 + Int(next) - 0x61]
            else {
                at += 1
                continue
            }
            let isStart =
                at == start || !isLetter(names[at - 1])
                || isCapital(names[at]) && !isCapital(names[at - 1])
            var longest = 0
            for word in words[Int(letter) - 0x61] where word.letters.count > longest {
                let after = at + word.letters.count
                guard after <= end, matches(word.letters, names, at) else { continue }
                let isEnd = after == end || !isLetter(names[after]) || isCapital(names[after])
                switch word.subject {
                case nil: if isStart && isEnd { isVoid = true } else { continue }
                case .beside:
                    guard at == start, isEnd else { continue }
                    best = (.beside, 2)
                case let subject?:
                    let strength = isStart && isEnd ? 2 : isStart ? 1 : 0
                    guard strength > 0 else { continue }
                    if strength > best?.strength ?? 0 || best?.subject == .date {
                        best = (subject, strength)
                    }
                }
                longest = word.letters.count
            }
            at += max(1, longest)
        }
        return isVoid && best?.subject != .beside ? nil : best
    }

    private static func matches(
        _ word: [UInt8], _ names: UnsafeRawBufferPointer, _ at: Int
    ) -> Bool {
        for index in word.indices where names[at + index] | 0x20 != word[index] { return false }
        return true
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
}
