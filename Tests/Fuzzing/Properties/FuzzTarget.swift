/// A decoder of bytes that others choose, with what must hold for any bytes.
///
/// The fuzzer makes up inputs; those it found worth keeping are in `Tests/Corpus/TARGET`, and a test
/// checks each of them again.
package enum FuzzTarget: String, CaseIterable, Sendable {
    /// Files of every format, as they are dropped.
    case reading
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
