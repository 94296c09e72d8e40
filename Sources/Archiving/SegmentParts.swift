import Platform

/// The whole lines of a segment from an offset to its end, in parts of about so many bytes. What
/// cannot be read is passed over; where frames are damaged, the lines of the next one follow.
package struct SegmentParts {
    private let segment: SegmentReader
    private let wanted: Int
    private var offset: Int64
    /// What was read and not given: the beginning of a line.
    private var rest: [UInt8] = []
    private var isAtEnd = false
    /// Where in the segment something could not be read.
    package private(set) var unreadable: [Int64] = []

    package init(of segment: SegmentReader, bytes wanted: Int, from start: Int64 = 0) {
        self.segment = segment
        self.wanted = wanted
        offset = start
    }

    /// The next lines, and where in the segment they begin; nil at the end.
    ///
    /// - Throws: ``SystemError`` where it is not the segment that is to blame.
    package mutating func next() throws(SystemError) -> (offset: Int64, lines: [UInt8])? {
        while let more = try read() {
            var lines = rest + more
            guard let end = lines.lastIndex(of: 0x0A) else {
                rest = lines
                continue
            }
            rest = Array(lines[(end + 1)...])
            lines.removeSubrange((end + 1)...)
            defer { offset += Int64(lines.count) }
            return (offset, lines)
        }
        return nil
    }

    /// What follows the rest; nil at the end.
    private mutating func read() throws(SystemError) -> [UInt8]? {
        while !isAtEnd {
            do throws(SystemError) {
                let more = try segment.bytes(
                    at: offset + Int64(rest.count), count: max(wanted, rest.count))
                if !more.isEmpty { return more }
                if !segment.isWhole { unreadable.append(offset) }
                isAtEnd = true
            } catch {
                guard error.isOfTheContent else { throw error }
                let failed = offset + Int64(rest.count)
                unreadable.append(failed)
                guard let next = segment.next(afterUnreadable: failed) else {
                    isAtEnd = true
                    return nil
                }
                (offset, rest) = (next, [])
            }
        }
        return nil
    }
}
