import Articles
import JSON
import TestSupport
import Testing

@testable import Reading

@Suite struct `Records and their lines` {
    private func decoded(_ line: [UInt8]) throws -> ArchivedRecord {
        var parser = JSONParser()
        return try line.withUnsafeBytes { try ArchivedRecord(line: $0, using: &parser) }
    }

    private var full: Record {
        var article = Article()
        article.headline = "Harbour \"reopens\""
        article.summary = "After a year"
        article.text = [UInt8]("At last.\n\nSlowly – with 3 ships. 😀".utf8)
        article.bylines = ["Ann Poe", "Bo Ray"]
        article.dateline = Dateline(
            place: "PORT ELM", date: "May 23", printed: "PORT ELM, May 23 –")
        article.source = "Elm Post"
        article.credit = "EP"
        article.guid = "urn:elm:1"
        article.url = "https://elm.example/1"
        article.published = PublishedTime(
            moment: Moment(seconds: 1_748_000_000), precision: .minute, printed: "23 May, 11:33")
        article.updated = PublishedTime(
            moment: Moment(seconds: 1_747_958_400), precision: .day, printed: "2025-05-23")
        article.language = "en"
        article.place = "Port Elm"
        article.keywords = ["harbour", "trade"]
        article.section = "City"
        article.image = "https://elm.example/i"
        article.license = "CC0"
        article.version = "3"
        article.status = .withheld
        article.embargoed = Moment(seconds: 1_748_000_000)
        article.urgency = 4
        article.extent = .full
        article.extra = [("wordCount", "3"), ("od\"d", "\u{1}")]
        let original = ContentID(high: .max, low: 7)
        return Record(
            id: ContentID(high: 0x0123_4567_89AB_CDEF, low: 1), article: article,
            judgement: Judgement(
                verdict: .revision, original: original, revision: 2, match: .near,
                similarity: 0.9375, story: original,
                corrects: RecordPlace(.duplicates, 7)),
            feed: "elm/city",
            file: FileReference(
                path: "elm/city/a%FF.json", size: 512,
                modified: Moment(microseconds: 1_748_000_000_123_456),
                sha256: String(repeating: "ab", count: 32), format: "application/json",
                member: "x!/y", item: 3),
            rules: 1, received: Moment(microseconds: 1_748_000_001_000_007))
    }

