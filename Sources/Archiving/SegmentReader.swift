import Glibc
import Platform
import SystemPackage

/// A segment to be read, plain or compressed alike: offsets are those of its plain bytes.
///
/// Not Sendable: of a compressed one it keeps what was decoded last.
package final class SegmentReader {
    package let name: SegmentName
    private let form: Form

    private enum Form {
        case plain(Segment)
        case compressed(CompressedSegment)
    }

    private init(_ name: SegmentName, _ form: Form) {
        self.name = name
        self.form = form
    }

    /// Opens the plain segment, or a compressed one where that is gone.
    ///
    /// - Throws: ``SystemError``; its cause is `missing` where the segment is there in no form.
    package static func open(
        _ name: SegmentName, in segments: borrowing Directory
    ) throws(SystemError) -> SegmentReader {
        var missing: SystemError
        do throws(SystemError) {
            let segment = try Segment.open(name, in: segments, forWriting: false)
            return SegmentReader(name, .plain(segment))
        } catch {
            guard error.cause == .missing else { throw error }
            missing = error
        }
        for compression in Compression.allCases {
            do throws(SystemError) {
                return try open(
                    SegmentFile(name, compression).path, of: name, compression, in: segments)
            } catch {
                guard error.cause == .missing else { throw error }
                missing = error
            }
        }
        missing.path = segments.path.pushing(name.file)
        throw missing
    }

    /// Opens a compressed segment under whatever name it has.
    static func open(
        _ file: FilePath, of name: SegmentName, _ compression: Compression,
        in segments: borrowing Directory
    ) throws(SystemError) -> SegmentReader {
        let segment = try CompressedSegment(
            try segments.file(file), compressedBy: compression, path: segments.path.pushing(file))
        return SegmentReader(name, .compressed(segment))
    }

    /// Whether the segment is plain, so that more may be appended to it.
    var isPlain: Bool {
        if case .plain = form { true } else { false }
    }

    /// Bytes; of a compressed segment that is damaged, those before the damage.
    package func size() throws(SystemError) -> Int64 {
        switch form {
        case .plain(let segment): try segment.size()
        case .compressed(let segment): segment.size
        }
    }

    /// `count` bytes from `offset` on, fewer where the segment ends before.
    package func bytes(at offset: Int64, count: Int) throws(SystemError) -> [UInt8] {
        switch form {
        case .plain(let segment): return try segment.bytes(at: offset, count: count)
        case .compressed(let segment):
            let left = max(0, min(Int64(count), segment.size - offset))
            var bytes = [UInt8](repeating: 0, count: Int(left))
            let read = try read(into: &bytes, from: 0, at: offset)
            return read == bytes.count ? bytes : Array(bytes[..<read])
        }
    }

    /// Fills an array from `start` on with what stands at `offset`, as far as the segment goes, or, in
    /// a compressed one, as far as a frame can be read; how many bytes came.
    func read(
        into buffer: inout [UInt8], from start: Int, at offset: Int64
    ) throws(SystemError) -> Int {
        var failure: SystemError?
        let count = buffer.withUnsafeMutableBytes { bytes -> Int in
            let room = UnsafeMutableRawBufferPointer(rebasing: bytes[start...])
            do throws(SystemError) {
                return switch form {
                case .plain(let segment): try segment.read(into: room, at: offset)
                case .compressed(let segment): try segment.read(into: room, at: offset)
                }
            } catch {
                failure = error
                return 0
            }
        }
        if let failure { throw failure }
        return count
    }

    /// Whether all of it can be seen; false of a compressed one that breaks off.
    var isWhole: Bool {
        switch form {
        case .plain: true
        case .compressed(let segment): segment.isWhole
        }
    }

    /// Where reading may go on when the bytes at `offset` cannot be read; nil where it may not.
    func next(afterUnreadable offset: Int64) -> Int64? {
        switch form {
        case .plain: nil
        case .compressed(let segment): segment.nextFrame(after: offset)
        }
    }
}
