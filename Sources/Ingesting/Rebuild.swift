import Archiving
import Platform

/// Fills the library from the archive at the start, record by record in the order of their
/// sequence; decoding runs beside it, on all cores.
struct Rebuild {
    /// A segment is decoded in parts of about so many bytes.
    private static let partBytes = 1 << 20
    /// So many parts are in hand at the most, which bounds memory.
    private static let partsInHand = 6

    /// Lines of the archive that are no records; they are left as they are.
    private(set) var damaged: [(segment: SegmentName, offset: Int64)] = []

    /// - Parameter progress: called now and then, with the bytes read so far.
    mutating func fill(
        _ library: inout Library, from archive: ArchiveReader, progress: (Int64) -> Void
    ) throws(SystemError) {
        let names = archive.articleSegments
        guard !names.isEmpty else { return }
        let decoders = try Decoders(count: 2)
        defer { decoders.close() }
        var total: Int64 = 0
        for name in names {
            try read(name, from: archive) { part in
                total += Int64(part.lines.count)
                decoders.add(part)
                while decoders.inHand >= Self.partsInHand {
                    add(decoders.next(), name, to: &library)
                }
                if total >> 24 != (total - Int64(part.lines.count)) >> 24 { progress(total) }
            }
            while let decoded = decoders.next() { add(decoded, name, to: &library) }
        }
    }

    /// Gives the whole lines of a segment, in parts.
    private func read(
        _ name: SegmentName, from archive: ArchiveReader, _ body: (SegmentPart) -> Void
    ) throws(SystemError) {
        let segment = try archive.open(name)
        var offset: Int64 = 0
        var wanted = Self.partBytes
        while true {
            var lines = try segment.bytes(at: offset, count: wanted)
            guard let end = lines.lastIndex(of: 0x0A) else {
                // The end, or a line that is longer than a part.
                if lines.count < wanted { return }
                wanted *= 2
                continue
            }
            lines.removeSubrange((end + 1)...)
            body(SegmentPart(segment: name, offset: offset, lines: lines))
            offset += Int64(end) + 1
            wanted = Self.partBytes
        }
    }

    private mutating func add(
        _ decoded: Decoders.Decoded?, _ name: SegmentName, to library: inout Library
    ) {
        guard let decoded else { return }
        for record in decoded.records {
            library.admit(record.features, record.judgement, at: record.location)
        }
        damaged += decoded.damaged.map { (name, $0) }
    }
}
