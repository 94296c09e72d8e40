import Articles
import Platform

extension SegmentReader {
    /// As much is read at once, but for longer lines.
    private static let partBytes = 1 << 20

    /// Calls `body` with where each whole line lies that has the pattern, and with the line, its line
    /// feed included, which is valid only until `body` returns.
    ///
    /// - Returns: where in the segment something could not be read.
    func forEachLine(
        with pattern: LinePattern, _ body: (RecordLocation, UnsafeRawBufferPointer) -> Void
    ) throws(SystemError) -> [Int64] {
        var parts = SegmentParts(of: self, bytes: Self.partBytes)
        while let (offset, lines) = try parts.next() {
            lines.withUnsafeBytes { lines in
                var start = 0
                while let end = lines.firstIndex(ofByte: 0x0A, from: start) {
                    let line = UnsafeRawBufferPointer(rebasing: lines[start...end])
                    if pattern.matches(line) {
                        let location = RecordLocation(
                            segment: name.number, offset: offset + Int64(start),
                            length: UInt32(truncatingIfNeeded: line.count))
                        body(location, line)
                    }
                    start = end + 1
                }
            }
        }
        return parts.unreadable
    }

    /// The sequence of the first record; nil where it cannot be read.
    func firstSequence() throws(SystemError) -> UInt64? {
        do throws(SystemError) {
            return RecordTail.sequence(try bytes(at: 0, count: 128))
        } catch {
            guard error.isOfTheContent else { throw error }
            return nil
        }
    }
}
