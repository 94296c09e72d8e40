import JSON

/// All that a page's JSON-LD says of articles.
struct LinkedData {
    /// In the order of the page.
    private(set) var articles: [LinkedArticle] = []

    /// - Parameter blocks: the texts of the page's scripts of JSON-LD.
    init(_ blocks: [UnsafeRawBufferPointer]) {
        guard !blocks.isEmpty else { return }
        var reader = LinkedDataReader()
        var parser = JSONParser(depth: LinkedDataReader.depth)
        for block in blocks {
            let block = LinkedDataRepair.unwrapped(block)
            if block.isEmpty { continue }
            if !Self.read(block, &parser, &reader) {
                _ = LinkedDataRepair.mended(block).withUnsafeBytes {
                    Self.read($0, &parser, &reader)
                }
            }
        }
        articles = reader.articles
        for index in articles.indices { articles[index].resolve(reader.names) }
    }

    /// False for what is no JSON.
    private static func read(
        _ block: UnsafeRawBufferPointer, _ parser: inout JSONParser,
        _ reader: inout LinkedDataReader
    ) -> Bool {
        do {
            try parser.parse(block) { reader.read($0) }
            return true
        } catch {
            // What is broken says nothing.
            return false
        }
    }
}

extension LinkedArticle {
    /// Names those that are only pointed at.
    fileprivate mutating func resolve(_ names: [String: String]) {
        for index in authors.indices where authors[index].name == nil {
            authors[index].name = authors[index].reference.flatMap { names[$0] }
        }
        if let reference = publisher?.reference, publisher?.name == nil {
            publisher?.name = names[reference]
        }
    }
}

extension LinkedData {
    /// The article that the page is of.
    /// - Parameter titles: what the page calls itself elsewhere.
    func article(titled titles: [String?]) -> LinkedArticle? {
        let titles = titles.compactMap { $0 }.map(WordFold.of).filter {
            (1...500).contains($0.utf8.count)
        }
        func isTitled(_ article: LinkedArticle) -> Bool {
            guard let headline = PlainLine.of(article.headline ?? article.name) else {
                return false
            }
            let folded = WordFold.of(headline)
            return (1...500).contains(folded.utf8.count)
                && titles.contains { $0.contains(folded) || folded.contains($0) }
        }
        for kind in [LinkedArticle.Kind.article, .work] {
            let those = articles.filter { $0.kind == kind }
            if those.count == 1 && kind == .article { return those[0] }
            if let titled = those.first(where: isTitled) { return titled }
            if kind == .article, let first = those.first { return first }
        }
        return nil
    }
}
