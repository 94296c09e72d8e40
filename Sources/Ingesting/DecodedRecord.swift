import Archiving
import Articles
import JSON
import Judging
import Platform

/// What the index needs of one record of the archive.
struct DecodedRecord: Sendable {
    var features: Features
    var judgement: Judgement
    var location: RecordLocation
}

/// Some whole lines of a segment, on their way through the decoding.
struct SegmentPart: Sendable {
    var segment: SegmentName
    /// Where in the segment the lines begin.
    var offset: Int64
    var lines: [UInt8]

    /// The records, and where lines begin that are none.
    func decoded(
        using parser: inout JSONParser, _ workspace: inout Features.Workspace
    ) -> (records: [DecodedRecord], damaged: [Int64]) {
        var records: [DecodedRecord] = []
        var damaged: [Int64] = []
        lines.withUnsafeBytes { bytes in
            var start = 0
            while start < bytes.count {
                let end = bytes.firstIndex(ofByte: 0x0A, from: start) ?? bytes.count - 1
                let line = UnsafeRawBufferPointer(rebasing: bytes[start...end])
                do {
                    let record = try ArchivedRecord(line: line, using: &parser).record
                    records.append(
                        DecodedRecord(
                            features: Features(
                                of: record.article, id: record.id, time: record.time,
                                using: &workspace),
                            judgement: record.judgement,
                            location: RecordLocation(
                                segment: segment.number, offset: offset + Int64(start),
                                length: UInt32(line.count))))
                } catch {
                    damaged.append(offset + Int64(start))
                }
                start = end + 1
            }
        }
        return (records, damaged)
    }
}

extension Record {
    /// The article's own time: when it was published, where that is known and not after it was
    /// received.
    var time: Moment { Record.time(of: article, received: received) }

    static func time(of article: Article, received: Moment) -> Moment {
        guard let published = article.published?.moment, published <= received else {
            return received
        }
        return published
    }
}
