import Articles
import Platform

extension StoryIndex {
    /// Bytes of a story before its centre: identity, time, language and count, length of the centre.
    private static let headBytes = 40

    /// Appends a chunk of stories to a buffer; returns how many.
    borrowing func save(chunk number: Int, to buffer: inout [UInt8]) -> Int {
        let chunk = stories.chunk(number)
        for story in chunk {
            SavedWords.append(story.first.high, to: &buffer)
            SavedWords.append(story.first.low, to: &buffer)
            SavedWords.append(Int(story.latest.microseconds), to: &buffer)
            SavedWords.append(
                UInt64(story.language) << 32 | UInt64(UInt32(bitPattern: story.articleCount)),
                to: &buffer)
            SavedWords.append(story.centre.count, to: &buffer)
            SavedWords.append(story.centre, to: &buffer)
        }
        return chunk.count
    }

    /// A chunk of stories that was saved; nil where it is none.
    static func stories(_ count: Int, in bytes: UnsafeRawBufferPointer) -> [Story]? {
        guard count >= 0, count <= min(bytes.count / headBytes, ChunkedArray<Story>.chunkLength)
        else { return nil }
        var stories: [Story] = []
        stories.reserveCapacity(ChunkedArray<Story>.chunkLength)
        var reader = SavedWords.Reader(bytes)
        for _ in 0..<count {
            guard let high = reader.word(), let low = reader.word(), let latest = reader.integer(),
                let facts = reader.word(), let length = reader.integer(),
                let centre = reader.elements(length, of: Story.Weight.self)
            else { return nil }
            stories.append(
                Story(
                    first: ContentID(high: high, low: low),
                    latest: Moment(microseconds: Int64(latest)),
                    language: UInt32(facts >> 32),
                    articleCount: Int32(truncatingIfNeeded: facts), centre: centre))
        }
        return reader.isAtEnd ? stories : nil
    }
}
