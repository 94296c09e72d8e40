/// What is kept of a part of a segment that was removed.
struct ForgottenBlock: Sendable, Equatable {
    var segment: SegmentName
    /// The bytes of the segment that the part was. The blocks of a segment follow one another.
    var plain: Range<Int64>
    /// The sequence numbers of its lines; nil where it had none that could be read.
    var sequences: ClosedRange<UInt64>?
    /// Of the articles stream only: of the others the sequence alone is kept.
    var records: [ForgottenRecord]

    private static let end: UInt8 = 1

    func encoded() -> [UInt8] {
        var writer = BinaryWriter()
        writer.counted(segment.description.utf8)
        writer.integer(plain.lowerBound)
        writer.integer(plain.upperBound)
        // No record has the sequence 0.
        writer.integer(sequences?.lowerBound ?? 0)
        writer.integer(sequences?.upperBound ?? 0)
        writer.integer(UInt32(records.count))
        for record in records { record.encode(into: &writer) }
        // No zero at the end: where a block breaks off, what is written behind it fills up with zeros,
        // which must not make it whole.
        writer.integer(Self.end)
        return writer.bytes
    }

    init(
        segment: SegmentName, plain: Range<Int64>, sequences: ClosedRange<UInt64>?,
        records: [ForgottenRecord]
    ) {
        self.segment = segment
        self.plain = plain
        self.sequences = sequences
        self.records = records
    }

    init?(encoded: [UInt8]) {
        var reader = BinaryReader(encoded)
        guard let name = reader.text(), let segment = SegmentName(fileName: name),
            let start = reader.integer(Int64.self), let end = reader.integer(Int64.self),
            start >= 0, start <= end,
            let first = reader.integer(UInt64.self), let last = reader.integer(UInt64.self),
            first <= last, let count = reader.integer(UInt32.self),
            Int(count) <= encoded.count / ForgottenRecord.encodedBytes
        else { return nil }
        var records: [ForgottenRecord] = []
        records.reserveCapacity(Int(count))
        for _ in 0..<count {
            guard let record = ForgottenRecord(from: &reader) else { return nil }
            records.append(record)
        }
        guard reader.integer(UInt8.self) == Self.end else { return nil }
        self.init(
            segment: segment, plain: start..<end, sequences: first == 0 ? nil : first...last,
            records: records)
    }
}
