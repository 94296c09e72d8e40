import Archiving
import Platform

/// Reads records of the archive in the order of their sequence; decoding runs beside it, on all
/// cores.
struct ArchiveReplay {
    /// A segment is decoded in parts of about so many bytes.
    private static let partBytes = 1 << 20
    /// So many parts are in hand at the most, which bounds memory.
    private static let partsInHand = 6

    private let isStopping: () -> Bool
    private let progress: (OpeningProgress) -> Void
    /// Lines of the archive that are no records; they are left as they are.
    private(set) var damaged: [(segment: SegmentName, offset: Int64)] = []

    init(isStopping: @escaping () -> Bool, progress: @escaping (OpeningProgress) -> Void) {
        self.isStopping = isStopping
        self.progress = progress
    }

    /// Gives the records behind one, or all of them.
    ///
    /// - Throws: ``SystemError``, "canceled" when it is to stop; what `take` throws.
    mutating func read(
        _ archive: ArchiveReader, after last: RecordLocation?,
        _ take: (DecodedRecord) throws -> Void
    ) throws {
        let names = archive.articleSegments.filter { $0.number >= last?.segment ?? 0 }
        guard !names.isEmpty else { return }
        let begin = last.map { $0.offset + Int64($0.length) } ?? 0
        let total = names.reduce(-begin) { $0 + archive.size(of: $1) }
        let decoders = try Decoders(count: 2)
        defer { decoders.close() }
        var done: Int64 = 0
        for name in names {
            let start = name.number == last?.segment ? begin : 0
            let unreadable = try read(name, from: start, of: archive) { part in
                if isStopping() { throw SystemError.stopped }
                done += Int64(part.lines.count)
                decoders.add(part)
                while decoders.inHand >= Self.partsInHand { try give(decoders.next(), take) }
                progress(.archive(bytes: done, total: total))
            }
            damaged += unreadable.map { (name, $0) }
        }
        while let decoded = decoders.next() { try give(decoded, take) }
    }

    /// Gives the whole lines of a segment from an offset on, in parts; what of it is lost or damaged
    /// is passed over.
    ///
    /// - Returns: where something could not be read.
    private func read(
        _ name: SegmentName, from start: Int64, of archive: ArchiveReader,
        _ body: (SegmentPart) throws -> Void
    ) throws -> [Int64] {
        let segment: SegmentReader
        do throws(SystemError) {
            segment = try archive.open(name)
        } catch {
            guard error.isOfALostRecord else { throw error }
            return [0]
        }
        var parts = SegmentParts(of: segment, bytes: Self.partBytes, from: start)
        while let (offset, lines) = try parts.next() {
            try body(SegmentPart(segment: name, offset: offset, lines: Array(lines)))
        }
        return parts.unreadable
    }

    private mutating func give(
        _ decoded: Decoders.Decoded?, _ take: (DecodedRecord) throws -> Void
    ) throws {
        guard let decoded else { return }
        for record in decoded.records { try take(record) }
        damaged += decoded.damaged.map { (decoded.segment, $0) }
    }
}
