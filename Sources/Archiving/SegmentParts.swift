import Platform

/// The whole lines of a segment from an offset to its end, in parts of about so many bytes. What
/// cannot be read is passed over; where frames are damaged, the lines of the next one follow.
package struct SegmentParts {
    private let segment: SegmentReader
    /// Used for all parts; longer than was wanted only where a line is.
    private var buffer: [UInt8]
    /// Where in the segment the buffer begins.
    private var offset: Int64
    /// Bytes in front of the buffer that were given, and behind them those that were only read: the
    /// beginning of a line.
    private var given = 0
    private var rest = 0
    private var isAtEnd = false
    /// Where in the segment something could not be read.
    package private(set) var unreadable: [Int64] = []

    package init(of segment: SegmentReader, bytes wanted: Int, from start: Int64 = 0) {
        self.segment = segment
        buffer = [UInt8](repeating: 0, count: wanted)
        offset = start
    }

    /// The next lines, and where in the segment they begin; nil at the end. They are to be let go of,
    /// or copied, before more is asked for: else all that is in memory is copied then.
    ///
    /// - Throws: ``SystemError`` where it is not the segment that is to blame.
    package mutating func next() throws(SystemError) -> (offset: Int64, lines: ArraySlice<UInt8>)? {
        dropGiven()
        while !isAtEnd {
            let more = try readOn()
            guard let end = buffer[rest - more..<rest].lastIndex(of: 0x0A) else { continue }
            (given, rest) = (end + 1, rest - end - 1)
            return (offset, buffer[..<given])
        }
        return nil
    }

    private mutating func dropGiven() {
        guard given > 0 else { return }
        buffer.withUnsafeMutableBytes {
            $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[given..<given + rest]))
        }
        offset += Int64(given)
        given = 0
    }

    /// Reads what follows the rest, as much as there is room for; how many bytes came.
    private mutating func readOn() throws(SystemError) -> Int {
        // Doubling keeps it linear however long a line is.
        if rest == buffer.count { buffer += [UInt8](repeating: 0, count: buffer.count) }
        let position = offset + Int64(rest)
        do throws(SystemError) {
            let more = try segment.read(into: &buffer, from: rest, at: position)
            rest += more
            isAtEnd = more == 0
            if isAtEnd, !segment.isWhole { unreadable.append(offset) }
            return more
        } catch {
            guard error.isOfTheContent else { throw error }
            unreadable.append(position)
            rest = 0
            if let next = segment.next(afterUnreadable: position) {
                offset = next
            } else {
                isAtEnd = true
            }
            return 0
        }
    }
}
