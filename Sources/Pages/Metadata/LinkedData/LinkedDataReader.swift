import JSON

/// Takes articles out of a block of JSON-LD, however they lie in it: alone, in an array, in a
/// `@graph`, as the main entity of a page.
struct LinkedDataReader {
    private(set) var articles: [LinkedArticle] = []
    /// The names of what has an `@id`.
    private(set) var names: [String: String] = [:]

    /// Deeper blocks are not read. Real ones have fewer than 20 levels.
    static let depth = 64
    /// So many articles are looked at: an archive of a blog lists hundreds.
    private static let mostArticles = 64

    mutating func read(_ value: JSONValue) {
        switch value.kind {
        case .array: for element in value.elements { read(element) }
        case .object: readObject(value)
        default: break
        }
    }

    private mutating func readObject(_ object: JSONValue) {
        if let id = object.member("@id")?.string, let name = Self.text(object.member("name")) {
            names[id] = names[id] ?? name
        }
        if let kind = Self.kind(of: object), articles.count < Self.mostArticles {
            articles.append(Self.article(object, kind))
        }
        // Other members may hold articles too, but not the one that the page is of.
        for name in ["@graph", "mainEntity", "mainEntityOfPage", "author", "publisher"]
            as [StaticString]
        {
            if let inner = object.member(name) { read(inner) }
        }
    }

    private static func kind(of object: JSONValue) -> LinkedArticle.Kind? {
        var best: LinkedArticle.Kind?
        for type in strings(object.member("@type")) {
            let kind = LinkedArticle.Kind(type: type)
            best = max(best ?? kind ?? .page, kind ?? best ?? .page)
            if kind == nil && best == .page && object.member("headline") == nil { best = nil }
        }
        if best == nil, object.member("headline") != nil { return .work }
        return best
    }

    private static func article(_ object: JSONValue, _ kind: LinkedArticle.Kind) -> LinkedArticle {
        var article = LinkedArticle(kind: kind)
        article.isNews = strings(object.member("@type")).contains { LinkedArticle.isNews($0) }
        article.headline = text(object.member("headline"))
        article.name = text(object.member("name"))
        article.summary = text(object.member("description")) ?? text(object.member("abstract"))
        article.authors = people(object.member("author"))
        if article.authors.isEmpty { article.authors = people(object.member("creator")) }
        article.published =
            text(object.member("datePublished")) ?? text(object.member("dateCreated"))
            ?? text(object.member("uploadDate"))
        article.updated = text(object.member("dateModified"))
        article.publisher =
            people(object.member("publisher")).first
            ?? people(object.member("sourceOrganization")).first
        article.url =
            address(object.member("url")) ?? address(object.member("mainEntityOfPage"))
            ?? address(object.member("@id"))
        article.image = address(object.member("image")) ?? address(object.member("thumbnailUrl"))
        article.section = strings(object.member("articleSection")).first
        article.keywords = strings(object.member("keywords"))
        article.language = text(object.member("inLanguage"))
        article.license = address(object.member("license")) ?? text(object.member("license"))
        article.body = text(object.member("articleBody")) ?? text(object.member("reviewBody"))
        article.isFree = truth(object.member("isAccessibleForFree"))
        return article
    }

    /// People and organisations, however they are written down.
    private static func people(_ value: JSONValue?) -> [LinkedArticle.Author] {
        guard let value else { return [] }
        switch value.kind {
        case .string: return value.string.map { [LinkedArticle.Author(name: $0)] } ?? []
        case .array: return value.elements.prefix(40).flatMap(people)
        case .object:
            if let name = value.member("name"), name.kind == .array {
                return strings(name).map { LinkedArticle.Author(name: $0) }
            }
            var name = text(value.member("name"))
            if name == nil, let family = text(value.member("familyName")) {
                name = text(value.member("givenName")).map { "\($0) \(family)" } ?? family
            }
            return [LinkedArticle.Author(name: name, reference: value.member("@id")?.string)]
        default: return []
        }
    }

    /// A string, or the first of several, or the value of a typed one.
    private static func text(_ value: JSONValue?) -> String? {
        guard let value else { return nil }
        switch value.kind {
        case .string: return value.string.flatMap { $0.isEmpty ? nil : $0 }
        case .number: return value.printed
        case .array: return value.elements.lazy.compactMap { text($0) }.first
        case .object:
            return (value.member("@value") ?? value.member("name"))?.string
        default: return nil
        }
    }

    private static func strings(_ value: JSONValue?) -> [String] {
        guard let value else { return [] }
        if value.kind == .array {
            return value.elements.prefix(100).compactMap { text($0) }
        }
        return text(value).map { [$0] } ?? []
    }

    /// An address, or that of what is described.
    private static func address(_ value: JSONValue?) -> String? {
        guard let value else { return nil }
        switch value.kind {
        case .string: return value.string
        case .array: return value.elements.lazy.compactMap { address($0) }.first
        case .object:
            return address(value.member("url")) ?? address(value.member("contentUrl"))
                ?? value.member("@id")?.string
        default: return nil
        }
    }

    private static func truth(_ value: JSONValue?) -> Bool? {
        if let bool = value?.bool { return bool }
        switch value?.string?.lowercased() {
        case "true", "yes", "http://schema.org/true", "https://schema.org/true": return true
        case "false", "no", "http://schema.org/false", "https://schema.org/false": return false
        default: return nil
        }
    }
}

extension LinkedArticle.Kind {
    /// By schema.org's name of the type, with or without the vocabulary's address.
    init?(type: String) {
        let name = type.split(whereSeparator: { $0 == "/" || $0 == ":" || $0 == "#" }).last ?? ""
        switch name {
        case "Person", "Organization", "NewsMediaOrganization", "WebSite", "BreadcrumbList",
            "ItemList", "ImageObject", "SearchAction", "ReadAction", "ListItem", "Comment":
            return nil
        case "WebPage", "ItemPage", "AboutPage", "MedicalWebPage", "FAQPage", "QAPage",
            "CollectionPage", "ProfilePage":
            self = .page
        case "Recipe", "Review", "VideoObject", "PodcastEpisode", "Report", "HowTo", "Book",
            "DiscussionForumPosting", "SocialMediaPosting", "CreativeWork", "Question",
            "MediaObject", "AudioObject", "ClaimReview", "Event":
            self = .work
        default:
            // Article, NewsArticle and its kin, BlogPosting and LiveBlogPosting.
            guard name.hasSuffix("Article") || name.hasSuffix("BlogPosting") else { return nil }
            self = .article
        }
    }
}

extension LinkedArticle {
    /// Whether a type is one of journalism: NewsArticle and its kin.
    static func isNews(_ type: String) -> Bool {
        type.hasSuffix("NewsArticle") || type.hasSuffix("LiveBlogPosting")
    }
}
