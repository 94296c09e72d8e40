import Markup

/// Finds who wrote the article of a page: by what it declares, where that is more than the site's own
/// name, else by what it shows.
struct Bylines {
    private(set) var names: [String] = []

    /// - Parameters:
    ///   - sites: the names of the site and of who runs it.
    ///   - subjects: the page's section and keywords.
    ///   - headline: the element that shows the headline.
    init(
        _ tree: MarkupTree, _ facts: PageFacts, _ article: LinkedArticle?, sites: [String?],
        subjects: [String], headline: Int?
    ) {
        let sites = Set(sites.compactMap { $0 }.map(WordFold.of).filter { !$0.isEmpty })
        let cleaner = BylineCleaner(
            sites: sites, subjects: Set(subjects.map(WordFold.of)).subtracting(sites))
        let linked = cleaner.names(in: article?.authors.compactMap(\.name) ?? [])
        let said = Self.metaNames.map { cleaner.names(in: facts.metas.all([$0])) }
        let choices = [linked] + said
        func isOfSite(_ name: BylineName) -> Bool {
            let folded = WordFold.of(name.text)
            return sites.contains {
                $0 == folded || $0.replacing(" ", with: "") == folded.replacing(" ", with: "")
            }
        }
        let declared = choices.map { $0.filter { !isOfSite($0) } }.filter { !$0.isEmpty }
        if let persons = declared.first(where: { $0.contains(where: \.isPerson) }) {
            names = persons.map(\.text)
            return
        }
        let shown = ShownBylines(tree, facts, cleaner, headline: headline)
        names =
            (shown.persons ?? declared.first ?? choices.first { !$0.isEmpty } ?? shown.others ?? [])
            .map(\.text)
    }

    private static let metaNames = [
        "author", "article:author", "article:author_name", "og:author", "parsely-author",
        "sailthru.author", "dc.creator", "dc:creator", "dcterms.creator", "byl", "byline",
        "itemprop:author", "dc.contributor", "authors", "article.author", "cxenseparse:author",
        "twitter:data1", "creator",
    ]
}
