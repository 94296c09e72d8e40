import Normalising

/// A title that a page gives itself, and the form in which titles are compared.
struct PageTitle {
    let text: String
    /// Words in lower case.
    let folded: String

    init(_ text: String) {
        self.text = text
        folded = WordFold.of(text)
    }

    var isEmpty: Bool { folded.isEmpty }
    var length: Int { folded.utf8.count }
    /// How many words there are; in scripts without spaces, about how many there would be.
    var wordCount: Int {
        let words = folded.split(separator: " ").count
        return folded.unicodeScalars.first.map { $0.value >= 0x2E80 } ?? false
            ? max(words, folded.unicodeScalars.count / 3) : words
    }

    /// Whether it holds all words of another, in one piece.
    func holds(_ other: PageTitle) -> Bool {
        guard !other.isEmpty, other.length <= length else { return false }
        if folded == other.folded { return true }
        return " \(folded) ".contains(" \(other.folded) ")
    }

    /// The words of more than three letters, which titles of the same article share.
    var longWords: Set<Substring> {
        Set(folded.split(separator: " ").filter { $0.unicodeScalars.count > 3 })
    }

    /// What stands between a title and the name of a site.
    private static let separators: [[UInt8]] = [
        " | ", " - ", " \u{2013} ", " \u{2014} ", " :: ", " » ", " « ", " · ", " • ", " / ", " ‹ ",
        " › ", " > ", "｜", "_", "|",
    ].map { Array($0.utf8) }

    /// Without the name of the site at its end.
    /// - Parameters:
    ///   - site: the site's or publisher's name.
    ///   - isWindows: it is the title of the browser's window, where a few words behind the last mark
    ///     are the site's name, whatever it is.
    func withoutSite(_ site: PageTitle, isWindows: Bool) -> PageTitle {
        var rest = self
        var hasCut = false
        for _ in 0..<3 {
            guard let mark = rest.lastMark else { break }
            let head = PageTitle(String(rest.text[..<mark.lowerBound]).trimmingBlanks)
            let tail = PageTitle(String(rest.text[mark.upperBound...]))
            if head.isEmpty { break }
            let isSite = tail.isEmpty || site.holds(tail) || tail.holds(site)
            let isLikeSite =
                isWindows && !hasCut && tail.wordCount <= 4 && head.length > tail.length
                && head.wordCount >= 3
            guard isSite || isLikeSite else { break }
            hasCut = hasCut || !tail.isEmpty
            rest = head
        }
        return rest
    }

    /// The separator that ends last.
    private var lastMark: Range<String.Index>? {
        let bytes = text.utf8
        var end = bytes.endIndex
        while end > bytes.startIndex {
            for separator in Self.separators where bytes[..<end].ends(with: separator) {
                return bytes.index(end, offsetBy: -separator.count)..<end
            }
            bytes.formIndex(before: &end)
        }
        return nil
    }
}

extension Substring.UTF8View {
    fileprivate func ends(with bytes: [UInt8]) -> Bool {
        guard let last = bytes.last, self.last == last else { return false }
        return suffix(bytes.count).elementsEqual(bytes)
    }
}
