import Glibc
import Platform
import SystemPackage

/// One file of the archive, open for appending and reading; it only ever grows.
package final class Segment: Sendable {
    package let name: SegmentName
    private let file: Descriptor

    private init(name: SegmentName, file: consuming Descriptor) {
        self.name = name
        self.file = file
    }

    package static func open(
        _ name: SegmentName, in segments: borrowing Directory, forWriting: Bool = true
    ) throws(SystemError) -> Segment {
        let file = try segments.file(name.file, flags: forWriting ? O_RDWR : O_RDONLY)
        return Segment(name: name, file: file)
    }

    /// The segment by a name that it has elsewhere, for reading.
    static func open(
        _ name: SegmentName, by link: FilePath, in directory: borrowing Directory
    ) throws(SystemError) -> Segment {
        Segment(name: name, file: try directory.file(link))
    }

    /// Makes a segment with its first bytes already in it, so that nobody ever sees it empty: the
    /// shippers that tell files apart by their beginning would take it for another.
    package static func create(
        _ name: SegmentName, holding bytes: [UInt8], in segments: borrowing Directory
    ) throws(SystemError) -> Segment {
        let file = try Self.newFile(in: segments, name: name)
        try file.descriptor.write(bytes, at: 0)
        try file.descriptor.syncData()
        if file.isNamed {
            try segments.move(Self.temporary(name), to: segments, as: name.file)
        } else {
            try segments.name(file.descriptor, as: name.file)
        }
        try segments.sync()
        return try open(name, in: segments)
    }

    package func size() throws(SystemError) -> Int64 { try file.status().size }

    package func bytes(at offset: Int64, count: Int) throws(SystemError) -> [UInt8] {
        try file.bytes(at: offset, count: count)
    }

    /// Reads at `offset` until the buffer is full or the segment ends; how many bytes came.
    func read(
        into buffer: UnsafeMutableRawBufferPointer, at offset: Int64
    ) throws(SystemError) -> Int {
        try file.read(into: buffer, at: offset)
    }

    /// Whether ``complete(_:at:)`` changes nothing that is there: from the first byte that differs
    /// on there is nothing, or the NULs that a power cut leaves.
    package func canComplete(_ bytes: [UInt8], at offset: Int64) throws(SystemError) -> Bool {
        guard try size() >= offset else { return false }
        let there = try file.bytes(at: offset, count: bytes.count)
        let same = zip(there, bytes).prefix { $0 == $1 }.count
        return there[same...].allSatisfy { $0 == 0 }
    }

    /// Writes what is not there yet of `bytes` at `offset`. Bytes that are there already are the
    /// same ones, so a reader never sees one change.
    package func complete(_ bytes: [UInt8], at offset: Int64) throws(SystemError) {
        let there = try file.bytes(at: offset, count: bytes.count)
        if there == bytes { return }
        let same = zip(there, bytes).prefix { $0 == $1 }.count
        try file.write(Array(bytes[same...]), at: offset + Int64(same))
    }

    /// Writes the bytes whether they are there or not, so that they reach the disk with the next sync.
    ///
    /// - Returns: how many lines were not there as a whole.
    package func restore(_ bytes: [UInt8], at offset: Int64) throws(SystemError) -> Int {
        let there = try file.bytes(at: offset, count: bytes.count)
        let same = zip(there, bytes).prefix { $0 == $1 }.count
        try file.write(bytes, at: offset)
        return bytes[same...].count { $0 == 0x0A }
    }

    /// Whether the segment still has a name: what is written to a file that was removed is lost.
    package func isInPlace() throws(SystemError) -> Bool { try file.status().links > 0 }

    /// Writes bytes that are known not to be there.
    package func append(_ bytes: [UInt8], at offset: Int64) throws(SystemError) {
        try file.write(bytes, at: offset)
    }

    package func sync() throws(SystemError) { try file.syncData() }

    private struct NewFile: ~Copyable {
        var descriptor: Descriptor
        var isNamed: Bool
    }

    /// Without a name where the file system can do that, else under a temporary one.
    private static func newFile(
        in segments: borrowing Directory, name: SegmentName
    ) throws(SystemError) -> NewFile {
        do {
            return NewFile(descriptor: try segments.unnamedFile(permissions: 0o640), isNamed: false)
        } catch {
            let flags = O_RDWR | O_CREAT | O_TRUNC
            let file = try segments.file(temporary(name), flags: flags, permissions: 0o640)
            return NewFile(descriptor: file, isNamed: true)
        }
    }

    private static func temporary(_ name: SegmentName) -> FilePath {
        FilePath(".\(name.description).tmp")
    }
}
