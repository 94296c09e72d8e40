/// Looks at the bytes of the segments: every line whole and a record, the streams without a gap.
struct SegmentAudit {
    private(set) var findings: [Finding] = []
    private(set) var records: [RecordLine] = []

    /// The first so many bytes are what log shippers tell files apart by.
    private static let headBytes = 80

    init(_ evidence: Evidence) {
        findings += evidence.strangers.map { Finding(.layout, "\($0) is no segment") }
        var heads: Set<[UInt8]> = []
        for stream in Evidence.streams {
            var next = 1
            var newest = 0
            for segment in evidence.segments where segment.stream == stream {
                if segment.number <= newest {
                    findings.append(Finding(.layout, "two segments of \(stream) \(segment.number)"))
                }
                newest = segment.number
                if segment.bytes.isEmpty {
                    findings.append(Finding(.layout, "\(segment.name) is empty"))
                }
                read(segment, next: &next, heads: &heads)
            }
        }
    }

    private mutating func read(
        _ segment: Evidence.Segment, next: inout Int, heads: inout Set<[UInt8]>
    ) {
        if let nul = Bytes.index(of: 0, in: segment.bytes) {
            findings.append(Finding(.torn, "\(segment.name): a NUL at byte \(nul)"))
        }
        let (lines, end) = Bytes.lines(segment.bytes)
        if end < segment.bytes.count {
            findings.append(Finding(.torn, "\(segment.name): no line feed at its end"))
        }
        var received = ""
        for (number, range) in lines.enumerated() {
            let place = "\(segment.name):\(number + 1)"
            let line = segment.bytes[range]
            if !heads.insert(Array(line.prefix(Self.headBytes))).inserted {
                findings.append(Finding(.head, "\(place) begins like another line"))
            }
            guard let record = RecordLine(line, stream: segment.stream, place: place) else {
                let beginning = String(decoding: line.prefix(60), as: UTF8.self)
                findings.append(Finding(.torn, "\(place) is no record: \(beginning)"))
                continue
            }
            if record.sequence != next {
                findings.append(
                    Finding(.gap, "\(place): sequence \(record.sequence) where \(next) was due"))
            }
            next = record.sequence + 1
            if record.received < received {
                findings.append(Finding(.time, "\(place): received before the line before it"))
            }
            if !record.received.hasPrefix(segment.day) {
                findings.append(Finding(.time, "\(place): received on another day"))
            }
            received = record.received
            records.append(record)
        }
    }
}
