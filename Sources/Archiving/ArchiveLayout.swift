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

    /// All segments of a stream, oldest first.
    func names(of stream: Stream) throws(SystemError) -> [SegmentName] {
        var names: [SegmentName] = []
        let entries = try DirectoryEntries(segments)
        while let entry = try entries.next() {
            if let name = SegmentName(fileName: entry.name.string), name.stream == stream {
                names.append(name)
            }
        }
        return names.sorted { $0.number < $1.number }
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
        do { try root.remove(temporary) } catch  where error.cause == .missing {}
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

    static func link(of stream: Stream) -> FilePath { FilePath("\(stream.rawValue).jsonl") }
}
