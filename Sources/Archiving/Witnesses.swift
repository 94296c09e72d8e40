import Articles
import JSON
import Platform
import SystemPackage

/// A file that the last lines of the archive tell of and the journal does not, because it was lost
/// or damaged: so far it is archived.
package struct WitnessedFile: Sendable, Hashable {
    /// As the record has it: relative to the inbox, bytes that are no UTF-8 as %XX.
    package var path: String
    /// Bytes.
    package var size: UInt64
    package var modified: Moment
    /// The number of its last item that is in the archive.
    package var itemsDone: UInt64
}

/// What the end of the archive says of its files, for when the journal cannot.
struct Witnesses {
    /// As much of each stream is read as the journal may hold of it, bytes.
    private static let window = Int64(Journal.slotBytes * Journal.slotCount)

    private let layout: ArchiveLayout
    private var items: [Key: UInt64] = [:]

    private struct Key: Hashable {
        var path: String
        var size: UInt64
        var modified: Moment
    }

    init(_ layout: ArchiveLayout) { self.layout = layout }

    var files: [WitnessedFile] {
        items.map {
            WitnessedFile(
                path: $0.key.path, size: $0.key.size, modified: $0.key.modified, itemsDone: $0.value
            )
        }
    }

    /// Reads what the journal does not explain: what lies behind the last bytes it knows of a
    /// segment, or, where groups of it are lost, the end of each stream.
    mutating func read(
        after recovery: Recovery, isJournalDamaged: Bool
    ) throws(SystemError) {
        for stream in Stream.allCases {
            var wanted = isJournalDamaged ? Self.window : 0
            for name in try layout.names(of: stream).reversed() {
                let segment = try SegmentReader.open(name, in: layout.segments)
                let size = try segment.size()
                let known = isJournalDamaged ? size - wanted : recovery.ends[name] ?? size
                guard known < size else { break }
                try read(segment, from: max(0, known), size: size)
                wanted -= size
                if wanted <= 0 { break }
            }
        }
    }

    private mutating func read(
        _ segment: SegmentReader, from start: Int64, size: Int64
    ) throws(SystemError) {
        let bytes = try segment.bytes(at: start, count: Int(size - start))
        var parser = JSONParser()
        for line in bytes.split(separator: 0x0A) {
            guard let file = Self.file(of: Array(line), using: &parser) else { continue }
            let key = Key(path: file.path, size: file.size, modified: file.modified)
            items[key] = max(items[key] ?? 0, UInt64(max(0, file.item)))
        }
    }

    /// Nil for what is no line, such as the rest of one where the window begins.
    private static func file(of line: [UInt8], using parser: inout JSONParser) -> FileReference? {
        line.withUnsafeBytes { line in
            do {
                return try ArchivedRecord(line: line, using: &parser).record.file
            } catch {
                return nil
            }
        }
    }
}
