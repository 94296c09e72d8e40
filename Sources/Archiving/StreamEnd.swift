import Articles
import Platform

/// Where a stream ends, read from its newest segment: the next sequence number and the last time.
struct StreamEnd {
    let writer: StreamWriter
    let received: Moment?
    /// The stream's segments, oldest first.
    let names: [SegmentName]

    init(of stream: Stream, in layout: ArchiveLayout) throws(ArchiveError) {
        do {
            names = try layout.names(of: stream)
            guard let newest = names.last else {
                received = nil
                writer = StreamWriter(
                    stream: stream, segment: nil, number: 0, size: 0, nextSequence: 1)
                return
            }
            if !(try layout.isLinked(to: newest)) { try layout.turnLink(to: newest) }
            let segment = try Segment.open(newest, in: layout.segments)
            let size = try segment.size()
            var tail = try Self.lastLine(of: segment, size: size)
            // A line that ends in the middle, and that no journalled group explains, is left as it
            // is; the stream goes on in a new segment.
            let isComplete = tail.isComplete
            for older in names.dropLast().reversed() where tail.line == nil {
                let segment = try Segment.open(older, in: layout.segments)
                tail = try Self.lastLine(of: segment, size: try segment.size())
            }
            received = tail.line.flatMap(RecordTail.received)
            let last = tail.line.map(RecordTail.sequence)
            // To go on after a line that is no record would begin the sequence anew.
            if let last, last == nil {
                throw ArchiveError.damaged(
                    segment: newest.description, what: "the last line of the stream is no record")
            }
            writer = StreamWriter(
                stream: stream, segment: isComplete ? segment : nil, number: newest.number,
                size: size, nextSequence: (last.flatMap { $0 } ?? 0) + 1, lastReceived: received)
        } catch let error as ArchiveError {
            throw error
        } catch let error as SystemError {
            throw .cannotOpen(error)
        } catch {
            throw .damaged(segment: stream.rawValue, what: "\(error)")
        }
    }

    /// The last line that has its line feed, and whether nothing comes after it.
    private static func lastLine(
        of segment: Segment, size: Int64
    ) throws(SystemError) -> (line: [UInt8]?, isComplete: Bool) {
        var window: Int64 = 64 << 10
        while true {
            let start = max(0, size - window)
            let bytes = try segment.bytes(at: start, count: Int(size - start))
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
}

/// The two facts of a record that the end of a stream is known by, read where the writer put them.
enum RecordTail {
    /// The second key of every line.
    static func sequence(_ line: [UInt8]) -> UInt64? {
        let key = Array("\"sequence\":".utf8)
        let head = line.prefix(128)
        guard let start = head.indices.first(where: { head[$0...].starts(with: key) }) else {
            return nil
        }
        let digits = head[(start + key.count)...].prefix { (0x30...0x39).contains($0) }
        return UInt64(String(decoding: digits, as: UTF8.self))
    }

    /// The last key of every line: `"received":"2026-11-21T10:00:00.000000Z"}`.
    static func received(_ line: [UInt8]) -> Moment? {
        let trimmed = line.reversed().drop { $0 == 0x0A || $0 == 0x7D || $0 == 0x22 || $0 == 0x20 }
        let stamp = Array(trimmed.prefix(27).reversed())
        return stamp.withUnsafeBytes { Moment(iso: $0) }
    }
}
