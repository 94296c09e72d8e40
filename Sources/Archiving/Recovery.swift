import Articles
import Platform
import SystemPackage

/// Brings the segments to what the journal says: after a kill, a power cut, a sync that failed, or
/// the loss of a segment.
struct Recovery {
    private let layout: ArchiveLayout
    /// Records that were in the journal and not whole in their segment.
    private(set) var appended = 0
    /// What was found damaged, in sentences.
    private(set) var damages: [String] = []
    /// Where each segment of the journal ends.
    private(set) var ends: [SegmentName: Int64] = [:]
    /// The greatest number of a segment of each stream that the journal knows.
    private(set) var lastNumbers: [Stream: UInt32] = [:]
    /// The last sequence number of each stream that the journal knows.
    private(set) var lastSequences: [Stream: UInt64] = [:]

    /// Segments that take what belongs to others, which have lost their end.
    private var substitutes: [SegmentName: Substitute] = [:]

    private struct Substitute {
        var name: SegmentName
        var end: Int64 = 0
    }

    init(_ layout: ArchiveLayout) { self.layout = layout }

    /// - Throws: ``ArchiveError/damaged(segment:what:)`` where bytes would have to change: then
    ///   journal and segments are not of the same archive.
    mutating func run(_ left: Journal.Left) throws(ArchiveError) {
        do throws(SystemError) {
            for stream in Stream.allCases { try nameAgain(stream) }
            note(left.groups)
        } catch {
            throw .cannotOpen(error)
        }
        try appendMissing(of: left.unsettled)
    }

    // MARK: Lost names

    /// A newest segment whose name in `segments/` is gone lies there still by its hard link.
    private mutating func nameAgain(_ stream: Stream) throws(SystemError) {
        let names = try layout.names(of: stream)
        guard let link = try layout.linked(stream) else { return }
        let first = try Self.firstLine(of: link)
        guard let day = RecordTail.received(first)?.day, let sequence = RecordTail.sequence(first)
        else { return }
        if let newest = names.last {
            let last = try SegmentReader.open(newest, in: layout.segments).lastLine()
            guard let end = last.line.flatMap(RecordTail.sequence), sequence > end else { return }
        }
        let name = SegmentName(stream: stream, day: day, number: (names.last?.number ?? 0) + 1)
        try layout.nameLinked(as: name)
        damages.append("\(name) was gone from segments/ and is there again, by its hard link")
    }

    private static func firstLine(of segment: Segment) throws(SystemError) -> [UInt8] {
        let bytes = try segment.bytes(at: 0, count: 1 << 20)
        return bytes.firstIndex(of: 0x0A).map { Array(bytes[...$0]) } ?? []
    }

    // MARK: Groups

    private mutating func note(_ groups: [Group]) {
        for append in groups.flatMap(\.appends) {
            let stream = append.segment.stream
            ends[append.segment] = append.offset + Int64(append.bytes.count)
            lastNumbers[stream] = max(lastNumbers[stream] ?? 0, append.segment.number)
            if let sequence = StreamEnd.lastSequence(in: append.bytes) {
                lastSequences[stream] = sequence
            }
        }
    }

    /// Writes the groups, the identical bytes at their offsets, and syncs them; also where they are
    /// there already, as after a sync that failed nobody knows what is on the disk.
    private mutating func appendMissing(of groups: [Group]) throws(ArchiveError) {
        guard !groups.isEmpty else { return }
        for append in groups.flatMap(\.appends) {
            let isDone: Bool
            do throws(SystemError) { isDone = try restore(append) } catch {
                throw .cannotOpen(error)
            }
            guard isDone else {
                throw .damaged(
                    segment: append.segment.description,
                    what: "it does not go with the journal at byte \(append.offset)")
            }
        }
        do throws(SystemError) { try layout.segments.sync() } catch { throw .cannotOpen(error) }
    }

    /// - Returns: false where bytes would have to change.
    private mutating func restore(_ append: Group.Append) throws(SystemError) -> Bool {
        if try isClosed(append.segment) { return true }
        var append = append
        if substitutes[append.segment] == nil, try !hasBefore(append) {
            substitutes[append.segment] = try substitute(for: append)
        }
        if let other = substitutes[append.segment] {
            ends[append.segment] = nil
            substitutes[append.segment]?.end += Int64(append.bytes.count)
            append.segment = other.name
            append.offset = other.end
        }
        guard let segment = try segmentFor(append) else { return false }
        appended += try segment.restore(append.bytes, at: append.offset)
        try segment.sync()
        ends[append.segment] = append.offset + Int64(append.bytes.count)
        return true
    }

    /// Whether the segment was followed by another and is not there plain: it was complete when it was
    /// compressed or removed, though a power cut may have taken back the mark that its groups were
    /// settled.
    private func isClosed(_ name: SegmentName) throws(SystemError) -> Bool {
        do throws(SystemError) {
            _ = try layout.segments.status(name.file)
            return false
        } catch {
            guard error.cause == .missing else { throw error }
            return try layout.names(of: name.stream).last.map { $0.number > name.number } ?? false
        }
    }

    /// The segment, where the bytes fit into it; made where they begin it.
    private func segmentFor(_ append: Group.Append) throws(SystemError) -> Segment? {
        do {
            let segment = try Segment.open(append.segment, in: layout.segments)
            return try segment.canComplete(append.bytes, at: append.offset) ? segment : nil
        } catch  where error.cause == .missing && append.offset == 0 {
            return try Segment.create(append.segment, holding: append.bytes, in: layout.segments)
        }
    }

    // MARK: Lost segments

    /// Whether what comes before the bytes is there.
    private func hasBefore(_ append: Group.Append) throws(SystemError) -> Bool {
        if append.offset == 0 { return true }
        do {
            return try Segment.open(append.segment, in: layout.segments).size() >= append.offset
        } catch  where error.cause == .missing {
            return false
        }
    }

    /// The segment that takes the records whose own has lost what comes before them: the newest, if
    /// an earlier attempt has begun it with these very bytes, else a new one.
    private mutating func substitute(for append: Group.Append) throws(SystemError) -> Substitute {
        damages.append(
            "\(append.segment) has lost its end, before byte \(append.offset); "
                + "what followed goes to a new segment")
        let newest = try layout.names(of: append.segment.stream).last
        if let newest, newest != append.segment {
            let segment = try SegmentReader.open(newest, in: layout.segments)
            if try segment.bytes(at: 0, count: append.bytes.count) == append.bytes {
                return Substitute(name: newest)
            }
        }
        let number = max(newest?.number ?? 0, append.segment.number) + 1
        return Substitute(
            name: SegmentName(
                stream: append.segment.stream, day: append.segment.day, number: number))
    }
}