    @Test func `A line has the contract's keys in its order`() {
        let line = String(decoding: full.line(sequence: 12, form: .whole), as: UTF8.self)
        let expected = #"""
            {"id":"0123456789abcdef0000000000000001","sequence":12,"verdict":"revision","original":"ffffffffffffffff0000000000000007","revision":2,"match":"near","similarity":0.9375,"story":"ffffffffffffffff0000000000000007","corrects":"duplicates:7","headline":"Harbour \"reopens\"","summary":"After a year","text":"At last.\n\nSlowly – with 3 ships. 😀","bylines":["Ann Poe","Bo Ray"],"dateline":{"place":"PORT ELM","date":"May 23","printed":"PORT ELM, May 23 –"},"source":"Elm Post","credit":"EP","guid":"urn:elm:1","url":"https://elm.example/1","feed":"elm/city","published":"2025-05-23T11:33:20Z","publishedPrecision":"minute","publishedPrinted":"23 May, 11:33","updated":"2025-05-23T00:00:00Z","updatedPrecision":"day","language":"en","place":"Port Elm","keywords":["harbour","trade"],"section":"City","image":"https://elm.example/i","license":"CC0","version":"3","status":"withheld","embargoed":"2025-05-23T11:33:20Z","urgency":4,"extent":"full","extra":{"wordCount":"3","od\"d":"\u0001"},"file":{"path":"elm/city/a%FF.json","size":512,"modified":"2025-05-23T11:33:20.123456Z","sha256":"abababababababababababababababababababababababababababababababab","format":"application/json","member":"x!/y","item":3},"rules":1,"received":"2025-05-23T11:33:21.000007Z"}

            """#
        #expect(line == expected)
    }

    @Test func `A reference keeps who sent the copy, not the article`() throws {
        let line = full.line(sequence: 1, form: .reference)
        let text = String(decoding: line, as: UTF8.self)
        #expect(
            text.contains("urn:elm:1") && text.contains("\"feed\"") && text.contains("Elm Post"))
        #expect(
            !text.contains("reopens") && !text.contains("Slowly") && !text.contains("published"))
        let back = try decoded(line)
        #expect(back.form == .reference)
        #expect(back.record.line(sequence: 1, form: .reference) == line)
    }

    @Test func `What was written comes back, whatever is absent`() throws {
        var random = SeededNumbers(seed: 3)
        let words = [
            "", "a", "é\"\\", "\u{0}\n\u{7F}", "語😀", String(repeating: "long ", count: 60),
        ]
        func word() -> String { words[Int.random(in: 0..<words.count, using: &random)] }
        func maybe<T>(_ value: T) -> T? { Bool.random(using: &random) ? value : nil }
        for sequence in 1...2_000 as ClosedRange<UInt64> {
            var record = full
            record.article.text = [UInt8]("x\(word())".utf8)
            record.article.headline = maybe(word())
            record.article.summary = maybe(word())
            record.article.bylines = (0..<Int.random(in: 0..<3, using: &random)).map { _ in word() }
            record.article.dateline = maybe(
                Dateline(place: word(), date: maybe(word()), printed: word()))
            record.article.guid = maybe(word())
            record.article.published = maybe(
                PublishedTime(
                    moment: Moment(
                        seconds: .random(in: -60_000_000_000...200_000_000_000, using: &random)),
                    precision: .local, printed: word()))
            record.article.updated = maybe(
                PublishedTime(moment: Moment(seconds: 0), precision: .month, printed: "1970-01"))
            record.article.version = maybe(word())
            record.article.status = maybe(.usable)
            record.article.embargoed = maybe(
                Moment(seconds: .random(in: 0...4_000_000_000, using: &random)))
            record.article.urgency = maybe(.random(in: 1...9, using: &random))
            record.article.extent = maybe(.teaser)
            record.article.extra = maybe([(word() + "k", word())]) ?? []
            record.judgement.match = maybe(.partial)
            record.judgement.similarity = maybe(
                Double(Int.random(in: 0...10_000, using: &random)) / 10_000)
            record.file.member = maybe(word())
            record.received = Moment(
                microseconds: .random(in: 0...4_000_000_000_000_000, using: &random))
            let line = record.line(sequence: sequence, form: .whole)
            #expect(line.filter { $0 == 0x0A }.count == 1 && line.last == 0x0A)
            let back = try decoded(line)
            #expect(back.sequence == sequence && back.form == .whole)
            #expect(back.record.judgement == record.judgement && back.record.file == record.file)
            #expect(back.record.line(sequence: sequence, form: .whole) == line)
        }
    }

    @Test func `A withdrawal has no revision, and of what is not known neither original nor story`()
        throws
    {
        var record = full
        record.article = Article()
        record.article.guid = "urn:elm:1"
        record.article.isNotice = true
        record.article.status = .canceled
        record.judgement = Judgement(
            verdict: .withdrawal, original: record.id, revision: 0, match: nil, similarity: nil,
            story: record.id)
        record.judgement.isOfUnknown = true
        let line = record.line(sequence: 3, form: .whole)
        let text = String(decoding: line, as: UTF8.self)
        #expect(text.contains("\"verdict\":\"withdrawal\",\"guid\""))
        let back = try decoded(line)
        #expect(back.form == .whole && back.record.article.isNotice)
        #expect(back.record.judgement == record.judgement)
        record.judgement.isOfUnknown = false
        record.judgement.match = .guid
        let known = String(decoding: record.line(sequence: 3, form: .whole), as: UTF8.self)
        #expect(known.contains("\"original\":\"\(record.id.hex)\",\"match\":\"guid\",\"story\""))
        // Dropped again it is a notice still.
        let draft = try #require(read(line).drafts.first)
        #expect(draft.isNotice && draft.status == .canceled && draft.guid == "urn:elm:1")
    }

    @Test(arguments: ["id", "sequence", "verdict", "feed", "file", "rules", "received"])
    func `A line without a key that each has is refused by that key`(key: String) {
        let line = String(decoding: full.line(sequence: 1, form: .whole), as: UTF8.self)
        let other = line.replacing("\"\(key)\":", with: "\"x\(key)\":")
        #expect {
            try decoded([UInt8](other.utf8))
        } throws: { ($0 as? ArchivedRecord.Fault)?.key == key }
    }

    @Test func `An archive's own line is read as the same article, without what the archive added`()
        throws
    {
        let outcome = read(full.line(sequence: 12, form: .whole), name: "x.jsonl")
        let draft = try #require(outcome.drafts.first)
        #expect(draft.headline == full.article.headline && draft.text == full.article.text)
        #expect(draft.guid == "urn:elm:1" && draft.published == "23 May, 11:33")
        #expect(draft.updated == "2025-05-23" && draft.dateline == full.article.dateline)
        #expect(draft.extra.map(\.key) == ["wordCount", "od\"d"])
        #expect(read(full.line(sequence: 1, form: .reference)).codes == ["no-text"])
    }

    @Test func `Times are written as they print`() throws {
        var random = SeededNumbers(seed: 4)
        for _ in 0..<2_000 {
            var record = full
            record.received = Moment(
                microseconds: .random(
                    in: -62_135_596_800_000_000...253_402_300_799_999_999, using: &random))
            record.file.modified = record.received
            let line = String(decoding: record.line(sequence: 1, form: .reference), as: UTF8.self)
            #expect(line.hasSuffix("\"received\":\"\(record.received.toTheMicrosecond)\"}\n"))
            #expect(try decoded([UInt8](line.utf8)).record.received == record.received)
        }
    }

    @Test func `Paths of any bytes can be printed`() {
        #expect(FileReference.printed(path: Array("a/é.txt".utf8)) == "a/é.txt")
        #expect(FileReference.printed(path: Array("50%.txt".utf8)) == "50%25.txt")
        #expect(FileReference.printed(path: [0x61, 0xFF, 0xC3, 0xA9, 0xC3]) == "a%FFé%C3")
    }
}
