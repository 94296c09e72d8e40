import JSON

/// One thing that was looked at.
struct Finding {
    enum Grade: String { case good, doubtful, bad }

    var subject: String
    var grade: Grade
    /// May have several lines.
    var text: String

    func line(inColour: Bool) -> String {
        let mark =
            switch grade {
            case .good: "ok   "
            case .doubtful: "note "
            case .bad: "bad  "
            }
        let colour =
            switch grade {
            case .good: "32"
            case .doubtful: "33"
            case .bad: "31"
            }
        let padded = subject + String(repeating: " ", count: max(1, 14 - subject.count))
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            .joined(separator: "\n" + String(repeating: " ", count: mark.count))
        return (inColour ? "\u{1B}[\(colour)m\(mark)\u{1B}[0m" : mark) + padded + lines + "\n"
    }

    static func json(_ findings: [Finding]) -> String {
        var writer = JSONWriter()
        writer.beginArray()
        for finding in findings {
            writer.beginObject()
            writer.key("subject")
            writer.string(finding.subject)
            writer.key("grade")
            writer.string(finding.grade.rawValue)
            writer.key("text")
            writer.string(finding.text)
            writer.endObject()
        }
        writer.endArray()
        writer.lineFeed()
        return String(decoding: writer.finish(), as: UTF8.self)
    }
}
