import Articles

/// "Original source: https://…": the address goes to the record's url.
struct OriginalSource: LineRule {
    let rule = Rule.originalSource
    let reach = Reach.tail

    private static let labels = Phrases([
        "original source", "original article", "original story", "original link", "original",
        "source", "source link", "source url", "read the original article at",
        "read the original article", "read the original at", "read the full article at",
        "originally published at", "originally published on", "first published at",
        "first published on", "link to the original", "permalink", "url", "quelle",
        "originalartikel", "article original", "source originale", "fuente", "fuente original",
        "источник", "оригинал", "原文链接", "原文地址", "原文", "来源", "元記事", "出典",
    ])

    func mayTake(_ passage: Passage) -> Bool {
        passage.count <= 4200 && Self.labels.mayBegin(passage)
    }

    func takes(_ line: Line, _ place: Surroundings) -> Bool {
        line.wordCount <= 9 && Self.address(line) != nil && !place.isIntroduced
    }

    /// A second, different address has no place in the record, so its line stays in the text.
    func keep(_ line: Line, in article: inout Article) -> Bool {
        guard let address = Self.address(line), let url = WebAddress.canonical(address) else {
            return false
        }
        if article.url == nil { article.url = url }
        return article.url == url
    }

    /// The address where the whole line is a label and an address.
    private static func address(_ line: Line) -> String? {
        guard let label = labels.prefix(of: line.folded) else { return nil }
        var rest = line.folded[label...]
        while let first = rest.first, [0x3A, 0x20, 0x2D, 0x28].contains(first) {
            rest.removeFirst()
        }
        guard rest.starts(with: Array("http://".utf8)) || rest.starts(with: Array("https://".utf8)),
            !rest.contains(0x20), rest.count <= line.printed.count
        else { return nil }
        // Paths have a case: the printed bytes count. Folding changes no length behind the label,
        // as an address is ASCII.
        let printed = line.printed.suffix(rest.count)
        guard printed.allSatisfy({ $0 < 0x80 }) else { return nil }
        return printed.string
    }
}
