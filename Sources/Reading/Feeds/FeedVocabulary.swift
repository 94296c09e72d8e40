import Markup

/// Whose word an element of a feed is, by its namespace.
///
/// Feeds get the addresses of namespaces wrong in many ways, and leave out to declare prefixes; what
/// is meant is taken.
enum FeedVocabulary {
    /// RSS of any version, or the namespace of the feed's own root.
    case rss
    case atom
    /// RSS 1.0's module for whole texts.
    case content
    case dublinCore
    case media
    case itunes
    case feedBurner
    case creativeCommons
    case xhtml
    case other

    /// - Parameter space: an address, or a prefix that was never declared.
    init(_ space: String) {
        self = Self.known[space] ?? Self.known[Self.plain(space)] ?? .other
    }

    /// In lower case, without blanks, and without what follows the path's last letter.
    private static func plain(_ space: String) -> String {
        var plain = space.utf8.filter { $0 > 0x20 }.map {
            (0x41...0x5A).contains($0) ? $0 | 0x20 : $0
        }
        while let last = plain.last, last == 0x2F || last == 0x23 { plain.removeLast() }
        if plain.starts(with: "https:".utf8) { plain.remove(at: 4) }
        return String(decoding: plain, as: UTF8.self)
    }

    private static let known: [String: FeedVocabulary] = {
        let spaces: [(FeedVocabulary, [String])] = [
            (
                .rss,
                [
                    "", "http://purl.org/rss/1.0", "http://my.netscape.com/rdf/simple/0.9",
                    "http://channel.netscape.com/rdf/simple/0.9", "http://purl.org/net/rss1.1",
                    "http://backend.userland.com/rss", "http://backend.userland.com/rss2",
                    "http://backend.userland.com/rss091", "http://backend.userland.com/rss092",
                    "http://backend.userland.com/rss093", "http://blogs.law.harvard.edu/tech/rss",
                    "http://my.netscape.com/publish/formats/rss-0.91.dtd", "rss",
                ]
            ),
            (
                .atom,
                [
                    "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#",
                    "http://www.w3.org/2005/atom", "http://purl.org/atom/ns",
                    "http://purl.org/atom", "atom", "atom03", "atom10",
                ]
            ),
            (
                .content,
                [
                    "http://purl.org/rss/1.0/modules/content/",
                    "http://purl.org/rss/1.0/modules/content", "content",
                ]
            ),
            (
                .dublinCore,
                [
                    "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/elements/1.1",
                    "http://purl.org/dc/elements/1.0", "http://purl.org/dc/terms/",
                    "http://purl.org/dc/terms", "http://purl.org/rss/1.0/modules/dcterms", "dc",
                    "dcterms",
                ]
            ),
            (
                .media,
                [
                    "http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss",
                    "http://search.yahoo.com/mrss/yahoo", "http://video.search.yahoo.com/mrss",
                    "http://www.rssboard.org/media-rss", "media",
                ]
            ),
            (
                .itunes,
                [
                    "http://www.itunes.com/DTDs/PodCast-1.0.dtd",
                    "http://www.itunes.com/dtds/podcast-1.0.dtd",
                    "http://example.com/dtds/podcast-1.0.dtd", "itunes",
                ]
            ),
            (
                .feedBurner,
                [
                    "http://rssnamespace.org/feedburner/ext/1.0",
                    "http://feedburner.com/feedburner/ext/1.0", "feedburner",
                ]
            ),
            (
                .creativeCommons,
                [
                    "http://backend.userland.com/creativecommonsrssmodule",
                    "http://backend.userland.com/creativeCommonsRssModule",
                    "http://web.resource.org/cc", "http://web.resource.org/cc/",
                    "http://creativecommons.org/ns", "creativecommons", "cc",
                ]
            ),
            (.xhtml, ["http://www.w3.org/1999/xhtml", "xhtml"]),
        ]
        return Dictionary(
            spaces.flatMap { vocabulary, names in names.map { ($0, vocabulary) } },
            uniquingKeysWith: { first, _ in first })
    }()
}

extension MarkupElement {
    /// Whose word it is.
    /// - Parameter own: the namespace of the feed's root, whose words are the feed's own.
    func vocabulary(own: String) -> FeedVocabulary {
        let space = namespace
        let known = FeedVocabulary(space)
        return known == .other && space == own ? .rss : known
    }
}
