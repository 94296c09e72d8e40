import Normalising

/// Makes names out of what stands where a page names its authors: labels, dates, roles, addresses
/// and what follows behind marks are left out.
struct BylineCleaner {
    private static let most = 20
    /// Longer lines, in bytes, are texts about the author.
    private static let longestLine = 400
    private static let longestName = 80

    /// The site's name and the publisher's, folded.
    let sites: Set<String>
    /// What the page is about, folded: a section of the site is no author.
    let subjects: Set<String>

    func names(in texts: [String]) -> [BylineName] {
        var names: [BylineName] = []
        var known: Set<String> = []
        for text in texts {
            guard let line = PlainLine.of(text), line.utf8.count <= Self.longestLine else {
                continue
            }
            for name in split(line) where names.count < Self.most {
                if known.insert(WordFold.of(name.text)).inserted { names.append(name) }
            }
        }
        return names
    }

    /// The names of a line, persons first to decide: what is no person counts only where there is
    /// none.
    private func split(_ line: String) -> [BylineName] {
        if isAddress(line) { return [] }
        var names: [BylineName] = []
        let bare = withoutLabel(line)
        if sites.contains(WordFold.of(bare)) { return [BylineName(text: bare, isPerson: false)] }
        var followsDegree = false
        for part in pieces(of: bare) {
            let name = tidy(part)
            // Whoever has a degree may have a role behind it.
            if followsDegree, name != String(part).trimmingBlanks { break }
            guard let name, isSomebody(name) else {
                // Behind the names stands what they are; behind a degree another name may.
                let isDegree = name.map { BylineWords.degrees.contains(WordFold.of($0)) } ?? false
                followsDegree = isDegree
                if names.isEmpty || isDegree { continue } else { break }
            }
            names.append(BylineName(text: name, isPerson: PersonName.isName(name)))
        }
        let persons = names.filter(\.isPerson)
        if persons.isEmpty { return Array(names.prefix(names.count > 3 ? 0 : names.count)) }
        return persons
    }

    /// Whether the whole is an address, of a page, a mailbox or an account.
    private func isAddress(_ line: String) -> Bool {
        line.contains("://") && !line.contains(" ") || line.hasPrefix("www.") && !line.contains(" ")
            || line.contains("@") && !line.contains(" ")
    }

    private func withoutLabel(_ line: String) -> String {
        var rest = line
        for middle in BylineWords.middleLabels {
            if let range = rest.range(caseInsensitive: middle) {
                rest = String(rest[range.upperBound...])
            }
        }
        for _ in 0..<3 {
            let lower = rest.lowercased()
            let label = BylineWords.labels.first {
                lower.hasPrefix($0)
                    && (Self.isLabel($0, of: lower) || Self.isGlued($0, to: rest))
            }
            guard let label else { break }
            rest = String(rest.dropFirst(label.count)).trimming(" :\u{A0}|–—-•·,：／/")
        }
        return rest
    }

    /// Whether what begins a line is a word of its own there.
    private static func isLabel(_ label: String, of line: String) -> Bool {
        guard let last = label.unicodeScalars.last, last.properties.isAlphabetic,
            last.value < 0x2E80
        else { return true }
        let next = line.dropFirst(label.count).first
        return next.map { !$0.isLetter && $0 != "'" && $0 != "’" && $0 != "-" } ?? true
    }

    /// "ByInes Halloran", as pages read that set a label apart by style alone.
    private static func isGlued(_ label: String, to line: String) -> Bool {
        guard ["by", "author", "autor", "written by", "posted by"].contains(label) else {
            return false
        }
        let behind = line.dropFirst(label.count)
        return behind.first?.isUppercase ?? false && behind.dropFirst().first?.isLowercase ?? false
            && line.dropFirst(label.count - 1).first?.isLowercase ?? false
    }

    private static let marks = Set<Character>("|•·;、，／→»,\t")
    private static let joints: Set<Substring> = [
        "-", "–", "—", "/", "&", "and", "und", "et", "y", "och", "og", "en", "и", "ve", "oraz",
        "with", "mit", "e", "i", "avec", "con",
    ]

    /// Whether it has a word for "and".
    static func joins(_ line: String) -> Bool {
        line.split(separator: " ").contains { word in
            joints.contains(Substring(word.lowercased())) && word.allSatisfy(\.isLetter)
        }
    }

