/// An article that a dropped file holds, as its record must have it.
struct Article: Hashable {
    /// Its number in the file, from 1.
    var item: Int
    var headline: String?
    /// Paragraphs separated by an empty line.
    var text: String

    /// Two articles are exact copies where these are the same.
    var content: String { (headline ?? "") + "\n\n" + text }
}

/// A file as it is dropped, and what must become of it.
struct Drop {
    enum Fate { case done, quarantined }

    /// How sure it is that the file was in the inbox, of a machine that loses its power.
    enum Standing {
        /// It and its name were synced, or there was no cut: it must come out, once.
        case certain
        /// It was dropped before a cut and not synced: it may be gone, or not be what it was.
        case uncertain
    }

    /// In the inbox.
    var path: Path
    var bytes: [UInt8]
    var articles: [Article] = []
    /// Lines that are no articles, which come out beside the quarantine's other files.
    var rejected: [[UInt8]] = []
    var fate = Fate.done
    /// Whether its articles are like none outside of it, so that their verdicts follow from their
    /// order in it.
    var isAlone = false
    var standing = Standing.certain

    init(path: Path, text: PseudoText) {
        self.path = path
        bytes = Array(text.text.utf8) + [0x0A]
        articles = [Article(item: 1, text: text.text)]
    }

    init(path: Path, quarantined bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        fate = .quarantined
    }

    /// A JSON array, or where `isLines`, JSON Lines with a bad line after every so many good ones.
    init(
        path: Path, articles given: [(headline: String, text: PseudoText)], isLines: Bool,
        badEvery: Int = .max
    ) {
        self.path = path
        isAlone = true
        var items: [String] = []
        for (number, article) in given.enumerated() {
            let text = article.text.text.replacing("\n", with: "\\n")
            items.append("{\"headline\":\"\(article.headline)\",\"text\":\"\(text)\"}")
            articles.append(
                Article(item: items.count, headline: article.headline, text: article.text.text))
            if (number + 1) % badEvery == 0 {
                let bad = "{\"headline\" \"broken \(number)\"}"
                items.append(bad)
                rejected.append(Array(bad.utf8))
            }
        }
        let whole =
            isLines
            ? items.map { $0 + "\n" }.joined() : "[" + items.joined(separator: ",\n") + "]\n"
        bytes = Array(whole.utf8)
    }
}
