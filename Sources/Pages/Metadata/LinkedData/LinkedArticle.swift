/// What one description of an article in a page's JSON-LD says (schema.org's vocabulary).
struct LinkedArticle {
    /// How sure its type is to be that of the page's article; higher is surer.
    enum Kind: Int, Comparable {
        /// A page, of whatever kind: says when it was published, and who runs it.
        case page
        /// A video, a recipe, an episode: may be what the page is about.
        case work
        case article

        static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
    }

    /// Who wrote it: named, or only pointed at.
    struct Author {
        var name: String?
        /// The `@id` of what is described elsewhere.
        var reference: String?
    }

    var kind: Kind
    /// Of a type of journalism, not a blog's or any other text.
    var isNews = false
    var headline: String?
    var name: String?
    var summary: String?
    var authors: [Author] = []
    var published: String?
    var updated: String?
    var publisher: Author?
    var url: String?
    var image: String?
    var section: String?
    var keywords: [String] = []
    var language: String?
    var license: String?
    var body: String?
    /// Whether all may read it; nil where nothing is said.
    var isFree: Bool?

    init(kind: Kind) { self.kind = kind }
}
