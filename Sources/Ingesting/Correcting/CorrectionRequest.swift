import Articles
import JSON

/// What somebody found wrong of a record.
package struct CorrectionRequest: Sendable, Equatable {
    package enum Action: Sendable, Equatable {
        /// The record repeats or revises nothing.
        case separate
        /// The record is a later state or a copy of this one.
        case join(RecordPlace)
    }

    package var record: RecordPlace
    package var action: Action
    /// Only the story is wrong, the verdict is not.
    package var isOfStory: Bool

    package init(_ action: Action, _ record: RecordPlace, isOfStory: Bool) {
        self.action = action
        self.record = record
        self.isOfStory = isOfStory
    }
}

extension CorrectionRequest {
    /// As it is written down, a line of JSON.
    var json: [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("record")
        writer.string(record.description)
        if case .join(let other) = action {
            writer.key("joins")
            writer.string(other.description)
        }
        writer.key("story")
        writer.bool(isOfStory)
        writer.endObject()
        writer.lineFeed()
        return writer.finish()
    }

    /// Nil for what is no request.
    init?(json: [UInt8]) {
        guard let request = JSONParser.value(of: json, depth: 2, { CorrectionRequest($0) }) else {
            return nil
        }
        self = request
    }

    private init?(_ object: JSONValue) {
        guard let record = object.member("record")?.string.flatMap({ RecordPlace($0) }),
            let isOfStory = object.member("story")?.bool
        else { return nil }
        self.init(.separate, record, isOfStory: isOfStory)
        guard let joins = object.member("joins") else { return }
        guard let other = joins.string.flatMap({ RecordPlace($0) }) else { return nil }
        action = .join(other)
    }
}
