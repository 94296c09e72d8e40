import Markup

/// What a page says of itself and what it shows of itself.
package struct PageMetadata: Sendable {
    package var headline: String?
    /// The standfirst, or what the page says of itself in a sentence.
    package var summary: String?
    package var bylines: [String] = []
    /// As printed, the best that the page has.
    package var published: String?
    package var updated: String?
    /// The publisher or the name of the site.
    package var source: String?
    /// The canonical one.
    package var url: String?
    package var language: String?
    package var image: String?
    package var section: String?
    package var keywords: [String] = []
    package var license: String?
    /// The text of the article as the page's JSON-LD gives it: plain text.
    package var jsonLDBody: String?
    /// Whether the page calls itself an article; nil where it does not say what it is.
    package var isArticle: Bool?
    /// Whether all may read it, as the page says; nil where it does not.
    package var isFree: Bool?

    /// - Parameter url: where the page was fetched from, where that is known.
    package init(of tree: MarkupTree, url: String?) {
        let facts = PageFacts(of: tree)
        let linked = LinkedData(facts.linkedData)
        let metas = facts.metas
        let headings = facts.mainHeadings.map { HeadingText(of: $0, in: tree) }
        let minorHeadings = facts.minorHeadings.map { HeadingText(of: $0, in: tree) }
        let article = linked.article(
            titled: [metas.first("og:title"), facts.title]
                + headings.flatMap(\.readings).map(Optional.some))
        let page = linked.articles.first { $0.kind == .page }

        source = PlainLine.of(
            article?.publisher?.name ?? metas.first("og:site_name")
                ?? metas.first("application-name"))
        headline =
            HeadlineChoice(
                main: headings.map(\.readings),
                minor: minorHeadings.map(\.readings),
                window: facts.title,
                shared: metas.each([
                    "og:title", "twitter:title", "dc.title", "dc:title", "dcterms.title",
                    "parsely-title", "title",
                ]),
                linked: article?.headline ?? article?.name, site: source,
                isNews: article?.isNews ?? false
            ).best
        summary = PlainLine.of(
            article?.summary
                ?? metas.first("og:description", "description", "twitter:description"))
        let address = PageAddress(facts, article, fetched: url)
        self.url = address.canonical
        let headlineNode = HeadingText.node(saying: headline, of: headings + minorHeadings)
        let dates = PageDates(
            tree, facts, linked, article, headline: headlineNode, url: url ?? address.canonical)
        published = dates.published
        updated = dates.updated
        language =
            article?.language ?? facts.language
            ?? metas.first("og:locale", "content-language", "language", "dc.language")
        image = address.resolved(
            metas.first("og:image", "og:image:url", "twitter:image", "twitter:image:src")
                ?? article?.image)
        section = PlainLine.of(
            article?.section ?? metas.first("article:section", "section", "itemprop:articlesection")
        )
        keywords = Keywords.all(metas, article)
        bylines =
            Bylines(
                tree, facts, article,
                sites: [source, article?.publisher?.name, metas.first("og:site_name")]
                    + metas.each(["publisher", "dc.publisher", "copyright", "application-name"]),
                subjects: [section].compactMap { $0 }, headline: headlineNode
            ).names
        license = PlainLine.of(
            article?.license ?? facts.links["license"]
                ?? metas.first("dcterms.rights", "dc.rights", "copyright"))
        jsonLDBody = article?.body.flatMap(Self.plainText)
        let type = metas.first("og:type")?.lowercased()
        isArticle =
            article?.kind == .article || type == "article"
            ? true : ["website", "object", "profile"].contains(type) ? false : nil
        isFree = article?.isFree ?? page?.isFree
    }

    private static func plainText(_ body: String) -> String? {
        do throws(MarkupFault) {
            return String(decoding: try TextBlocks.plainText(html: Array(body.utf8)), as: UTF8.self)
        } catch {
            // Without memory for the markup there is no such text.
            return nil
        }
    }
}
