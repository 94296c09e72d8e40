import Platform
import SystemPackage

/// Reads the articles stream of an archive, whoever writes it meanwhile.
///
/// Not Sendable: it keeps the segments it reads from open.
package final class ArchiveReader {
    private let layout: ArchiveLayout
    private var names: [UInt32: SegmentName] = [:]
    private var segments: [UInt32: Segment] = [:]
    private static let openSegments = 64

    /// An archive that is there already.
    package convenience init(at path: FilePath) throws(SystemError) {
        try self.init(layout: ArchiveLayout(existing: path))
    }

    init(layout: ArchiveLayout) throws(SystemError) {
        self.layout = layout
        for name in try layout.names(of: .articles) { add(name) }
    }

    /// A segment was begun.
    func add(_ name: SegmentName) { names[name.number] = name }

    /// The segments of the articles stream, oldest first.
    package var articleSegments: [SegmentName] {
        names.values.sorted { $0.number < $1.number }
    }

    package func open(_ name: SegmentName) throws(SystemError) -> Segment {
        try Segment.open(name, in: layout.segments, forWriting: false)
    }

    /// The line of a record of the articles stream, its line feed included.
    package func line(at location: RecordLocation) throws(SystemError) -> [UInt8] {
        try segment(location.segment).bytes(at: location.offset, count: Int(location.length))
    }

    private func segment(_ number: UInt32) throws(SystemError) -> Segment {
        if let segment = segments[number] { return segment }
        guard let name = names[number] else {
            throw SystemError(
                "find segment \(number) of", layout.segments.path, errno: .noSuchFileOrDirectory)
        }
        let segment = try open(name)
        if segments.count >= Self.openSegments { segments.removeAll() }
        segments[number] = segment
        return segment
    }
}
