import Articles
import Platform

extension SegmentReader {
    /// Calls `body` with where each whole line lies that has the pattern, and with the line, its line
    /// feed included, which is valid only until `body` returns.
    ///
    /// - Returns: where in the segment something could not be read.
    func forEachLine(
        with pattern: LinePattern, _ body: (RecordLocation, UnsafeRawBufferPointer) -> Void
    ) throws(SystemError) -> [Int64] {
        func look(_ lines: UnsafeRawBufferPointer, at offset: Int64) {
            var start = 0
            while let end = LineFeed.index(in: lines, from: start) {
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
        if let plain { return try plain.forEachPart(look) }
        var parts = SegmentParts(of: self, bytes: Segment.partBytes)
        while let (offset, lines) = try parts.next() {
            lines.withUnsafeBytes { look($0, at: offset) }
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

extension Segment {
    /// As much is read at once, but for longer lines.
    fileprivate static let partBytes = 1 << 20

    /// Calls `body` with the whole lines from the beginning to the end, in parts, in memory that is used
    /// for all of them, and with where each part begins.
    ///
    /// - Returns: where something could not be read, which ends it.
    fileprivate func forEachPart(
        _ body: (UnsafeRawBufferPointer, Int64) -> Void
    ) throws(SystemError) -> [Int64] {
        var buffer = [UInt8](repeating: 0, count: Self.partBytes)
        var offset: Int64 = 0
        /// Bytes in front of the buffer that are the beginning of a line.
        var rest = 0
        while true {
            let filled: Int
            do throws(SystemError) {
                filled = try read(into: &buffer, from: rest, at: offset + Int64(rest))
            } catch {
                guard error.isOfTheContent else { throw error }
                return [offset + Int64(rest)]
            }
            guard filled > 0 else { return [] }
            let end = rest + filled
            let whole = buffer[..<end].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
            buffer.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[..<whole]), offset) }
            buffer.withUnsafeMutableBytes {
                $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[whole..<end]))
            }
            offset += Int64(whole)
            rest = end - whole
            if rest == buffer.count { buffer += [UInt8](repeating: 0, count: buffer.count) }
        }
    }

    /// Fills the buffer behind its first bytes; how many came.
    private func read(
        into buffer: inout [UInt8], from start: Int, at offset: Int64
    ) throws(SystemError) -> Int {
        var failure: SystemError?
        let count = buffer.withUnsafeMutableBytes { bytes -> Int in
            do throws(SystemError) {
                return try read(
                    into: UnsafeMutableRawBufferPointer(rebasing: bytes[start...]), at: offset)
            } catch {
                failure = error
                return 0
            }
        }
        if let failure { throw failure }
        return count
    }
}
