/// The line over a list of other reports.
enum RelatedLabel {
    private static let sure = Phrases([
        "related stories", "related articles", "related news", "related posts", "related content",
        "related coverage", "related links", "related reading", "read more", "read also",
        "also read", "read next", "see also", "you may also like", "you might also like",
        "you may also be interested in", "more on this story", "recommended for you",
        "recommended stories", "recommended articles", "recommended reading", "more stories",
        "mehr zum thema", "lesen sie auch", "das könnte sie auch interessieren",
        "auch interessant", "lire aussi", "à lire aussi", "sur le même sujet", "lea también",
        "te puede interesar", "noticias relacionadas", "читайте также", "по теме", "相关阅读",
        "相关新闻", "相关报道", "推荐阅读", "延伸阅读", "関連記事", "あわせて読みたい",
        "recommended from editorial", "related posts:", "more from author",
        "more on this", "verwandte artikel", "passend zum artikel", "lesen sie mehr zum thema",
        "mehr lesen", "lest auch", "die redaktion empfiehlt", "mehr aus dem ressort",
        "aus dem ressort", "mehr aus dem web", "audio und video zum thema", "zum thema",
        "à découvrir également", "à lire également", "artículos relacionados", "lee también",
        "leggi anche", "articoli correlati", "potrebbe interessarti", "leia também",
        "notícias relacionadas", "lees ook", "lees meer", "läs också", "läs mer", "les også",
        "læs også", "czytaj także", "czytaj też", "zobacz także", "čtěte také", "baca juga",
        "berita terkait", "関連ニュース", "관련기사",
    ])
    /// Over a list of subjects.
    private static let subjects = Phrases([
        "tags", "etiquetas", "etichette", "schlagworte", "schlagwörter", "mots-clés", "теги",
        "метки", "标签", "タグ", "related topics", "more on these topics",
        "explore more on these topics", "mehr lesen über", "lesen sie mehr zu diesen themen",
        "themen des artikels", "relevante themen", "ähnliche themen", "más temas",
        "relaterte emner", "související témata",
    ])
    /// These may also head a part of a report; the lines under them decide.
    private static let likely = Phrases([
        "top stories", "latest stories", "latest news", "trending", "trending now", "most read",
        "most popular", "don't miss", "popular stories", "editor's picks", "editors' picks",
        "meistgelesen", "les plus lus", "lo más leído", "самое читаемое", "热门新闻", "人気記事",
        "most viewed", "latest headlines", "trending stories", "recommended", "up next",
        "more to explore", "neueste artikel", "meistgelesene artikel", "à la une",
        "más leídas", "lo más visto", "i più letti", "mest lest", "meest gelezen",
    ])

    /// Whether a line is such a label beyond doubt.
    static func isSure(_ line: Passage) -> Bool {
        line.count <= 60 && sure.mayBegin(line) && sure.equals(bare(line))
    }

    /// Whether a line stands over the subjects of the report ("Tags").
    static func isOverSubjects(_ line: Passage) -> Bool {
        line.count <= 60 && subjects.mayBegin(line) && subjects.equals(bare(line))
    }

    /// Whether a line may be such a label, where headlines follow it.
    static func isLikely(_ line: Passage) -> Bool {
        line.count <= 60 && likely.mayBegin(line) && likely.equals(bare(line))
    }

    /// Folded, without a colon or a stop at its end.
    private static func bare(_ line: Passage) -> [UInt8] {
        var folded = Folding.fold(line)
        while let last = folded.last, [0x3A, 0x20, 0x2E].contains(last) { folded.removeLast() }
        return folded
    }
}
