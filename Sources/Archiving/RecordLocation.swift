/// Where the line of a record lies.
package struct RecordLocation: Sendable, Hashable, BitwiseCopyable {
    /// The number of the segment in its stream.
    package var segment: UInt32
    /// Bytes, the line feed included.
    package var length: UInt32
    /// Bytes from the start of the segment.
    package var offset: Int64

    package init(segment: UInt32, offset: Int64, length: UInt32) {
        self.segment = segment
        self.offset = offset
        self.length = length
    }
}
