/// Whether an article may be used, as its sender says.
package enum ArticleStatus: String, Sendable {
    case usable
    /// Not to be published until its sender says more.
    case withheld
    /// Taken back: not to be published any more.
    case canceled
}

/// How much of an article there is.
package enum Extent: String, Sendable {
    case full
    /// A summary that leads to the article, not the article itself.
    case teaser
}
