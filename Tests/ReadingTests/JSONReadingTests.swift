import Articles
import Testing

@testable import Reading

@Suite struct `Reading JSON documents` {
    @Test func `One article gives all its fields`() throws {
        let outcome = read(
            #"""
            {"headline": "Harbour reopens", "text": "At last.\n\nSlowly.", "summary": "After a year",
             "url": "https://elm.example/1", "source": {"name": "Elm Post"},
             "author": [{"name": "Ann Poe"}, "Bo Ray"], "published": "23 May 2025",
             "dateModified": 1748000000, "dateline": "PORT ELM", "inLanguage": "en", "id": 4711,
             "keywords": "harbour, trade ,", "section": "City", "image": {"url": "https://elm.example/i"},
             "license": "CC0", "place": {"name": "Port Elm"}, "credit": "EP",
             "wordCount": 3, "premium": false, "nothing": null, "geo": {"lat": 1.5, "tags": ["a"]}}
            """#)
        let draft = try #require(outcome.drafts.first)
        if case .fields = draft.form {} else { Issue.record("not fields") }
        #expect(draft.headline == "Harbour reopens")
        #expect(outcome.texts == ["At last.\n\nSlowly."])
        #expect(draft.summary == "After a year" && draft.url == "https://elm.example/1")
        #expect(draft.source == "Elm Post" && draft.bylines == ["Ann Poe", "Bo Ray"])
        #expect(draft.published == "23 May 2025" && draft.updated == "1748000000")
        #expect(draft.dateline?.place == "PORT ELM" && draft.language == "en")
        #expect(draft.guid == "4711" && draft.keywords == ["harbour", "trade"])
        #expect(draft.section == "City" && draft.image == "https://elm.example/i")
        #expect(draft.license == "CC0" && draft.place == "Port Elm" && draft.credit == "EP")
        #expect(draft.extra.map(\.key) == ["wordCount", "premium", "geo"])
        #expect(draft.extra.map(\.value) == ["3", "false", #"{"lat":1.5,"tags":["a"]}"#])
        #expect(outcome.format == .json)
    }

    @Test(arguments: [
        (#"{"title":"T","body":"B"}"#, "T", "B"), (#"{"name":"T","articleBody":"B"}"#, "T", "B"),
        (#"{"Headline":"T","TEXT":"B"}"#, "T", "B"),
        (#"{"title":"t","headline":"T","content":"B"}"#, "T", "B"),
        (#"{"headline":"T","title":"t","text":"","body":"B"}"#, "T", "B"),
        (#"{"headline":" ","title":"T","text":["B","C"]}"#, "T", "B\n\nC"),
        (#"{"headline":"T","text":5,"body":"B"}"#, "T", "B"),
        (#"{"headline":"t","headline":"T","body_text":"B"}"#, "T", "B"),
    ])
    func `The best name with a usable value is taken`(json: String, headline: String, text: String)
    {
        let outcome = read(json)
        #expect(outcome.drafts.first?.headline == headline)
        #expect(outcome.texts == [text])
    }

    @Test func `What is not taken is kept beside the article`() {
        let outcome = read(#"{"text":"B","body":"other","url":{"href":"x"},"image":7}"#)
        #expect(outcome.drafts.first?.extra.map(\.key) == ["body", "url", "image"])
        #expect(outcome.drafts.first?.extra.map(\.value) == ["other", #"{"href":"x"}"#, "7"])
    }

    @Test func `What is kept beside the article is bounded`() throws {
        let long = String(repeating: "é", count: 5_000)
        let members = (0..<100).map { "\"k\($0)\":\"\(long)\",\"n\($0)\":[[\"\(long)\"]]" }
        let outcome = read("{\"text\":\"B\",\(members.joined(separator: ","))}")
        let extra = try #require(outcome.drafts.first?.extra)
        #expect(extra.count == 64)
        #expect(extra.allSatisfy { (4000...4096).contains($0.value.utf8.count) })
    }

    @Test(arguments: [
        (#"{"text":5}"#, "wrong-type", "text: expected a string, found a number"),
        (#"{"body":{"a":1}}"#, "wrong-type", "body: expected a string, found an object"),
        (#"{"summary":"S"}"#, "no-text", "articleBody"), (#"{"text":" "}"#, "no-text", "headline"),
        (#"[7]"#, "wrong-type", "a number"),
    ])
    func `An object that is no article says why`(json: String, code: String, word: String) {
        let outcome = read(json, name: "a.json")
        #expect(outcome.codes == [code])
        #expect(outcome.faults.first?.reason.what.contains(word) == true)
    }

    @Test(arguments: [
        #"[{"text":"A"},{"x":1}, {"text":"C"}]"#,
        #"{"articles":[{"text":"A"},{"x":1},{"text":"C"}]}"#,
        #"{"title":"A feed","a":{"items":[]},"items" : [ {"text":"A"} , {"x":"]"},{"text":"C"} ]}"#,
        "{\"results\":[\n{\"text\":\"A\"},\n{\"x\":1},\n{\"text\":\"C\"}\n]}",
    ])
    func `An array gives its articles, numbered, also inside an object`(json: String) throws {
        let bytes = [UInt8](json.utf8)
        for outcome in [
            read(json), try readInPieces(bytes, of: 7),
            try readInPieces(bytes, of: 1000, resuming: true),
        ] {
            #expect(outcome.texts == ["A", "C"])
            #expect(outcome.codes == ["no-text"])
            #expect(outcome.items.map(\.number) == [1, 2, 3])
            #expect(outcome.format == .json)
            for item in outcome.items {
                let part = String(
                    decoding: bytes[Int(item.bytes.lowerBound)..<Int(item.bytes.upperBound)],
                    as: UTF8.self)
                #expect(part.hasPrefix("{") && part.hasSuffix("}"))
            }
        }
    }

    @Test func `Broken and cut documents give nothing, and are told apart`() {
        let broken = read("[{\"text\":\"A\"},\n{\"text\" \"B\"}]")
        #expect(broken.items.isEmpty && broken.code == "broken-json")
        #expect(broken.fault?.isTruncation == false)
        #expect(broken.fault?.reason.line == 2 && broken.fault?.reason.offset == 23)
        let cut = read("[{\"text\":\"A\"},\n{\"te")
        #expect(cut.items.isEmpty && cut.code == "truncated" && cut.fault?.isTruncation == true)
        #expect(read("[]").code == "no-text")
        #expect(read("{\"items\":[]}").code == "no-text")
        #expect(read("Just a text", name: "a.json").code == "broken-json")
        #expect(read("{\"text\":\"\\ud800\"}").code == "broken-json")
    }

    @Test func `Every cut of a document waits for its rest`() {
        let json = [UInt8](
            "\u{FEFF}{\"headline\": \"H\",\n \"text\": \"Aé \\u00e9\", \"n\": [1, true]}".utf8)
        for length in 6..<json.count {
            #expect(read(Array(json[..<length]), name: "a.json").fault?.isTruncation == true)
        }
        #expect(read(json).texts == ["Aé é"])
    }

    @Test func `Depth and size are bounded`() {
        let bomb = "{\"text\":" + String(repeating: "[", count: 100_000)
        #expect(read(bomb).fault?.reason.what.contains("deeper than 64") == true)
        let closed =
            "[{\"text\":" + String(repeating: "[", count: 100_000)
            + String(repeating: "]", count: 100_000) + "}]"
        #expect(read(closed).code == "too-deep")
        let dense = "[{\"text\":\"A\"}" + String(repeating: ",[1,1]", count: 200_000) + "]"
        #expect(read(dense).code == "too-large")
        var limits = ReadingLimits()
        limits.documentBytes = 100
        let large = "{\"text\":\"" + String(repeating: "a", count: 100) + "\"}"
        #expect(read(large, limits: limits).fault?.reason.advice.contains("JSON Lines") == true)
        limits.documentBytes = 1000
        limits.articleBytes = 99
        #expect(read(large, limits: limits).codes == ["too-large"])
        limits.articlesPerFile = 2
        let many = read(#"[{"text":"A"},{"text":"B"},{"text":"C"}]"#, limits: limits)
        #expect(many.texts == ["A", "B"] && many.code == "too-many-articles")
    }

    @Test func `A document on one line may be longer than a line of JSON Lines`() throws {
        var limits = ReadingLimits()
        limits.articleBytes = 2000
        let texts = (0..<500).map { "Report \($0)" }
        let document =
            "{\"items\":[" + texts.map { "{\"text\":\"\($0)\"}" }.joined(separator: ",") + "]}"
        let bytes = [UInt8](document.utf8)
        #expect(try readInPieces(bytes, of: 700, name: "a.json", limits: limits).texts == texts)
        let lines = try readInPieces(bytes, of: 700, name: "a.jsonl", limits: limits)
        #expect(lines.codes == ["too-large"])
    }

    @Test(arguments: [
        (#"<b>Bridge</b> closed"#, "Bridge closed"), ("A &amp; B", "A & B"),
        ("Bus &lt;b&gt;stops&lt;/b&gt;", "Bus stops"), ("How <b> works", "How <b> works"),
        ("1 < 2 & 3 > 2", "1 < 2 & 3 > 2"), ("Use <b> and </b>", "Use <b> and </b>"),
    ])
    func `Tags leave a headline, unless it speaks of them`(headline: String, expected: String) {
        let outcome = read(#"{"title": "\#(headline)", "text": "T"}"#)
        #expect(outcome.drafts.first?.headline == expected)
    }

    @Test(arguments: [
        ("One.<br><br>Two <a href='x'>more</a>.", "One.\n\nTwo more."),
        ("Lead<p>One.</p><p>Two.</p>", "Lead\n\nOne.\n\nTwo."),
        (#"See <a href='x'>it</a>.\n\nTwo."#, "See it.\n\nTwo."),
        ("&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;", "One.\n\nTwo."),
        ("The <br> tag breaks, and <p> begins.", "The <br> tag breaks, and <p> begins."),
        (#"If a < b, then\n\nb > a."#, "If a < b, then\n\nb > a."),
        ("Write (<br>), he said.", "Write (<br>), he said."),
    ])
    func `Markup inside a text is read, and one that is spoken of is kept`(
        body: String, expected: String
    ) {
        #expect(read(#"{"title": "T", "content": "\#(body)"}"#).texts == [expected])
    }

    @Test func `Names of ninjs are the same in any case, and bylines may be objects`() throws {
        let outcome = read(
            #"""
            {"uri": "u1", "type": "text", "versionCreated": "2026-11-17T10:00:00Z",
             "pubStatus": "withheld", "headlines": [{"role": "main", "value": "T"}],
             "bylines": [{"byline": "Ann Ray"}, {"by": "By Bo Ek"}],
             "bodies": [{"role": "main", "contentType": "text/html", "value": "<p>One.</p>"}]}
            """#)
        let draft = try #require(outcome.drafts.first)
        #expect(outcome.texts == ["One."] && draft.bylines == ["Ann Ray", "By Bo Ek"])
        #expect(draft.published == "2026-11-17T10:00:00Z" && draft.status == .withheld)
    }

    @Test(arguments: [
        #"{"took":3,"hits":{"total":{"value":1},"hits":[{"_id":"a","_source":{"title":"T","body":"B"}}]}}"#,
        #"{"status":"ok","data":{"articles":[{"title":"T","body":"B"}]}}"#,
        #"{"data":{"headline":"T","text":"B"}}"#, #"{"article":{"title":"T","body":"B"}}"#,
        #"{"posts":[{"title":"T","content":"B"}]}"#,
        #"{"count":1,"stories":[{"title":"T","body":"B"}]}"#,
        #"[{"title":{"rendered":"<b>T</b>"},"content":{"rendered":"<p>B</p>","protected":false}}]"#,
        #"{"title":"T","text":null,"maintext":"B"}"#, #"{"title":"T","article_html":"<p>B</p>"}"#,
    ])
    func `An article is found in what others wrap it in`(json: String) {
        let outcome = read(json)
        #expect(outcome.fault == nil && outcome.texts == ["B"])
        #expect(outcome.drafts.map(\.headline) == ["T"])
    }

    @Test func `Names of common sets and wrapped values are fields`() throws {
        let outcome = read(
            #"""
            {"title": "T", "plain_text": "B", "urn": "urn:x:1", "excerpt": {"rendered": "<p>S</p>"},
             "created_at": {"$date": "2026-11-17T10:00:00Z"}, "version_created": "2026-11-17T11:00:00Z"}
            """#)
        let draft = try #require(outcome.drafts.first)
        #expect(draft.guid == "urn:x:1" && draft.summary == "S")
        #expect(draft.published == "2026-11-17T10:00:00Z")
        #expect(draft.updated == "2026-11-17T11:00:00Z")
    }
}
