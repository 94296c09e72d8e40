import Articles

/// Where a record lies; without its line, as there may be many.
struct RecordHit {
    var id: ContentID
    var place: RecordPlace
    var segment: SegmentName
    var location: RecordLocation

    /// Nil where the line is none of an archive.
    init?(_ segment: SegmentName, _ location: RecordLocation, _ line: UnsafeRawBufferPointer) {
        guard let id = RecordHead.id(line),
            let sequence = RecordTail.sequence(Array(line.prefix(128)))
        else { return nil }
        self.id = id
        place = RecordPlace(segment.stream, sequence)
        self.segment = segment
        self.location = location
    }
}
