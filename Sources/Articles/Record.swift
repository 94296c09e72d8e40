/// An article with all that its line in the archive says of it, but for its number there.
package struct Record: Sendable {
    /// How much of an article a line holds.
    package enum Form: Sendable {
        case whole
        /// Of an exact duplicate: who sent it and what it repeats, not the article again.
        case reference
    }

    package var id: ContentID
    package var article: Article
    package var judgement: Judgement
    /// The directory of the inbox that the file lay in; empty at the top.
    package var feed: String
    package var file: FileReference
    /// The version of the normaliser.
    package var rules: Int
    /// When it was archived.
    package var received: Moment

    package init(
        id: ContentID, article: Article, judgement: Judgement, feed: String, file: FileReference,
        rules: Int, received: Moment
    ) {
        self.id = id
        self.article = article
        if judgement.isTakenBack { self.article.status = .canceled }
        self.judgement = judgement
        self.feed = feed
        self.file = file
        self.rules = rules
        self.received = received
    }
}
