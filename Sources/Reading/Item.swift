import Articles

/// One article of a file, or why it is none.
package struct Item: Sendable {
    /// 1, 2, 3…: its number among the articles of the file, the faulty ones counted.
    package var number: Int
    /// The line it begins on, from 1.
    package var line: UInt64
    /// Where it lies in the file: its bytes, without the line feed after it. Empty where it does
    /// not lie there as it was read: in a member of a container, or in a text that was decoded.
    package var bytes: Range<UInt64>
    package var content: Result<Draft, ItemFault>
    /// Of the document that it is in, where that is known.
    package var format: Format?
    /// The path of the member of the file that it is in, levels joined by `!/`.
    package var member: String?
    /// Of one that is faulty and does not lie in the file, its bytes, where they are at hand.
    package var evidence: [UInt8]?
}

/// Where reading a file goes on: taken after an item, and kept, also over a restart.
package struct Cursor: Sendable, Hashable {
    /// As it was found at the file's beginning; nil before that.
    package var format: Format?
    /// The number of the next item.
    package var item = 1
    /// The byte of the file from which the source must give.
    package var offset: UInt64 = 0
    /// The number of the line at `offset`, in formats of lines.
    package var line: UInt64 = 1
    /// Of the message of an mbox that begins at `offset`, how many items were given.
    package var given = 0
    /// In a table, what its first line said.
    package var table: TableColumns?

    package init() {}
}
