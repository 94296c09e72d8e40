import Articles
import Platform
import SystemPackage

/// The growing end of one stream: its newest segment, the next sequence number, and the bytes of
/// the group that is being gathered.
struct StreamWriter {
    let stream: Stream
    /// Nil before the first segment, and where a new one is begun with the next bytes.
    private(set) var segment: Segment?
    /// The number of the newest segment, 0 before the first.
    private(set) var number: UInt32
    /// Bytes in the newest segment.
    private(set) var size: Int64
    private(set) var nextSequence: UInt64
    /// The time of the newest record.
    private(set) var lastReceived: Moment?
    /// What the group that is being gathered appends; nil where nothing yet.
    private(set) var gathered: Group.Append?

    init(
        stream: Stream, segment: Segment?, number: UInt32, size: Int64, nextSequence: UInt64,
        lastReceived: Moment? = nil
    ) {
        self.stream = stream
        self.segment = segment
        self.number = number
        self.size = size
        self.nextSequence = nextSequence
        self.lastReceived = lastReceived
    }

    /// Decides, once a group, which segment its bytes go to: the newest, or a new one when the day
    /// has changed, `rotateBytes` are reached, or the clock went back: within a segment `received`
    /// never decreases.
    mutating func gather(received: Moment, rotateBytes: Int64, capacity: Int) {
        defer { lastReceived = received }
        guard gathered == nil else { return }
        let day = received.day
        let isEarlier = lastReceived.map { received < $0 } ?? false
        var bytes: [UInt8] = []
        bytes.reserveCapacity(capacity)
        if let segment, segment.name.day == day, size < rotateBytes, !isEarlier {
            gathered = Group.Append(segment: segment.name, offset: size, bytes: bytes)
        } else {
            let name = SegmentName(stream: stream, day: day, number: number + 1)
            gathered = Group.Append(segment: name, offset: 0, bytes: bytes)
        }
    }

    /// Adds one line; `write` is given its sequence number and appends it to the buffer.
    mutating func add(_ write: (UInt64, inout [UInt8]) -> Void) -> RecordLocation? {
        guard var group = gathered else { return nil }
        let start = group.bytes.count
        // Alone in `group`, so that the bytes grow in place.
        gathered = nil
        write(nextSequence, &group.bytes)
        nextSequence += 1
        gathered = group
        return RecordLocation(
            segment: group.segment.number, offset: group.offset + Int64(start),
            length: UInt32(group.bytes.count - start))
    }

    mutating func takeGathered() -> Group.Append? {
        defer { gathered = nil }
        return gathered
    }

    mutating func appended(_ append: Group.Append, to segment: Segment) {
        self.segment = segment
        number = append.segment.number
        size = append.offset + Int64(append.bytes.count)
    }
}
