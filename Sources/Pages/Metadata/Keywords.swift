/// What a page says that it is about, in a word or two each.
enum Keywords {
    private static let most = 50

    static func all(_ metas: MetaTags, _ article: LinkedArticle?) -> [String] {
        let named = metas.all(["article:tag", "news_keywords", "keywords", "parsely-tags"])
        let given = article.map(\.keywords).flatMap { $0.isEmpty ? nil : $0 } ?? named
        var keywords: [String] = []
        for entry in given {
            // Several in one, by commas; a single one with commas in it cannot be told apart.
            for part in entry.split(whereSeparator: {
                $0 == "," || $0 == ";" || $0 == "，" || $0 == "、"
            }) {
                guard let word = PlainLine.of(String(part)), word.utf8.count <= 100,
                    !keywords.contains(word), keywords.count < most
                else { continue }
                keywords.append(word)
            }
        }
        return keywords
    }
}
