import Glibc
import Platform
import SystemPackage

/// Replaces a closed segment by a compressed one.
///
/// The compressed one is written under a hidden name, synced, and read back against the plain one;
/// it takes its name and is synced there before the plain one goes. Killed at whatever moment, the
/// plain segment, or the whole compressed one, or both are there; where both are, the plain one
/// counts, and all is done again.
struct SegmentCompressor {
    let layout: ArchiveLayout
    let compression: Compression
    /// Asked between two frames; what was begun is dropped then.
    let isStopped: () -> Bool

    /// Bytes before and after.
    struct Saving: Sendable, Equatable {
        var plainBytes: Int64
        var compressedBytes: Int64
    }

    /// - Returns: nil when it was stopped, or the segment is not there plain.
    /// - Throws: ``SystemError``; the plain segment is as it was then.
    func compress(_ name: SegmentName) throws(SystemError) -> Saving? {
        let plain: Segment
        do throws(SystemError) {
            plain = try Segment.open(name, in: layout.segments, forWriting: false)
        } catch {
            guard error.cause == .missing else { throw error }
            return nil
        }
        // What the kernel could not write must not be read back from its memory as if it were there.
        try plain.sync()
        let file = SegmentFile(name, compression)
        do throws(SystemError) {
            let written = try write(plain, to: file.temporary)
            guard let size = written, try check(plain, against: file) else {
                try dropTemporary(file)
                return nil
            }
            try layout.segments.replace(file.path, with: file.temporary)
            try layout.segments.sync()
            try layout.segments.remove(name.file)
            try layout.segments.sync()
            return Saving(plainBytes: try plain.size(), compressedBytes: size)
        } catch {
            let failure = error
            do throws(SystemError) { try dropTemporary(file) } catch {
                // The next round begins by dropping what is left of such files.
            }
            throw failure
        }
    }

    /// - Returns: the bytes that were written; nil when it was stopped.
    private func write(
        _ plain: Segment, to temporary: FilePath
    ) throws(SystemError) -> Int64? {
        let encoder = try FrameEncoder(compression)
        let output = try layout.segments.file(
            temporary, flags: O_RDWR | O_CREAT | O_TRUNC, permissions: 0o640)
        var table = FrameTable()
        var end: Int64 = 0
        while let bytes = try nextFrame(of: plain, from: table.plainSize) {
            if isStopped() { return nil }
            let frame = try encoder.frame(holding: bytes)
            try output.write(frame, at: end)
            table.add(plainBytes: Int64(bytes.count), at: end..<end + Int64(frame.count))
            end += Int64(frame.count)
        }
        if compression == .zstd {
            let seekTable = SeekTable.encoded(table.frames)
            try output.write(seekTable, at: end)
            end += Int64(seekTable.count)
        }
        try output.sync()
        return end
    }

    /// Whole lines, as many as a frame holds; of a line that is longer, as much as it holds.
    private func nextFrame(
        of plain: Segment, from offset: Int64
    ) throws(SystemError) -> [UInt8]? {
        var bytes = try plain.bytes(at: offset, count: Compression.frameBytes)
        if bytes.count == Compression.frameBytes, let end = bytes.lastIndex(of: 0x0A) {
            bytes.removeSubrange((end + 1)...)
        }
        return bytes.isEmpty ? nil : bytes
    }

    /// Reads back what was written, and compares it with what it was made of.
    ///
    /// - Returns: false when it was stopped.
    private func check(
        _ plain: Segment, against file: SegmentFile
    ) throws(SystemError) -> Bool {
        let reader = try SegmentReader.open(
            file.temporary, of: file.name, compression, in: layout.segments)
        let size = try plain.size()
        var isSame = try reader.size() == size
        var offset: Int64 = 0
        while offset < size, isSame {
            if isStopped() { return false }
            let bytes = try plain.bytes(at: offset, count: 1 << 20)
            let readBack = try reader.bytes(at: offset, count: bytes.count)
            isSame = !bytes.isEmpty && readBack == bytes
            offset += Int64(bytes.count)
        }
        guard isSame else {
            throw SystemError(
                "compress", layout.segments.path.pushing(file.name.file),
                because: "it is not read back as it was written")
        }
        return true
    }

    private func dropTemporary(_ file: SegmentFile) throws(SystemError) {
        try layout.segments.removeIfThere(file.temporary)
    }
}
