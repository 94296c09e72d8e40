import Articles
import JSON

/// What became of a request for a correction.
package struct CorrectionAnswer: Sendable, Equatable {
    package enum Outcome: String, Sendable {
        /// A record was appended.
        case corrected
        /// It stands so already, and nothing was appended.
        case already
        /// It cannot be done; nothing was appended.
        case refused
    }

    package var outcome: Outcome
    /// What was done, or why not and what to do instead.
    package var sentence: String
    /// The record that was appended.
    package var record: RecordPlace?

    package init(_ outcome: Outcome, _ sentence: String, record: RecordPlace? = nil) {
        self.outcome = outcome
        self.sentence = sentence
        self.record = record
    }
}

extension CorrectionAnswer {
    /// A line of JSON.
    package var json: [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("outcome")
        writer.string(outcome.rawValue)
        writer.key("sentence")
        writer.string(sentence)
        if let record {
            writer.key("record")
            writer.string(record.description)
        }
        writer.endObject()
        writer.lineFeed()
        return writer.finish()
    }

    /// Nil for what is no answer.
    init?(json: [UInt8]) {
        guard let answer = JSONParser.value(of: json, depth: 2, { CorrectionAnswer($0) }) else {
            return nil
        }
        self = answer
    }

    private init?(_ object: JSONValue) {
        guard let outcome = object.member("outcome")?.string.flatMap({ Outcome(rawValue: $0) }),
            let sentence = object.member("sentence")?.string
        else { return nil }
        self.init(
            outcome, sentence,
            record: object.member("record")?.string.flatMap { RecordPlace($0) })
    }
}