    /// Parted by commas, marks and the words for "and".
    private func pieces(of line: String) -> [Substring] {
        var pieces: [Substring] = []
        for part in line.split(whereSeparator: { Self.marks.contains($0) }) {
            var start = part.startIndex
            for word in part.split(separator: " ")
            where word.utf8.count <= 5 && Self.joints.contains(Substring(word.lowercased())) {
                pieces.append(part[start..<word.startIndex])
                start = word.endIndex
            }
            pieces.append(part[start...])
        }
        return pieces.filter { $0.contains { !$0.isWhitespace } }
    }

    /// A piece without dates, accounts, notes in brackets and what somebody is.
    private func tidy(_ piece: Substring) -> String? {
        let all = Self.withoutBrackets(String(piece)).split(separator: " ")
        var words: [Substring] = []
        for (index, printed) in all.enumerated() {
            let word = Self.withoutYear(printed)
            if word.hasPrefix("@") || word.contains("://") || word.contains("@") { break }
            let bare = word.lowercased().trimming(".:,")
            if all.count > 1,
                word == printed && Self.isOfDate(all, index) || !word.contains(where: \.isLetter)
            {
                if words.isEmpty { continue } else { break }
            }
            if !words.isEmpty, ends(bare, words) { break }
            if words.first == word { break }
            if word.hasSuffix(":") {
                if !words.isEmpty { words.append(word) }
                break
            }
            words.append(word)
        }
        let name = words.joined(separator: " ").trimming(" :.,–—-|·•*&'\"“”»«/\u{200B}")
        let initials = words.last.map { $0.hasSuffix(".") && $0.count <= 3 } ?? false
        return name.isEmpty ? nil : initials ? name + "." : name
    }

    /// "2026Ines" as "Ines": pages set dates before names without a blank.
    private static func withoutYear(_ word: Substring) -> Substring {
        let rest = word.drop { $0.isASCII && $0.isNumber }
        return rest.count + 4 == word.count && rest.first?.isUppercase ?? false ? rest : word
    }

    /// Whether a word stands behind the name that others make.
    private func ends(_ word: String, _ words: [Substring]) -> Bool {
        if BylineWords.ends.contains(word) { return true }
        if words.count >= 2, BylineWords.degrees.contains(word) { return true }
        return BylineWords.roles.contains(word) && words.count >= 2
            && PersonName.isName(words.joined(separator: " "))
    }

    /// Words with digits, and names of months and days beside them.
    private static func isOfDate(_ words: [Substring], _ index: Int) -> Bool {
        if words[index].contains(where: \.isNumber) { return true }
        let isNearDigits = [index - 1, index + 1].contains {
            words.indices.contains($0) && words[$0].contains(where: \.isNumber)
        }
        return isNearDigits
            && TimeParser.isMonthOrWeekday(words[index].lowercased().trimming(".,"))
    }

    private static func withoutBrackets(_ text: String) -> String {
        guard let open = text.lastIndex(of: "("), text.last == ")" || text.hasSuffix(") ") else {
            return text
        }
        return open == text.startIndex ? text : String(text[..<open])
    }

    private func isSomebody(_ name: String) -> Bool {
        guard name.utf8.count <= Self.longestName, name.contains(where: \.isLetter) else {
            return false
        }
        let folded = WordFold.of(name)
        if subjects.contains(folded) || BylineWords.nobody.contains(folded)
            || BylineWords.degrees.contains(folded)
        {
            return false
        }
        if folded.split(separator: " ").count > 6 || TimeParser.isMonthOrWeekday(folded) {
            return false
        }
        return !name.hasSuffix("...") && !name.contains("…") && !name.contains("?")
            && !name.contains("!")
    }
}

extension String {
    /// Without some characters at both ends.
    func trimming(_ characters: String) -> String {
        var rest = self[...]
        while let first = rest.first, characters.contains(first) || first.isWhitespace {
            rest.removeFirst()
        }
        while let last = rest.last, characters.contains(last) || last.isWhitespace {
            rest.removeLast()
        }
        return String(rest)
    }

    /// Where another string stands, in any case; nil where folding changes the length.
    func range(caseInsensitive other: String) -> Range<Index>? {
        let lower = lowercased()
        guard lower.utf8.count == utf8.count, let range = lower.firstRange(of: other) else {
            return nil
        }
        let start = lower.utf8.distance(from: lower.startIndex, to: range.lowerBound)
        let end = lower.utf8.distance(from: lower.startIndex, to: range.upperBound)
        return utf8.index(startIndex, offsetBy: start)..<utf8.index(startIndex, offsetBy: end)
    }
}
