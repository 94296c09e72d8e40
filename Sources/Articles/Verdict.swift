/// What an article is to those that are known.
package enum Verdict: String, Sendable {
    /// New.
    case original
    /// A later state of one that is known.
    case revision
    /// A text that adds nothing to one that is known.
    case duplicate
    /// A notice that takes one back.
    case withdrawal
}

/// How an article was matched with the one it repeats or revises.
package enum Match: String, Sendable {
    case exact, near, partial, guid, url
}

/// The verdict on one article, with its reasons.
package struct Judgement: Sendable, Equatable {
    package var verdict: Verdict
    /// The original that it repeats or revises; its own identity for an original.
    package var original: ContentID
    /// 0 for an original, then 1, 2, 3… along its chain.
    package var revision: Int
    package var match: Match?
    /// 0 to 1: Jaccard similarity, or containment for a partial match.
    package var similarity: Double?
    /// The first article of its story, as known now.
    package var story: ContentID
    /// Where somebody found the verdict of a record wrong: that record, which this one corrects.
    package var corrects: RecordPlace?
    /// A withdrawal of something that is not known: it has neither original nor story.
    package var isOfUnknown = false
    /// A notice that came before takes the article back, and the article is not newer than that says.
    package var isTakenBack = false

    package init(
        verdict: Verdict, original: ContentID, revision: Int, match: Match?, similarity: Double?,
        story: ContentID, corrects: RecordPlace? = nil
    ) {
        self.verdict = verdict
        self.original = original
        self.revision = revision
        self.match = match
        self.similarity = similarity
        self.story = story
        self.corrects = corrects
    }
}
