import Articles
import Ingesting
import JSON
import Judging

/// Why a record is what it is, for programs: one line of JSON.
enum ExplanationLine {
    static func json(_ explanation: Explanation, at place: RecordPlace) -> String {
        line { writer in
            writer.member("record", "\(place)")
            writer.key("id")
            writer.string(explanation.record.record.id)
            writer.member("verdict", explanation.record.record.judgement.verdict.rawValue)
            switch explanation.relation {
            case .new, .takesBack(nil): break
            case .takesBack(let other?): writer.member("with", "articles:\(other.sequence)")
            case .lost: writer.member("with", "lost")
            case .exact(let other): writer.member("with", "articles:\(other.sequence)")
            case .compared(let other, let pair):
                writer.member("with", "articles:\(other.sequence)")
                pair.writeMembers(to: &writer)
            }
            explanation.story.write(to: &writer)
        }
    }

    static func json(_ pair: PairExplanation, older: RecordPlace, newer: RecordPlace) -> String {
        line { writer in
            writer.member("record", "\(newer)")
            writer.member("with", "\(older)")
            pair.writeMembers(to: &writer)
        }
    }

    private static func line(_ body: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter()
        writer.beginObject()
        body(&writer)
        writer.endObject()
        writer.lineFeed()
        return String(decoding: writer.finish(), as: UTF8.self)
    }
}

extension PairExplanation {
    fileprivate func writeMembers(to writer: inout JSONWriter) {
        writer.member("relation", ruling.relation.rawValue)
        writer.member("rule", ruling.rawValue)
        let shares: [(String, Double)] = [
            ("similarity", similarity), ("newerContained", newerContained),
            ("olderContained", olderContained),
        ]
        for (key, share) in shares {
            writer.key(string: key)
            writer.fraction(share)
        }
        let counts = [
            ("newerWords", newerWords), ("olderWords", olderWords), ("numbers", numbers),
            ("numbersMissing", numbersMissing), ("names", names), ("namesMissing", namesMissing),
            ("minutesApart", Int((min(hoursApart, 1e9) * 60).rounded())),
        ]
        for (key, count) in counts {
            writer.key(string: key)
            writer.integer(count)
        }
        writer.key("passages")
        writer.beginArray()
        for passage in passages {
            writer.beginObject()
            writer.member("kind", passage.kind.rawValue)
            writer.member("older", passage.older)
            writer.member("newer", passage.newer)
            writer.key("words")
            writer.integer(passage.words)
            writer.endObject()
        }
        writer.endArray()
    }
}

extension Explanation.StoryPart {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.key("story")
        writer.beginObject()
        writer.key("count")
        writer.integer(count)
        writer.key("members")
        writer.beginArray()
        for member in members {
            writer.beginObject()
            writer.key("id")
            writer.string(member.id)
            writer.member("record", "articles:\(member.sequence)")
            writer.member("headline", member.article.headline)
            writer.endObject()
        }
        writer.endArray()
        if let ties {
            writer.key("nearness")
            writer.fraction(ties.nearness)
            writer.key("terms")
            writer.beginArray()
            for tie in ties.ties {
                writer.beginObject()
                writer.member("term", names[tie.term])
                writer.key("share")
                writer.fraction(tie.share)
                writer.endObject()
            }
            writer.endArray()
        }
        writer.endObject()
    }
}
