import JSON

/// What a file may ask of us. Beyond it there is a fault that names the limit's key.
package struct ReadingLimits: Sendable, Equatable {
    /// The longest text of an article, in bytes. A line of JSON Lines may be twice as long, as
    /// escapes and other fields need room.
    package var articleBytes = 16 << 20
    /// The most articles in one file.
    package var articlesPerFile = 10_000_000
    /// The most levels of arrays and objects.
    package var depth = 64
    /// The longest JSON document that is not JSON Lines, in bytes: it must be held whole.
    package var documentBytes = 64 << 20

    /// So many times as large as it is read a file may become by being unpacked, once that is more
    /// than 64 MiB.
    package var expansionRatio = 200
    /// The most levels of containers that lie in one another.
    package var containerDepth = 8

    package init() {}

    /// With sizes that can be reckoned with: 1 TiB, and what the JSON parser takes.
    var usable: ReadingLimits {
        var usable = self
        usable.articleBytes = min(max(1, articleBytes), 1 << 40)
        usable.documentBytes = min(max(1, documentBytes), JSONParser.largestDocument)
        usable.containerDepth = min(max(1, containerDepth), 64)
        return usable
    }

    /// The longest line of JSON Lines.
    var lineBytes: Int { articleBytes * 2 }
}
