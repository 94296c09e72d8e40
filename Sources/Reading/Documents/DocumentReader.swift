import Articles

/// Reads the articles of documents of one format, which are held whole.
package protocol DocumentReader: Sendable {
    /// Whether documents say inside, for each of their parts, how it is encoded: such a document is
    /// given as it was found, and its `text` is empty.
    static var decodesItself: Bool { get }

    /// The articles of a document, in their order, and why others are none.
    ///
    /// - Throws: a `Reason` where nothing can be read of it.
    static func items(of document: borrowing Document) throws(Reason) -> [DocumentItem]
}

extension DocumentReader {
    package static var decodesItself: Bool { false }
}

/// One article of a document, or why it is none.
package struct DocumentItem: Sendable {
    /// The line of the document it begins on, from 1.
    package var line: Int
    package var content: Result<Draft, Reason>
    /// The name of the file that it was found in, where files are attached to the document.
    package var member: String?
    /// The format of that file.
    package var format: Format?

    package init(line: Int = 1, _ content: Result<Draft, Reason>) {
        self.line = line
        self.content = content
    }
}
