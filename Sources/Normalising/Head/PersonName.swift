import Platform

/// Names of people, told from their shape: two to five words with capitals, particles between them.
package enum PersonName {
    private static let particles: Set<String> = [
        "de", "del", "della", "der", "den", "di", "da", "das", "dos", "du", "la", "le", "van",
        "von",
        "vom", "zu", "zur", "bin", "ibn", "bint", "al", "el", "ben", "ter", "ten", "y", "e", "st",
        "af", "av",
    ]
    /// Words with a capital that begin no name after "By".
    private static let notNames: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
        "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december", "the", "this", "that", "then", "now", "contrast", "comparison",
        "noon", "midnight", "christmas", "easter", "dawn", "night", "day", "popular", "order",
        "a", "an", "my", "our", "his", "her", "their", "its", "no", "not", "all", "any",
    ]

    /// Whether a word may be part of a name.
    static func isNameWord(_ word: Passage) -> Bool {
        let inner = word.withoutClosers.drop { $0 == 0x28 || $0 == 0x22 || $0 == 0x27 }
        guard let first = inner.first else { return false }
        if first < 0x80 && !first.isASCIILetter { return false }
        if inner.contains(where: \.isASCIIDigit) { return false }
        return inner.letterCase != .lower
    }

    /// The names in "A", "A and B", "A, B and C"; nil where it is anything else.
    static func list(_ text: some StringProtocol) -> [String]? {
        var names: [String] = []
        for part in parts(Array(text.utf8)) {
            let name = String(decoding: part, as: UTF8.self).trimmingBlanks
            if name.isEmpty { continue }
            guard isName(name) else { return names.isEmpty ? nil : (isRole(name) ? names : nil) }
            names.append(name)
        }
        return names.isEmpty || names.count > 12 ? nil : names
    }

    private static let separators: [[UInt8]] = [
        ",", ";", "、", " and ", " & ", " und ", " et ", " y ", " e ", " AND ", " и ",
    ].map { Array($0.utf8) }

    /// What stands between separators.
    private static func parts(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = []
        var start = 0
        var at = 0
        while at < text.count {
            guard let separator = separators.first(where: { text[at...].starts(with: $0) }) else {
                at += 1
                continue
            }
            parts.append(text[start..<at])
            at += separator.count
            start = at
        }
        parts.append(text[start...])
        return parts
    }

    /// Two to five words (one is enough in scripts without spaces), each with a capital or a
    /// particle, without digits.
    package static func isName(_ text: String) -> Bool {
        let bytes = Array(text.utf8)[...]
        let words = bytes.words
        guard let first = words.first, bytes.count <= 60 else { return false }
        if first.first ?? 0 >= 0xE3 && first.first ?? 0 <= 0xED {
            return words.count <= 4 && bytes.count <= 30 && !bytes.endsSentence
                && bytes.allSatisfy { $0 >= 0x80 || $0 == 0x20 }
        }
        guard (2...5).contains(words.count), !isRole(text),
            !notNames.contains(first.string.lowercased()), first.letterCase == .upper,
            let last = words.last, last.letterCase == .upper
        else { return false }
        return words.allSatisfy { word in
            if particles.contains(word.string.lowercased()) { return true }
            guard word.letterCase == .upper, !word.contains(where: \.isASCIIDigit) else {
                return false
            }
            // An initial has a full stop; a word that ends a sentence does not belong to a name.
            return word.last != 0x2E || word.count <= 3
        }
            && !(bytes.count > 4 && bytes.suffix(2).first?.isASCIILower ?? false
                && bytes.last == 0x2E)
    }

    private static let roles = Phrases([
        "staff writer", "staff reporter", "staff correspondent", "reporter", "correspondent",
        "editor", "writer", "columnist", "associated press", "the associated press", "ap ",
        "reuters", "afp", "agence france-presse", "bloomberg", "special to ", "contributor",
        "photographer", "journalist", "bbc", "cnn", "senior ", "chief ", "political ", "business ",
        "science ", "sports ", "foreign ", "economics ", "technology ", "redakteur",
        "korrespondent",
    ])

    /// "Staff Writer", "Political Correspondent", "Associated Press".
    static func isRole(_ text: String) -> Bool {
        let folded = Folding.fold(Array(text.utf8)[...])
        return roles.prefix(of: folded) != nil
            || roles.position(in: folded).map { $0.upperBound == folded.count } ?? false
    }
}

extension StringProtocol {
    /// Without spaces and line breaks at both ends.
    package var trimmingBlanks: String {
        // Nearly always there is nothing to trim, and no need to look for characters.
        let printed = "!"..."~" as ClosedRange<Unicode.Scalar>
        if let first = unicodeScalars.first, printed.contains(first),
            let last = unicodeScalars.last, printed.contains(last)
        {
            return String(self)
        }
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
