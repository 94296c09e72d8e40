import Articles
import Platform

extension SegmentReader {
    /// The last line that has its line feed, and whether nothing comes after it.
    func lastLine() throws(SystemError) -> (line: [UInt8]?, isComplete: Bool) {
        let size = try size()
        var window: Int64 = 64 << 10
        while true {
            let start = max(0, size - window)
            let bytes = try bytes(at: start, count: Int(size - start))
            if let end = bytes.lastIndex(of: 0x0A) {
                let before = bytes[..<end].lastIndex(of: 0x0A)
                if before != nil || start == 0 {
                    let first = before.map { $0 + 1 } ?? 0
                    return (Array(bytes[first...end]), end == bytes.count - 1)
                }
            } else if start == 0 {
                return (nil, bytes.isEmpty)
            }
            window *= 8
        }
    }

    /// Gives the whole lines from the beginning to the end, in parts of about so many bytes, with
    /// where in the segment each part begins. What cannot be read is passed over; where frames are
    /// damaged, the lines of the next one follow.
    ///
    /// - Returns: where in the segment something could not be read.
    /// - Throws: ``SystemError`` where it is not the segment that is to blame, and what `body` throws.
    package func forEachPart(
        bytes wanted: Int, from start: Int64 = 0,
        _ body: (Int64, ArraySlice<UInt8>) throws(SystemError) -> Void
    ) throws(SystemError) -> [Int64] {
        var parts = SegmentParts(of: self, bytes: wanted, from: start)
        while let (offset, lines) = try parts.next() { try body(offset, lines) }
        return parts.unreadable
    }
}

extension SystemError {
    /// Whether the one file is to blame, and not the machine or this program's rights.
    package var isOfTheContent: Bool { cause == .damaged || cause == .other(.ioError) }

    /// Whether a record is gone or cannot be read, and it is not the machine that is to blame.
    package var isOfALostRecord: Bool { cause == .missing || isOfTheContent }
}
