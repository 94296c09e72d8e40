import Articles

/// What is kept of a record of the articles stream whose segment was removed: enough to know the
/// same article again, and that no record is missing.
package struct ForgottenRecord: Sendable, Equatable {
    package var id: ContentID
    /// The original that it was, or revised.
    package var original: ContentID
    /// The id of the first article of its story.
    package var story: ContentID
    package var sequence: UInt64
    package var received: Moment

    /// A notice that took back an article: it belongs to no story.
    package var isWithdrawal: Bool { story == Self.noStory }

    private static let noStory = ContentID(high: 0, low: 0)

    static let encodedBytes = 64

    init(
        id: ContentID, original: ContentID, story: ContentID, sequence: UInt64, received: Moment
    ) {
        self.id = id
        self.original = original
        self.story = story
        self.sequence = sequence
        self.received = received
    }

    init(_ archived: ArchivedRecord) {
        self.init(
            id: archived.record.id, original: archived.record.judgement.original,
            story: archived.record.article.isNotice
                ? Self.noStory : archived.record.judgement.story,
            sequence: archived.sequence,
            received: archived.record.received)
    }

    func encode(into writer: inout BinaryWriter) {
        for identity in [id, original, story] {
            writer.integer(identity.high)
            writer.integer(identity.low)
        }
        writer.integer(sequence)
        writer.integer(received.microseconds)
    }

    init?(from reader: inout BinaryReader) {
        func identity() -> ContentID? {
            guard let high = reader.integer(UInt64.self), let low = reader.integer(UInt64.self)
            else { return nil }
            return ContentID(high: high, low: low)
        }
        guard let id = identity(), let original = identity(), let story = identity(),
            let sequence = reader.integer(UInt64.self),
            let received = reader.integer(Int64.self)
        else { return nil }
        self.init(
            id: id, original: original, story: story, sequence: sequence,
            received: Moment(microseconds: received))
    }
}
