/// A decoder of bytes that others choose, with what must hold for any bytes.
///
/// The fuzzer makes up inputs; those it found worth keeping are in `Tests/Corpus/TARGET`, and a test
/// checks each of them again.
package enum FuzzTarget: String, CaseIterable, Sendable {
    /// Files of every format, as they are dropped.
    case reading
    /// Compressed files, archives and web archives.
    case packed
    /// Texts in any encoding.
    case encoding
    /// Documents of the formats that are held whole, such as pages and feeds.
    case documents
    /// Tables and mailboxes.
    case rows
    /// An article's fields, normalised, judged, archived and dropped again.
    case article
    /// JSON documents.
    case json
    /// Lines of the archive.
    case record
    /// The archive's journal.
    case journal
    /// The list of files that stay where they are.
    case kept
    /// File names, of the inbox and of segments.
    case names
    /// config.json.
    case configuration

    /// Checks one input.
    /// - Throws: ``Violation``, or whatever shows that the input cannot be tried at all.
    package func check(_ bytes: [UInt8]) throws {
        switch self {
        case .reading: try ReadingProperties.check(bytes)
        case .packed: try PackedProperties.check(bytes)
        case .encoding: try EncodingProperties.check(bytes)
        case .documents: try DocumentProperties.check(bytes)
        case .rows: try RowProperties.check(bytes)
        case .article: try ArticleProperties.check(bytes)
        case .json: try JSONProperties.check(bytes)
        case .record: try RecordProperties.check(bytes)
        case .journal: try JournalProperties.check(bytes)
        case .kept: try KeptProperties.check(bytes)
        case .names: try NameProperties.check(bytes)
        case .configuration: try ConfigurationProperties.check(bytes)
        }
    }
}

/// Something that must hold for any input and does not for one.
package struct Violation: Error, CustomStringConvertible {
    package let description: String
}

/// - Throws: ``Violation`` when `holds` is false.
func require(_ holds: Bool, _ what: @autoclosure () -> String) throws(Violation) {
    if !holds { throw Violation(description: what()) }
}
