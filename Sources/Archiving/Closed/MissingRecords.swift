import Articles
import Platform

/// Records that are lost: a segment between others is gone, or a part of one cannot be read.
package struct MissingRecords: Sendable, Equatable {
    package var stream: Stream
    package var sequences: ClosedRange<UInt64>

    /// Looks at the ends of all segments; at all lines only of those whose ends cannot be read.
    static func find(
        in layout: ArchiveLayout, isStopped: () -> Bool
    ) throws(SystemError) -> [MissingRecords] {
        var known: [Stream: [ClosedRange<UInt64>]] = [:]
        try ForgottenFile.forEachBlock(in: layout.root) { block in
            if let sequences = block.sequences {
                known[block.segment.stream, default: []] += [sequences]
            }
        }
        var missing: [MissingRecords] = []
        for stream in Stream.allCases {
            var ranges = known[stream] ?? []
            for name in try layout.names(of: stream) {
                if isStopped() { return [] }
                ranges += try sequences(of: name, in: layout)
            }
            missing += gaps(between: ranges).map { MissingRecords(stream: stream, sequences: $0) }
        }
        return missing
    }

    /// What lies between the ranges, from 1 on.
    static func gaps(between ranges: [ClosedRange<UInt64>]) -> [ClosedRange<UInt64>] {
        var gaps: [ClosedRange<UInt64>] = []
        var next: UInt64 = 1
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if range.lowerBound > next { gaps.append(next...range.lowerBound - 1) }
            next = max(next, range.upperBound == .max ? .max : range.upperBound + 1)
        }
        return gaps
    }

    private static func sequences(
        of name: SegmentName, in layout: ArchiveLayout
    ) throws(SystemError) -> [ClosedRange<UInt64>] {
        do throws(SystemError) {
            let segment = try SegmentReader.open(name, in: layout.segments)
            if segment.isWhole,
                let first = RecordTail.sequence(try segment.bytes(at: 0, count: 128)),
                let last = try segment.lastLine().line.flatMap(RecordTail.sequence), first <= last
            {
                return [first...last]
            }
        } catch {
            // It was removed or compressed meanwhile, or is damaged: a second look tells.
            guard error.isOfALostRecord else { throw error }
        }
        do throws(SystemError) {
            return try sequencesOfLines(try SegmentReader.open(name, in: layout.segments))
        } catch {
            guard error.isOfALostRecord else { throw error }
            return []
        }
    }

    private static func sequencesOfLines(
        _ segment: SegmentReader
    ) throws(SystemError) -> [ClosedRange<UInt64>] {
        var found: [ClosedRange<UInt64>] = []
        _ = try segment.forEachPart(bytes: 1 << 20) { _, lines in
            for line in lines.split(separator: 0x0A) {
                guard let sequence = RecordTail.sequence(Array(line.prefix(128))) else { continue }
                if let last = found.last, last.upperBound < .max, last.upperBound + 1 == sequence {
                    found[found.count - 1] = last.lowerBound...sequence
                } else {
                    found.append(sequence...sequence)
                }
            }
        }
        return found
    }
}
