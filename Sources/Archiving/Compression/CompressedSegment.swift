import Platform
import SystemPackage

/// A compressed segment, read by the offsets of its plain bytes.
///
/// It keeps the part that was decoded last, and where the decoder stands: records that lie near each
/// other, and a whole segment from its beginning to its end, are decoded once. Not Sendable.
final class CompressedSegment {
    private let file: Descriptor
    private let path: FilePath
    private let table: FrameTable
    private let decoder: FrameDecoder

    /// The frame that the decoder is in; all are done where there is no such frame.
    private var frame = 0
    /// Bytes of the file that are not decoded yet, from `inputHead` on, and where more follow.
    private var input: [UInt8] = []
    private var inputHead = 0
    private var inputEnd: Int64 = 0
    /// The plain bytes that were decoded last; behind them the decoder goes on.
    private var window: [UInt8]
    private var windowRange: Range<Int64> = 0..<0

    /// A little more than a frame of ours, so that its end, with the checksum, is met in one go.
    private static let windowBytes = Compression.frameBytes + 1024
    private static let inputBytes = 128 << 10

    /// - Parameter path: for messages.
    init(
        _ file: consuming Descriptor, compressedBy compression: Compression, path: FilePath
    ) throws(SystemError) {
        table = try FrameTable(of: file, compressedBy: compression)
        decoder = try FrameDecoder(compression)
        window = [UInt8](repeating: 0, count: Self.windowBytes)
        self.file = file
        self.path = path
    }

    /// Plain bytes that are there, as far as the file is whole.
    var size: Int64 { table.plainSize }

    /// Whether the file is whole, as far as can be seen without decoding it.
    var isWhole: Bool { table.isWhole }

    /// The first plain byte of the frame after the one that holds `offset`; nil where none follows.
    func nextFrame(after offset: Int64) -> Int64? {
        guard let end = table.index(of: offset).map({ table.frames[$0].plain.upperBound }),
            end < size
        else { return nil }
        return end
    }

    /// Reads plain bytes from `offset` on until the buffer is full, the segment ends, or a frame that
    /// cannot be read begins; how many came.
    ///
    /// - Throws: ``SystemError`` where not even the first byte can be read.
    func read(
        into buffer: UnsafeMutableRawBufferPointer, at offset: Int64
    ) throws(SystemError) -> Int {
        guard offset >= 0, offset < size else { return 0 }
        let wanted = Int(min(size - offset, Int64(buffer.count)))
        var filled = 0
        while filled < wanted {
            let position = offset + Int64(filled)
            do throws(SystemError) {
                try load(position)
            } catch {
                guard filled > 0 else { throw error }
                return filled
            }
            let from = Int(position - windowRange.lowerBound)
            let count = min(wanted - filled, Int(windowRange.upperBound - position))
            window.withUnsafeBytes {
                UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
                    .copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[from..<from + count]))
            }
            filled += count
        }
        return filled
    }

    /// Decodes until the window holds a plain byte.
    private func load(_ offset: Int64) throws(SystemError) {
        if windowRange.contains(offset) { return }
        guard let wanted = table.index(of: offset) else { throw damaged(at: offset) }
        if wanted != frame || offset < windowRange.upperBound || windowRange.isEmpty {
            seek(to: wanted)
        }
        while !windowRange.contains(offset) {
            do throws(SystemError) {
                try decodeOn()
            } catch {
                windowRange = 0..<0
                throw error
            }
        }
    }

    private func seek(to index: Int) {
        frame = index
        let start = table.frames[index]
        (input, inputHead, inputEnd) = ([], 0, start.file.lowerBound)
        windowRange = start.plain.lowerBound..<start.plain.lowerBound
        decoder.reset()
    }

    /// Fills the window with what follows it, at most to the end of a frame.
    private func decodeOn() throws(SystemError) {
        let start = windowRange.upperBound
        var filled = 0
        while frame < table.frames.count, filled < window.count {
            if inputHead == input.count { try readOn() }
            let step = input.withUnsafeBytes { input in
                window.withUnsafeMutableBytes { window in
                    decoder.decode(
                        UnsafeRawBufferPointer(rebasing: input[inputHead...]),
                        into: UnsafeMutableRawBufferPointer(rebasing: window[filled...]))
                }
            }
            inputHead += step.taken
            filled += step.given
            let end = start + Int64(filled)
            guard step.state != .damaged, step.taken + step.given > 0,
                end <= table.frames[frame].plain.upperBound
            else { throw damaged(at: start) }
            guard step.state == .atEnd else { continue }
            guard end == table.frames[frame].plain.upperBound else { throw damaged(at: start) }
            goOnToNextFrame()
            if filled > 0 { break }
        }
        guard filled > 0 else { throw damaged(at: start) }
        windowRange = start..<start + Int64(filled)
    }

    /// At the end of the file nothing more comes, but the decoder may still have something to give.
    private func readOn() throws(SystemError) {
        input = try file.bytes(at: inputEnd, count: Self.inputBytes)
        inputHead = 0
        inputEnd += Int64(input.count)
    }

    private func goOnToNextFrame() {
        decoder.reset()
        frame += 1
        guard frame < table.frames.count else { return }
        // Frames that hold nothing may lie between.
        let next = table.frames[frame].file.lowerBound
        let position = inputEnd - Int64(input.count - inputHead)
        if next >= position, next <= inputEnd {
            inputHead += Int(next - position)
        } else {
            (input, inputHead, inputEnd) = ([], 0, next)
        }
    }

    private func damaged(at offset: Int64) -> SystemError {
        SystemError(
            "decompress", path, because: "it is damaged in what holds byte \(offset) of the segment"
        )
    }
}
