import Articles
import Platform
import SystemPackage

/// Where things lie in an archive: `segments/`, and beside it a hard link to the newest segment of
/// each stream (`articles.jsonl`), the one layout of those measured that neither loses nor doubles
/// a line with tail -F, rsyslog and syslog-ng, by name and by glob.
final class ArchiveLayout: Sendable {
    let root: Directory
    let segments: Directory

    init(at path: FilePath) throws(SystemError) {
        root = try Directory.make(path)
        segments = try root.makeDirectory("segments")
    }

    /// An archive that is there already.
    init(existing path: FilePath) throws(SystemError) {
        root = try Directory.open(path)
        segments = try root.directory("segments")
    }

    /// All segments of a stream, plain or compressed, oldest first.
    func names(of stream: Stream) throws(SystemError) -> [SegmentName] {
        Set(try files(of: stream).map(\.name)).sorted { $0.number < $1.number }
    }

    /// The files of a stream's segments, in no order; a segment may be there plain and compressed.
    func files(of stream: Stream) throws(SystemError) -> [SegmentFile] {
        var files: [SegmentFile] = []
        let entries = try DirectoryEntries(segments)
        while let entry = try entries.next() {
            if let file = SegmentFile(fileName: entry.name.string), file.name.stream == stream {
                files.append(file)
            }
        }
        return files
    }

    /// Makes the segment that a group begins, with the group's bytes in it, and turns the stream's
    /// hard link to it.
    func begin(_ append: Group.Append) throws(SystemError) -> Segment {
        let segment: Segment
        do {
            segment = try Segment.create(append.segment, holding: append.bytes, in: segments)
        } catch  where error.cause == .exists {
            // An attempt before this one came as far as the name.
            segment = try Segment.open(append.segment, in: segments)
            try segment.complete(append.bytes, at: append.offset)
        }
        try turnLink(to: append.segment)
        return segment
    }

    /// `articles.jsonl` is the newest segment from here on, in one step. The temporary name has a
    /// dot in front, so that no glob of a reader catches it.
    func turnLink(to name: SegmentName) throws(SystemError) {
        let link = Self.link(of: name.stream)
        let temporary = FilePath(".\(name.stream.rawValue).jsonl.tmp")
        try root.removeIfThere(temporary)
        try root.link(name.file, of: segments, as: temporary)
        try root.replace(link, with: temporary)
        try root.sync()
    }

    /// Whether the stream's hard link is the segment.
    func isLinked(to name: SegmentName) throws(SystemError) -> Bool {
        do {
            let link = try root.status(Self.link(of: name.stream))
            return link.inode == (try segments.status(name.file)).inode
        } catch  where error.cause == .missing {
            return false
        }
    }

    /// The file that the stream's hard link leads to, where it is none of the segments.
    func linked(_ stream: Stream) throws(SystemError) -> Segment? {
        let name = SegmentName(stream: stream, day: "", number: 0)
        do {
            let inode = try root.status(Self.link(of: stream)).inode
            for file in try files(of: stream)
            where try segments.status(file.path).inode == inode { return nil }
            return try Segment.open(name, by: Self.link(of: stream), in: root)
        } catch  where error.cause == .missing {
            return nil
        }
    }

    /// Gives the file of the stream's hard link a name among the segments.
    func nameLinked(as name: SegmentName) throws(SystemError) {
        try segments.link(Self.link(of: name.stream), of: root, as: name.file)
        try segments.sync()
    }

    static func link(of stream: Stream) -> FilePath { FilePath("\(stream.rawValue).jsonl") }
}
