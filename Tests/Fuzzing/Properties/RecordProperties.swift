import Archiving
import Articles
import JSON

/// What can be read as a line of the archive is written as one that is read and written the same.
enum RecordProperties {
    static func check(_ bytes: [UInt8]) throws {
        _ = RecordTail.sequence(bytes)
        _ = RecordTail.received(bytes)
        var parser = JSONParser()
        guard let first = read(bytes, &parser) else { return }
        let line = first.record.line(sequence: first.sequence, form: first.form)
        guard let second = read(line, &parser) else {
            throw Violation(description: "cannot be read: \(String(decoding: line, as: UTF8.self))")
        }
        let again = second.record.line(sequence: second.sequence, form: second.form)
        try require(
            line == again,
            "\(String(decoding: line, as: UTF8.self)) is written again as "
                + String(decoding: again, as: UTF8.self))
        try require(
            RecordTail.sequence(line) == first.sequence, "another sequence at the line's head")
        try require(
            RecordTail.received(line) == first.record.received, "another time at the line's end")
        try require(line.count { $0 == 0x0A } == 1 && line.last == 0x0A, "not one line")
        try require(!line.contains { $0 < 0x20 && $0 != 0x0A }, "a raw control character")
    }

    private static func read(_ line: [UInt8], _ parser: inout JSONParser) -> ArchivedRecord? {
        do {
            return try line.withUnsafeBytes { try ArchivedRecord(line: $0, using: &parser) }
        } catch {
            // Most inputs are no lines of an archive.
            return nil
        }
    }
}
