import Articles
import Platform

/// Where a stream ends, read from its newest segment: the next sequence number and the last time.
struct StreamEnd {
    let writer: StreamWriter
    let received: Moment?
    /// The stream's segments, oldest first.
    let names: [SegmentName]
    /// What the stream has lost, in a sentence.
    let damage: String?

    /// - Parameter recovery: what the journal knows of the stream, which is more than its segments
    ///   tell where they were damaged.
    init(
        of stream: Stream, in layout: ArchiveLayout, after recovery: Recovery
    ) throws(ArchiveError) {
        let known = recovery.lastSequences[stream] ?? 0
        let number = recovery.lastNumbers[stream] ?? 0
        do {
            names = try layout.names(of: stream)
            guard let newest = names.last else {
                received = nil
                writer = StreamWriter(
                    stream: stream, segment: nil, number: number, size: 0, nextSequence: known + 1)
                damage = known > 0 ? "every segment of \(stream.rawValue) is gone" : nil
                return
            }
            let reader = try SegmentReader.open(newest, in: layout.segments)
            // Somebody may have compressed it by hand: then the stream goes on in a new one.
            if reader.isPlain, !(try layout.isLinked(to: newest)) {
                try layout.turnLink(to: newest)
            }
            let size = try reader.size()
            var tail = try reader.lastLine()
            let lost = recovery.ends[newest].map { $0 - size } ?? 0
            // A line that ends in the middle, and that no journalled group explains, is left as it
            // is; the stream goes on in a new segment.
            let isComplete = tail.isComplete && lost <= 0 && number <= newest.number
            for older in names.dropLast().reversed() where tail.line == nil {
                tail = try SegmentReader.open(older, in: layout.segments).lastLine()
            }
            received = tail.line.flatMap(RecordTail.received)
            let last = tail.line.map(RecordTail.sequence)
            // To go on after a line that is no record would begin the sequence anew.
            if let last, last == nil {
                throw ArchiveError.damaged(
                    segment: newest.description, what: "the last line of the stream is no record")
            }
            let isOpen = reader.isPlain && isComplete
            let sequence = last.flatMap { $0 } ?? 0
            writer = StreamWriter(
                stream: stream,
                segment: isOpen ? try Segment.open(newest, in: layout.segments) : nil,
                number: max(newest.number, number), size: size,
                nextSequence: max(sequence, known) + 1, lastReceived: received)
            damage =
                sequence < known
                ? "records \(sequence + 1) to \(known) of \(stream.rawValue) are gone, from the end of "
                    + newest.description : nil
        } catch let error as ArchiveError {
            throw error
        } catch let error as SystemError {
            throw .cannotOpen(error)
        } catch {
            throw .damaged(segment: stream.rawValue, what: "\(error)")
        }
    }
}

extension StreamEnd {
    /// The sequence number of the last of some lines.
    static func lastSequence(in lines: [UInt8]) -> UInt64? {
        guard let end = lines.lastIndex(of: 0x0A) else { return nil }
        let start = lines[..<end].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return RecordTail.sequence(Array(lines[start...end]))
    }
}

/// The two facts of a record that the end of a stream is known by, read where the writer put them.
package enum RecordTail {
    /// The second key of every line.
    package static func sequence(_ line: [UInt8]) -> UInt64? {
        let key = Array("\"sequence\":".utf8)
        let head = line.prefix(128)
        guard let start = head.indices.first(where: { head[$0...].starts(with: key) }) else {
            return nil
        }
        let digits = head[(start + key.count)...].prefix { (0x30...0x39).contains($0) }
        return UInt64(String(decoding: digits, as: UTF8.self))
    }

    /// The last key of every line: `"received":"2026-11-21T10:00:00.000000Z"}`.
    package static func received(_ line: [UInt8]) -> Moment? {
        let trimmed = line.reversed().drop { $0 == 0x0A || $0 == 0x7D || $0 == 0x22 || $0 == 0x20 }
        let stamp = Array(trimmed.prefix(27).reversed())
        return stamp.withUnsafeBytes { Moment(iso: $0) }
    }
}
