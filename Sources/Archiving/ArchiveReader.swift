import Platform
import SystemPackage

/// Reads the articles stream of an archive, whoever writes, compresses or removes meanwhile.
package final class ArchiveReader: Sendable {
    let layout: ArchiveLayout
    private let state: Monitor<State>

    private struct State {
        var names: [UInt32: SegmentName] = [:]
        var open: [UInt32: SegmentReader] = [:]
    }

    /// So many segments are kept open at the most.
    private static let openSegments = 64

    /// An archive that is there already.
    package convenience init(at path: FilePath) throws(SystemError) {
        try self.init(layout: ArchiveLayout(existing: path))
    }

    init(layout: ArchiveLayout) throws(SystemError) {
        self.layout = layout
        var state = State()
        for name in try layout.names(of: .articles) { state.names[name.number] = name }
        self.state = Monitor(state)
    }

    /// A segment was begun.
    func add(_ name: SegmentName) { state.look { $0.names[name.number] = name } }

    /// A segment is to be opened anew before it is read again: it was compressed or removed, and
    /// its room on the disk is free only when nobody has it open.
    package func close(_ name: SegmentName) {
        guard name.stream == .articles else { return }
        state.look { $0.open[name.number] = nil }
    }

    /// The segments of the articles stream, oldest first.
    package var articleSegments: [SegmentName] {
        state.look { $0.names.values.sorted { $0.number < $1.number } }
    }

    package func open(_ name: SegmentName) throws(SystemError) -> SegmentReader {
        try SegmentReader.open(name, in: layout.segments)
    }

    /// Bytes of a segment as far as can be told; 0 where it cannot be opened.
    package func size(of name: SegmentName) -> Int64 { (try? open(name).size()) ?? 0 }

    /// The line of a record of the articles stream, its line feed included.
    ///
    /// - Throws: ``SystemError``; its cause is `missing` where the segment was removed, `damaged`
    ///   where it breaks off or cannot be decompressed.
    package func line(at location: RecordLocation) throws(SystemError) -> [UInt8] {
        let result = state.look { state -> Result<[UInt8], SystemError> in
            do throws(SystemError) {
                let segment = try segment(location.segment, &state)
                let line = try segment.bytes(at: location.offset, count: Int(location.length))
                guard line.count == Int(location.length) else {
                    throw SystemError(
                        "read", layout.segments.path.pushing(segment.name.file),
                        because: "it ends before byte \(location.offset + Int64(location.length))")
                }
                return .success(line)
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// The same; nil where its segment is not there any more, or the record cannot be read.
    package func lineIfReadable(at location: RecordLocation) throws(SystemError) -> [UInt8]? {
        do throws(SystemError) {
            return try line(at: location)
        } catch {
            guard error.isOfALostRecord else { throw error }
            return nil
        }
    }

    /// The number of the oldest segment of the articles stream; 1 where there is none.
    package var firstSegment: UInt32 { state.look { $0.names.keys.min() ?? 1 } }

    /// The directory of the archive.
    package var directory: Directory {
        _read { yield layout.root }
    }

    private func segment(
        _ number: UInt32, _ state: inout State
    ) throws(SystemError) -> SegmentReader {
        if let segment = state.open[number] { return segment }
        guard let name = state.names[number] else {
            throw SystemError(
                "find segment \(number) of", layout.segments.path, errno: .noSuchFileOrDirectory)
        }
        let segment = try open(name)
        if state.open.count >= Self.openSegments { state.open.removeAll() }
        state.open[number] = segment
        return segment
    }
}

extension ArchiveReader {
    /// What is kept of the records of removed segments, in the order of their sequence.
    ///
    /// A segment that is about to be removed, and still there, is not among them: its records are
    /// read from itself.
    package func forEachForgotten(_ body: (ForgottenRecord) -> Void) throws(SystemError) {
        let there = Set(try layout.names(of: .articles))
        try ForgottenFile.forEachBlock(in: layout.root) { block in
            if !there.contains(block.segment) { block.records.forEach(body) }
        }
    }
}
