/// The one name that no two records share: `articles:1204`.
package struct RecordPlace: Sendable, Hashable, CustomStringConvertible {
    package var stream: Stream
    /// From 1.
    package var sequence: UInt64

    package init(_ stream: Stream, _ sequence: UInt64) {
        self.stream = stream
        self.sequence = sequence
    }

    /// From `STREAM:SEQUENCE`; nil for anything else.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let stream = Stream(rawValue: String(parts[0])),
            parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let sequence = UInt64(parts[1]), sequence > 0
        else { return nil }
        self.init(stream, sequence)
    }

    package var description: String { "\(stream.rawValue):\(sequence)" }
}
