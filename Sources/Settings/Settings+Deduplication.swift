extension Settings {
    /// When two articles are taken for the same.
    package struct Deduplication: Sendable, Equatable {
        /// The Jaccard similarity of their shingles from which two texts are near copies,
        /// 0.1 to 1.
        package var similarity: Double
        /// The share of the shorter text's shingles that the longer one must hold for the shorter
        /// to be a part of it, 0.1 to 1.
        package var containment: Double
        /// Days within which the articles of a story follow one another, 1 to 3,650.
        package var windowDays: Int
        /// Whether articles on the same event are linked.
        package var stories: Bool
    }
}

extension Settings.Deduplication {
    init(from reader: inout SettingsReader) {
        similarity = reader.fraction("deduplication.similarity", in: 0.1...1, default: 0.5)
        containment = reader.fraction("deduplication.containment", in: 0.1...1, default: 0.8)
        windowDays = reader.integer("deduplication.windowDays", in: 1...3_650, default: 7)
        stories = reader.bool("deduplication.stories", default: true)
    }
}
