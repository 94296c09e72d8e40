import CZlib
import Platform

extension FrameTable {
    /// Finds the frames of a file: by the table that we wrote, else by decoding all of it once.
    init(
        of file: borrowing Descriptor, compressedBy compression: Compression
    ) throws(SystemError) {
        let size = try file.status().size
        let known =
            switch compression {
            case .zstd: try SeekTable.read(file, size: size)
            case .gzip: try Self.members(of: file, size: size)
            }
        if let known {
            self = known
        } else {
            self = try Self.scanned(file, size: size, compression)
        }
    }

    /// From member to member, by the sizes that the extra field of each tells; nil where one has
    /// none.
    private static func members(
        of file: borrowing Descriptor, size: Int64
    ) throws(SystemError) -> FrameTable? {
        var table = FrameTable()
        var position: Int64 = 0
        while position < size {
            let header = try file.bytes(at: position, count: Int(WIREROOM_GZIP_HEADER))
            var (member, held): (UInt32, UInt32) = (0, 0)
            guard header.count == Int(WIREROOM_GZIP_HEADER),
                wireroom_gzip_sizes(header, &member, &held) != 0
            else { return nil }
            let next = position + Int64(member)
            guard next <= size else { return nil }
            table.add(plainBytes: Int64(held), at: position..<next)
            position = next
        }
        return table
    }

    /// Decodes a file that somebody else made, once from end to end, and notes where its frames
    /// begin. What follows a damaged place is not known.
    private static func scanned(
        _ file: borrowing Descriptor, size: Int64, _ compression: Compression
    ) throws(SystemError) -> FrameTable {
        let decoder = try FrameDecoder(compression)
        var table = FrameTable()
        var output = [UInt8](repeating: 0, count: Compression.frameBytes)
        var (start, position, held): (Int64, Int64, Int64) = (0, 0, 0)
        var state = FrameDecoder.State.atEnd
        while position < size, state != .damaged {
            let input = try file.bytes(at: position, count: Compression.frameBytes)
            var head = 0
            var mayGiveMore = false
            while head < input.count || mayGiveMore {
                let step = input.withUnsafeBytes { input in
                    output.withUnsafeMutableBytes {
                        decoder.decode(UnsafeRawBufferPointer(rebasing: input[head...]), into: $0)
                    }
                }
                head += step.taken
                held += Int64(step.given)
                state = step.state
                mayGiveMore = state == .within && step.given == output.count
                if state == .damaged || step.taken + step.given == 0 { break }
                if state == .atEnd {
                    let end = position + Int64(head)
                    table.add(plainBytes: held, at: start..<end)
                    (start, held) = (end, 0)
                    decoder.reset()
                }
            }
            // Nothing was taken of what there is: no progress would ever be made.
            if head == 0 { state = .damaged }
            position += Int64(head)
        }
        table.isWhole = state == .atEnd
        return table
    }
}
