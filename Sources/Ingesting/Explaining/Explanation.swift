import Articles
import Judging

/// Why a record is what it is.
package struct Explanation: Sendable {
    /// What it is to the articles before it.
    package enum Relation: Sendable {
        /// Nothing that was known is like it.
        case new
        /// The headline and text of the other, once more.
        case exact(ArchivedRecord)
        case compared(ArchivedRecord, PairExplanation)
        /// It was compared with one that is no longer in the archive.
        case lost
        /// The article that a notice takes back; nil where that was not known.
        case takesBack(ArchivedRecord?)
    }

    /// An article of the same story.
    package struct Member: Sendable {
        package var id: ContentID
        package var sequence: UInt64
        package var article: Article
        package var time: Moment
    }

    /// The story of a record.
    package struct StoryPart: Sendable {
        /// The first articles of the story, and how many there are.
        package var members: [Member]
        package var count: Int
        /// What ties the record to those before it; nil for the first.
        package var ties: StoryTies?
        package var names: TermNames
    }

    /// With the article of the other, where it only refers to that.
    package var record: ArchivedRecord
    package var relation: Relation
    package var story: StoryPart
}
