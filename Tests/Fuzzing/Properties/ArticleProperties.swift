import Articles
import JSON
import Judging
import Normalising
import Platform
import Reading

/// An article is archived as one line from which all of it can be had again; the line, dropped as a
/// file, gives the same article and identity, and is judged an exact duplicate.
///
/// The input is a plain text, or, where it begins with a record separator (0x1E), the fields of an
/// article, each ended by one.
enum ArticleProperties {
    static func check(_ bytes: [UInt8]) throws {
        let draft = self.draft(of: bytes)
        let normalised: Normalised
        do throws(Refusal) {
            normalised = try Normaliser().normalise(draft)
        } catch {
            return
        }
        let article = normalised.article
        try checkText(article.text)
        let id = article.contentID(using: SHA256())
        let received = Moment(seconds: 1_800_000_000)
        let features = Features(of: article, id: id, time: article.published?.moment ?? received)
        var judge = Judge()
        let judgement = try judge.judge(article, features) { _ in article }
        _ = judge.admit(features, judgement)
        let record = Record(
            id: id, article: article, judgement: judgement, feed: "desk",
            file: FileReference(
                path: "a.txt", size: UInt64(bytes.count), modified: received,
                sha256: String(repeating: "0", count: 64), format: "text/plain", item: 1),
            rules: Normaliser.version, received: received)
        let line = record.line(sequence: 7, form: .whole)

        let archived = try decoded(line)
        let kept = archived.record.article.differences(from: article)
        try require(kept.isEmpty, "the line keeps other \(kept)")
        try require(archived.sequence == 7 && archived.record.id == id, "other sequence or id")

        let again = try Normaliser().normalise(try self.draft(ofLine: line))
        let changed = again.article.differences(from: article)
        try require(
            changed.isEmpty && again.cuts.isEmpty,
            "dropped again: other \(changed), cut \(again.cuts)")
        let second = Features(
            of: again.article, id: again.article.contentID(using: SHA256()), time: features.time)
        let verdict = try judge.judge(again.article, second) { _ in article }
        try require(
            verdict.verdict == .duplicate && verdict.match == .exact, "judged \(verdict)")
    }

    private static func checkText(_ text: [UInt8]) throws {
        try require(text.withUnsafeBytes { UTF8Validation.isValid($0) }, "the text is no UTF-8")
        let paragraphs = text.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (index, paragraph) in paragraphs.enumerated() where !text.isEmpty {
            try require(
                paragraph.isEmpty == (index % 2 == 1), "paragraphs are not parted by one line")
        }
        try require(
            !text.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F }, "control characters")
    }

    private static func decoded(_ line: [UInt8]) throws -> ArchivedRecord {
        var parser = JSONParser()
        do {
            return try line.withUnsafeBytes { try ArchivedRecord(line: $0, using: &parser) }
        } catch {
            throw Violation(description: "the line cannot be read: \(error)")
        }
    }

    private static func draft(ofLine line: [UInt8]) throws -> Draft {
        var reader = FileReader()
        reader.open(name: "a.jsonl")
        guard let item = try line.withUnsafeBytes({ try reader.next(in: $0) }) else {
            throw Violation(description: "the line is no item")
        }
        return try item.content.get()
    }

    private static func draft(of bytes: [UInt8]) -> Draft {
        guard bytes.first == 0x1E else {
            var draft = Draft(form: .plainText)
            draft.text = Array(String(decoding: bytes, as: UTF8.self).utf8)
            return draft
        }
        var fields = bytes.dropFirst().split(
            separator: 0x1E, maxSplits: 30, omittingEmptySubsequences: false
        ).map { String(decoding: $0, as: UTF8.self) }[...]
        func next() -> String? { fields.popFirst().flatMap { $0.isEmpty ? nil : $0 } }
        var draft = Draft(form: .fields)
        draft.headline = next()
        draft.text = Array((next() ?? "").utf8)
        draft.published = next()
        draft.updated = next()
        draft.bylines = next()?.split(separator: ";").map(String.init) ?? []
        draft.dateline = next().map { Dateline(place: $0, date: nil, printed: $0) }
        draft.url = next()
        draft.source = next()
        draft.language = next()
        draft.guid = next()
        draft.keywords = next()?.split(separator: ",").map(String.init) ?? []
        draft.license = next()
        draft.summary = next()
        draft.credit = next()
        draft.place = next()
        draft.section = next()
        draft.image = next()
        if let key = next() { draft.extra = [(key, next() ?? "")] }
        draft.version = next()
        draft.embargoed = next()
        draft.urgency = next()
        return draft
    }
}
