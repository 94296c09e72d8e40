import Articles
import Platform

/// A record of an archive, as its line says it.
package struct FoundRecord: Sendable {
    package var id: ContentID
    package var place: RecordPlace
    package var segment: SegmentName
    package var location: RecordLocation
    /// The bytes of the line, its line feed included.
    package var line: [UInt8]

    /// What the line says.
    ///
    /// - Throws: `JSONError` or ``ArchivedRecord/Fault`` where it is damaged.
    package func decoded() throws -> ArchivedRecord { try ArchivedRecord(line: line) }
}
