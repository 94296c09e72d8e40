import Archiving
import Articles
import Glibc
import JSON
import Judging
import Platform
import SystemPackage

/// The archive's records of some of the known articles, in a segment on the disk, read back as the
/// daemon reads them: the line by pread, the record by the parser.
struct RecordStore: ~Copyable {
    private let directory: FilePath
    private let file: Descriptor
    private let reader: ArchiveReader
    private var parser = JSONParser()
    private var line: [UInt8] = []
    private var end: Int64 = 0
    /// A length of 0 stands for an article whose record is not kept.
    private var locations = ChunkedArray<RecordLocation>()
    /// Records that were read back.
    private(set) var readCount = 0

    private static let segment = SegmentName(stream: .articles, day: "2026-01-01", number: 1)

    private init(_ directory: FilePath, _ file: consuming Descriptor, _ reader: ArchiveReader) {
        self.directory = directory
        self.file = file
        self.reader = reader
    }

    /// An empty one, in a directory that is made, and removed by ``remove()``.
    static func make(at path: FilePath) throws(SystemError) -> RecordStore {
        let root = try Directory.make(path)
        _ = try root.makeDirectory("segments")
        let name = path.appending("segments").appending(segment.file.string)
        let file = try Descriptor.open(name, flags: O_RDWR | O_CREAT | O_TRUNC)
        return RecordStore(path, file, try ArchiveReader(at: path))
    }

    /// Notes the next article, its record kept.
    mutating func append(_ record: Record) throws(SystemError) {
        line.removeAll(keepingCapacity: true)
        record.append(to: &line, sequence: UInt64(locations.count + 1), form: .whole)
        try file.write(line, at: end)
        locations.append(
            RecordLocation(
                segment: Self.segment.number, offset: end, length: UInt32(line.count)))
        end += Int64(line.count)
    }

    /// Notes the next article, its record not kept: nobody asks for it.
    mutating func appendWithoutRecord() {
        locations.append(RecordLocation(segment: 0, offset: 0, length: 0))
    }

    /// The article with an ordinal; nil where its record was not kept.
    mutating func recall(_ ordinal: Ordinal) throws -> Article? {
        let location = locations[Int(ordinal)]
        guard location.length > 0, let line = try reader.lineIfReadable(at: location) else {
            return nil
        }
        readCount += 1
        return try line.withUnsafeBytes { line in
            try ArchivedRecord(line: line, using: &parser).record.article
        }
    }

    /// Removes what it has on the disk.
    consuming func remove() throws(SystemError) {
        let root = try Directory.open(directory)
        try root.directory("segments").remove(Self.segment.file)
        try root.removeDirectory("segments")
        try Directory.open(directory.removingLastComponent()).removeDirectory(
            FilePath(directory.lastComponent?.string ?? ""))
    }
}
