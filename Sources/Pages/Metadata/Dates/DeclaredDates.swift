/// What a page declares in JSON-LD and meta elements, the best first.
struct DeclaredDates {
    let published: [String]
    let updated: [String]

    init(_ metas: MetaTags, _ article: LinkedArticle?, _ page: LinkedArticle?) {
        published = Self.lines(
            [article?.published] + metas.each(Self.publishedNames) + [page?.published]
                + metas.each(named: { $0.contains("publish") && $0.contains("date") }))
        updated = Self.lines([article?.updated] + metas.each(Self.updatedNames) + [page?.updated])
    }

    private static func lines(_ texts: [String?]) -> [String] {
        texts.compactMap { PlainLine.of($0) }
    }

    /// Open Graph, microdata, Dublin Core, and the names that large systems use (Parse.ly, Sailthru,
    /// Cxense, Highwire).
    private static let publishedNames = [
        "article:published_time", "og:published_time", "itemprop:datepublished", "datepublished",
        "og:article:published_time", "article:published", "parsely-pub-date", "sailthru.date",
        "pubdate", "publishdate", "publish_date", "publish-date", "published-date",
        "publication_date", "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.issued",
        "dcterms.created", "dc.date.created", "dc.created", "article.published",
        "published_time", "article:publicationdate", "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime", "citation_publication_date", "citation_date",
        "citation_online_date", "itemprop:datecreated", "article_date_original",
        "originalpublicationdate", "og:pubdate", "created", "date_published", "displaydate",
        "article:created", "gentime", "releasedate", "last_published", "timestamp", "bt:pubdate",
        "ptime", "rnews:datepublished", "article_publication_date", "publishedat",
        "date.available", "dc.date.publication", "doc_date", "issuedate",
    ]

    private static let updatedNames = [
        "article:modified_time", "og:modified_time", "og:updated_time", "itemprop:datemodified",
        "article:modified", "lastmod", "last-modified", "last_modified", "modified",
        "dcterms.modified", "dc.date.modified", "datemodified", "revision_date", "utime",
        "lastmodified", "updated_time", "date_updated", "lastupdated",
    ]
}
