import JSON

/// Reads the articles of a file in one format, one by one.
///
/// It does no input of its own: it is shown what is in memory of the file and says when it needs
/// more, so that the same code reads a small file in place and a large one in pieces.
package protocol ArticleReader: Sendable {
    init(limits: ReadingLimits, resumingAt cursor: Cursor)

    /// Tells what is known beforehand of what it reads; before it is shown anything.
    mutating func prepare(for origin: Document.Origin, _ hints: FeedHints)

    /// Where reading would go on. What lies before `cursor.offset` is not needed any more.
    var cursor: Cursor { get }

    /// The longest window that it may need, in bytes.
    var longestWindow: Int { get }

    /// The next item, from a window that begins no later than `cursor.offset`.
    mutating func next(
        in window: Window, using parser: inout JSONParser
    ) throws(FileFault) -> Step
}

extension ArticleReader {
    package mutating func prepare(for origin: Document.Origin, _ hints: FeedHints) {}
}

/// What became of a look at the window.
package enum Step: Sendable {
    case item(Item)
    /// The window must reach further; never where it reaches to the file's end.
    case needsMore
    /// There are no more items.
    case end
}
