import Archiving
import Articles
import Judging
import Platform

/// A library on its way back from a saved index: its parts, then the records of the archive since.
///
/// A record is named by where it comes in the archive's order (its ordinal), not by its sequence: a
/// line that was damaged before it was ever read has a sequence and no ordinal. The parts say where
/// each record lies, so the rest of the archive begins behind the line of the last one that all
/// parts have seen, whatever is missing before it.
struct LibraryRestoration: ~Copyable {
    private var judge: JudgeRestoration
    private var locations = ChunkedArray<RecordLocation>()

    /// So many records are read back to see whether the index is of this archive.
    private static let samples = 16

    init(settings: Judge.Settings) { judge = JudgeRestoration(settings: settings) }

    /// How many records the parts have all seen, and those taken in since.
    var count: Int { judge.next }

    /// Takes in all the parts of a file.
    ///
    /// - Throws: ``SavedIndexDamage``, ``SystemError``.
    mutating func install(
        _ loader: PartLoader, each: () throws -> Void
    ) throws {
        while let loaded = try loader.next() {
            switch loaded {
            case .judge(let part): try judge.install(part)
            case .locations(let chunk, _):
                guard locations.append(chunk: chunk) else {
                    throw SavedIndexDamage("a gap among the locations")
                }
            }
            try each()
        }
        try judge.partsAreComplete()
        guard judge.next <= locations.count, locations.count <= judge.saved else {
            throw SavedIndexDamage("records without a location")
        }
    }

    /// Compares the index with the archive: at the ends and between them, records that are not
    /// removed lie where it says.
    ///
    /// - Returns: where the last record lies that all parts have seen; nil where there is none.
    /// - Throws: ``SavedIndexFault``, ``SystemError``.
    func compare(with archive: ArchiveReader) throws -> RecordLocation? {
        let count = judge.next
        guard count > 0 else { return nil }
        let first = locations.countBefore(segment: archive.firstSegment)
        guard first < count else {
            throw SavedIndexFault.otherArchive("its articles are not there")
        }
        for sample in 0...Self.samples {
            let ordinal = first + (count - 1 - first) * sample / Self.samples
            let line = try archive.lineIfReadable(at: locations[ordinal])
            guard let line, line.last == 0x0A,
                line.withUnsafeBytes(RecordHead.id) == judge.id(of: ordinal)
            else {
                throw SavedIndexFault.otherArchive("article \(ordinal + 1) is not there")
            }
        }
        return locations[count - 1]
    }

    /// Takes in the next record of the archive.
    ///
    /// - Throws: ``SavedIndexDamage``
    mutating func admit(_ record: DecodedRecord) throws {
        if record.features.isNotice {
            judge.admitNotice(record.features, segment: record.location.segment)
            return
        }
        if judge.next < locations.count {
            guard locations[judge.next] == record.location else {
                throw SavedIndexDamage("article \(judge.next + 1) is not where it was")
            }
        } else {
            locations.append(record.location)
        }
        try judge.admit(record.features, record.judgement)
    }

    /// - Throws: ``SavedIndexDamage``
    consuming func finish() throws -> Library {
        let locations = locations
        return Library(judge: try judge.finish(), locations: locations)
    }
}

extension ChunkedArray<RecordLocation> {
    /// How many records lie in segments before one; segments come in the order of their numbers.
    func countBefore(segment: UInt32) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = low + (high - low) / 2
            if self[middle].segment < segment { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
