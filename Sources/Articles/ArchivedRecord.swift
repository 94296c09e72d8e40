import JSON

/// One line of the archive, read back.
package struct ArchivedRecord: Sendable {
    /// Why a line of the archive is none.
    package struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
        /// The key that is wrong or missing.
        package var key: String
        package var expected: String

        package var description: String { "\(key): expected \(expected)" }
    }

    package var sequence: UInt64
    /// `reference` when the article itself was left out: then only who sent it is in `record`.
    package var form: Record.Form
    package var record: Record

    /// From the bytes of a line, with or without its line feed.
    /// - Throws: `JSONError` or `Fault`.
    package init(line: UnsafeRawBufferPointer, using parser: inout JSONParser) throws {
        self = try parser.parse(line) { try ArchivedRecord($0) }
    }

    /// The same of a single line; for many, keep a parser.
    /// - Throws: `JSONError` or `Fault`.
    package init(line: [UInt8]) throws {
        var parser = JSONParser()
        self = try line.withUnsafeBytes { try ArchivedRecord(line: $0, using: &parser) }
    }

    /// Whether an object is a line of an archive, by the keys that every line has.
    package static func isOne(_ object: JSONValue) -> Bool {
        guard let verdict = object.member("verdict"), verdict.kind == .string,
            object.member("sequence")?.kind == .number,
            let id = object.member("id")?.utf8
        else { return false }
        return Identity128(hex: id) != nil
    }

    /// From the object of a line; keys that are not known are passed over.
    /// - Throws: `Fault`
    package init(_ object: JSONValue) throws {
        var fields = Fields()
        for (key, value) in object.members where !value.isNull {
            guard let known = ArchivedKey(key) else { continue }
            try fields.take(known, value)
        }
        (sequence, form, record) = try fields.finish()
    }
}

extension ArchivedRecord {
    /// What was found so far of a line.
    fileprivate struct Fields {
        var article = Article()
        var id: ContentID?
        var sequence: UInt64?
        var verdict: Verdict?
        var original: ContentID?
        var revision = 0
        var match: Match?
        var similarity: Double?
        var story: ContentID?
        var corrects: RecordPlace?
        var feed: String?
        var file: FileReference?
        var rules: Int?
        var received: Moment?
        var published = Time()
        var updated = Time()

        struct Time {
            var moment: Moment?
            var precision: PublishedTime.Precision?
            var printed: String?

            /// A time whose printed form was not kept was printed as the archive has it.
            var value: PublishedTime? {
                guard let moment else { return nil }
                let precision = precision ?? .second
                return PublishedTime(
                    moment: moment, precision: precision,
                    printed: printed ?? moment.printed(to: precision))
            }
        }

        mutating func take(_ key: ArchivedKey, _ value: JSONValue) throws {
            switch key {
            case .id: id = try value.identity(key)
            case .sequence: sequence = try value.required(value.unsigned, key, "a number from 0 on")
            case .verdict: verdict = try value.named(key)
            case .original: original = try value.identity(key)
            case .revision: revision = try value.count(key)
            case .match: match = try value.named(key) as Match
            case .similarity: similarity = try value.required(value.double, key, "a number")
            case .story: story = try value.identity(key)
            case .corrects:
                corrects = try value.required(
                    value.string.flatMap { RecordPlace($0) }, key, "STREAM:SEQUENCE")
            case .headline: article.headline = try value.text(key)
            case .summary: article.summary = try value.text(key)
            case .text:
                article.text = [UInt8](try value.required(value.utf8, key, "a string"))
            case .bylines: article.bylines = try value.texts(key)
            case .dateline: article.dateline = try Dateline(archived: value)
            case .source: article.source = try value.text(key)
            case .credit: article.credit = try value.text(key)
            case .guid: article.guid = try value.text(key)
            case .url: article.url = try value.text(key)
            case .feed: feed = try value.text(key)
            case .published: published.moment = try value.moment(key)
            case .publishedPrecision: published.precision = try value.named(key)
            case .publishedPrinted: published.printed = try value.text(key)
            case .updated: updated.moment = try value.moment(key)
            case .updatedPrecision: updated.precision = try value.named(key)
            case .language: article.language = try value.text(key)
            case .place: article.place = try value.text(key)
            case .keywords: article.keywords = try value.texts(key)
            case .section: article.section = try value.text(key)
            case .image: article.image = try value.text(key)
            case .license: article.license = try value.text(key)
            case .version: article.version = try value.text(key)
            case .status: article.status = try value.named(key)
            case .embargoed: article.embargoed = try value.moment(key)
            case .urgency: article.urgency = try value.count(key)
            case .extent: article.extent = try value.named(key)
            case .extra:
                for (name, value) in value.members {
                    article.extra.append(
                        (String(decoding: name, as: UTF8.self), try value.text(key)))
                }
            case .file: file = try FileReference(archived: value)
            case .rules: rules = try value.count(key)
            case .received: received = try value.moment(key)
            }
        }

        consuming func finish() throws -> (UInt64, Record.Form, Record) {
            func required<Value>(_ value: Value?, _ key: ArchivedKey) throws -> Value {
                guard let value else { throw Fault(key: key.rawValue, expected: "to be there") }
                return value
            }
            article.published = published.value
            article.updated = updated.value
            let id = try required(id, .id)
            let verdict = try required(verdict, .verdict)
            article.isNotice = verdict == .withdrawal
            let isOfUnknown = article.isNotice && original == nil
            let original = original ?? id
            var judgement = Judgement(
                verdict: verdict, original: original, revision: revision,
                match: match, similarity: similarity, story: story ?? original, corrects: corrects)
            judgement.isOfUnknown = isOfUnknown
            // A notice may have no words.
            let isReference =
                article.text.isEmpty && article.headline == nil && !article.isNotice
            return (
                try required(sequence, .sequence), isReference ? .reference : .whole,
                Record(
                    id: id, article: article, judgement: judgement,
                    feed: try required(feed, .feed), file: try required(file, .file),
                    rules: try required(rules, .rules), received: try required(received, .received))
            )
        }
    }
}
