import Articles
import SystemPackage

/// The name of a segment: `articles-2026-11-21-000001.jsonl`.
///
/// The number only ever rises within a stream, also when the clock goes back; it alone orders
/// segments.
package struct SegmentName: Sendable, Hashable, CustomStringConvertible {
    package var stream: Stream
    /// The UTC day, `YYYY-MM-DD`.
    package var day: String
    /// From 1.
    package var number: UInt32

    package init(stream: Stream, day: String, number: UInt32) {
        self.stream = stream
        self.day = day
        self.number = number
    }

    /// Nil for whatever is no segment.
    package init?(fileName: String) {
        guard fileName.hasSuffix(".jsonl"), let dash = fileName.firstIndex(of: "-"),
            let stream = Stream(rawValue: String(fileName[..<dash]))
        else { return nil }
        let parts = fileName.dropLast(6)[fileName.index(after: dash)...].split(
            separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
            parts[2].utf8.count == 2, parts[3].utf8.count >= 6, let number = UInt32(parts[3]),
            number > 0,
            parts.prefix(3).allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        self.init(stream: stream, day: parts[..<3].joined(separator: "-"), number: number)
    }

    package var description: String {
        let digits = String(number)
        let zeros = String(repeating: "0", count: max(0, 6 - digits.utf8.count))
        return "\(stream.rawValue)-\(day)-\(zeros)\(digits).jsonl"
    }

    package var file: FilePath { FilePath(description) }
}
