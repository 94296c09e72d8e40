import Articles

/// Whether an article may be used, and from when on, by its sender's word. It may change while the
/// words stay: an article is withheld, released, or brought back.
struct Clearance: Equatable {
    private var status: ArticleStatus
    /// Seconds, as in a record.
    private var embargoed: Int64?

    /// What says nothing of it may be used at once.
    init(of article: Article) {
        status = article.status ?? .usable
        embargoed = article.embargoed.map { $0.microseconds / 1_000_000 }
    }

    /// Whether the sender tells states of the article apart. Feeds that have no word for it repeat what
    /// others have withheld, and mean nothing by it.
    static func isSaid(in article: Article) -> Bool {
        article.status != nil || article.embargoed != nil || article.version != nil
    }
}
