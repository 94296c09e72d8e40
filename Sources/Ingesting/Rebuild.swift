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
        try archive.forEachForgotten { library.admit($0) }
        let names = archive.articleSegments
        guard !names.isEmpty else { return }
        let decoders = try Decoders(count: 2)
        defer { decoders.close() }
        var total: Int64 = 0
        for name in names {
            let unreadable = try Self.read(name, from: archive) { part in
                total += Int64(part.lines.count)
                decoders.add(part)
                while decoders.inHand >= Self.partsInHand {
                    add(decoders.next(), name, to: &library)
                }
                if total >> 24 != (total - Int64(part.lines.count)) >> 24 { progress(total) }
            }
            while let decoded = decoders.next() { add(decoded, name, to: &library) }
            damaged += unreadable.map { (name, $0) }
        }
    }

    /// Gives the whole lines of a segment, in parts; what of it is lost or damaged is passed over.
    ///
    /// - Returns: where something could not be read.
    private static func read(
        _ name: SegmentName, from archive: ArchiveReader, _ body: (SegmentPart) -> Void
    ) throws(SystemError) -> [Int64] {
        do throws(SystemError) {
            return try archive.open(name).forEachPart(bytes: partBytes) {
                body(SegmentPart(segment: name, offset: $0, lines: $1))
            }
        } catch {
            guard error.isOfTheContent || error.cause == .missing else { throw error }
            return [0]
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
