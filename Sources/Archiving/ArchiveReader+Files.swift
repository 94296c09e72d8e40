import Articles
import Platform

extension ArchiveReader {
    /// Whether a record, of either stream, that was received on a day (UTC, `YYYY-MM-DD`) is of a
    /// file in this state; its format and item are not looked at. Reads all segments of that day.
    package func hasRecord(
        of file: FileReference, receivedOn day: String
    ) throws(SystemError) -> Bool {
        let wanted = file.beginningInRecord
        for stream in Stream.allCases {
            let names = try layout.names(of: stream)
            // A group goes to one segment: one that was gathered over midnight to that of the day
            // before.
            let days = names.map(\.day) + [day]
            for (index, name) in names.enumerated() where days[index...index + 1].contains(day) {
                var parts = SegmentParts(of: try open(name), bytes: 1 << 20)
                while let part = try parts.next() {
                    if part.lines.contains(bytes: wanted) { return true }
                }
            }
        }
        return false
    }
}
