/// The names that people and programs give to columns and labels of articles, beyond those of JSON.
enum ColumnName {
    /// Behind all names that JSON knows, the best first.
    private static let firstRank = 1000
    private static let longest = 96

    /// What a name means; nil for one that means nothing. Case does not matter, nor does what is
    /// neither a letter nor a digit.
    static func meaning(of name: String) -> (field: ArticleField, rank: Int)? {
        guard name.utf8.count <= longest else { return nil }
        return meanings[folded(name)]
    }

    private static func folded(_ name: String) -> String {
        name.filter { $0.isLetter || $0.isNumber }.lowercased()
    }

    private static let meanings: [String: (field: ArticleField, rank: Int)] = {
        var meanings: [String: (field: ArticleField, rank: Int)] = [:]
        for field in ArticleField.allCases {
            for (index, name) in (names[field] ?? []).enumerated() {
                meanings[folded(name)] = (field, firstRank + index)
            }
            // As JSON has them, written in words.
            for (index, name) in field.names.enumerated() where meanings[folded(name)] == nil {
                meanings[folded(name)] = (field, firstRank / 2 + index)
            }
        }
        return meanings
    }()

    private static let names: [ArticleField: [String]] = [
        .headline: [
            "article title", "article headline", "news title", "headline main", "titel",
            "überschrift", "schlagzeile", "titre", "titular", "título", "titulo", "titolo", "kop",
            "заголовок", "название", "タイトル", "見出し", "題名", "标题", "標題", "题目",
        ],
        .text: [
            "article text", "article content", "full article", "article", "news text", "story text",
            "story", "news content", "lead paragraph", "artikeltext", "artikel", "inhalt", "texte",
            "corps", "contenu", "texto", "cuerpo", "contenido", "testo", "corpo", "contenuto",
            "conteúdo", "tekst", "inhoud", "текст", "содержание", "本文", "記事", "内容", "正文",
            "文章", "內容",
        ],
        .summary: [
            "subtitle", "deck", "subheadline", "lead", "article summary", "vorspann", "untertitel",
            "zusammenfassung", "chapô", "chapo", "résumé", "entradilla", "resumen", "subtítulo",
            "sommario", "occhiello", "resumo", "samenvatting", "анонс", "аннотация", "описание",
            "要約", "概要", "摘要",
        ],
        .url: [
            "article url", "article link", "web url", "source url", "page url", "news url",
            "weblink", "lien", "enlace", "ссылка", "リンク", "网址", "链接", "連結",
        ],
        .source: [
            "publication", "publisher name", "source name", "outlet", "newspaper", "quelle",
            "zeitung", "fuente", "medio", "fonte", "bron", "источник", "издание", "出典", "媒体",
            "来源", "來源",
        ],
        .bylines: [
            "author name", "author names", "writer", "journalist", "reporter", "autor", "autorin",
            "autoren", "verfasser", "auteur", "auteurs", "autore", "автор", "著者", "記者", "筆者",
            "作者",
        ],
        .published: [
            "publish time", "published on", "published date", "pub date", "date time", "datum",
            "erscheinungsdatum", "veröffentlicht", "date publication", "date de publication",
            "fecha", "fecha de publicación", "fecha publicacion", "data", "data di pubblicazione",
            "data pubblicazione", "data de publicação", "publicatiedatum", "дата",
            "дата публикации", "日付", "公開日", "掲載日", "日期", "发布时间", "发布日期", "時間",
        ],
        .updated: [
            "last updated", "updated on", "aktualisiert", "geändert", "mis à jour", "actualizado",
            "aggiornato", "atualizado", "обновлено", "更新日", "更新时间",
        ],
        .language: ["sprache", "langue", "idioma", "lingua", "taal", "язык", "言語", "语言"],
        .guid: ["article id", "doc id", "document id", "story id"],
        .keywords: [
            "keyword", "tag", "schlagworte", "schlagwörter", "stichworte", "mots-clés",
            "palabras clave", "etiquetas", "parole chiave", "palavras-chave", "trefwoorden",
            "ключевые слова", "теги", "キーワード", "关键词", "標籤",
        ],
        .section: [
            "section name", "category name", "news category", "ressort", "rubrik", "rubrique",
            "catégorie", "sección", "categoría", "sezione", "categoria", "seção", "rubriek",
            "categorie", "рубрика", "раздел", "категория", "カテゴリ", "カテゴリー", "栏目", "分类",
            "类别",
        ],
        .image: ["image link", "bild", "imagen", "immagine", "imagem"],
        .place: ["ort", "lieu", "lugar", "luogo", "plaats", "место", "場所", "地点"],
        .embargoed: ["embargo until", "sperrfrist"],
    ]
}
