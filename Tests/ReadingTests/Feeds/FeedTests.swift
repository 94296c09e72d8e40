import Articles
import Testing

@testable import Reading

@Suite struct `Reading feeds` {
    @Test func `RSS gives the whole text of an entry, and its fields`() throws {
        let outcome = read(
            #"""
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
              xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
            <channel><title>Elm Post</title><link>https://elm.example/</link>
            <language>en-gb</language><copyright>© Elm Post</copyright>
            <item>
              <title>Harbour &amp;amp; market reopen</title>
              <link>/2026/03/harbour?utm_source=rss</link>
              <guid isPermaLink="false">elm-17</guid>
              <dc:creator>Ann Poe</dc:creator><dc:creator>Bo Ray</dc:creator>
              <pubDate>Tue, 03 Mar 2026 10:00:00 GMT</pubDate>
              <category>Harbour</category><category>Trade</category>
              <media:content url="https://elm.example/i.jpg" medium="image"/>
              <description>&lt;p&gt;Ships may dock.&lt;/p&gt;</description>
              <content:encoded><![CDATA[<p>Ships may dock again at Port Elm.</p>
                <figure><img src="i.jpg"><figcaption>The quay</figcaption></figure>
                <ul><li>Monday: large ones</li></ul>]]></content:encoded>
            </item>
            </channel></rss>
            """#)
        let draft = try #require(outcome.drafts.first)
        #expect(outcome.format == .rss && outcome.items.map(\.line) == [6])
        #expect(draft.headline == "Harbour & market reopen")
        #expect(outcome.texts == ["Ships may dock again at Port Elm.\n\n- Monday: large ones"])
        #expect(draft.summary == "Ships may dock." && draft.extent == .full)
        #expect(draft.url == "https://elm.example/2026/03/harbour?utm_source=rss")
        #expect(draft.guid == "elm-17" && draft.bylines == ["Ann Poe", "Bo Ray"])
        #expect(draft.published == "Tue, 03 Mar 2026 10:00:00 GMT")
        #expect(draft.source == "Elm Post" && draft.language == "en-gb")
        #expect(draft.license == "© Elm Post" && draft.image == "https://elm.example/i.jpg")
        #expect(draft.keywords == ["Harbour", "Trade"])
    }

    @Test func `A summary that only begins the text is left out, and alone it is a teaser`() {
        let outcome = read(
            #"""
            <rss><channel>
            <item><title>A</title><description>Ships may dock [...]</description>
              <encoded>Ships may dock again.</encoded></item>
            <item><title>B</title><description>Ships may dock.</description></item>
            <item><title>C</title></item>
            <item><link>https://elm.example/</link></item>
            </channel></rss>
            """#)
        #expect(outcome.texts == ["Ships may dock again.", "Ships may dock.", ""])
        #expect(outcome.drafts.map(\.summary) == [nil, nil, nil])
        #expect(outcome.drafts.map(\.extent) == [.full, .teaser, .teaser])
        #expect(outcome.codes == ["no-text"])
    }

    @Test func `Atom says how each text is written and where its links start`() throws {
        let outcome = read(
            #"""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://elm.example/blog/"
              xml:lang="de">
            <title type="html">Elm &lt;b&gt;Post&lt;/b&gt;</title><author><name>Desk</name></author>
            <entry xml:base="2026/">
              <title type="text">1 &lt; 2 &amp;amp; more</title><id>tag:elm.example,2026:9</id>
              <link rel="self" href="x.atom"/><link href="a.html"/>
              <link rel="alternate" type="application/pdf" href="a.pdf"/>
              <published>2026-03-03T10:00:00Z</published><updated>2026-03-04T10:00:00Z</updated>
              <summary>Kurz.</summary>
              <content type="xhtml" xml:lang="en"><div xmlns="http://www.w3.org/1999/xhtml">
                <p>One <em>long</em> text.</p><p>Two.</p></div></content>
            </entry>
            <entry><title>T</title><author><name>Ann Poe</name><email>a@elm.example</email></author>
              <source><title>Oak Herald</title></source>
              <content type="text/html" mode="escaped">&lt;p&gt;Old form.&lt;/p&gt;</content></entry>
            </feed>
            """#)
        let first = try #require(outcome.drafts.first)
        #expect(first.headline == "1 < 2 &amp; more")
        #expect(first.url == "https://elm.example/blog/2026/a.html")
        #expect(first.guid == "tag:elm.example,2026:9" && first.bylines == ["Desk"])
        #expect(first.source == "Elm Post" && first.language == "en")
        #expect(first.updated == "2026-03-04T10:00:00Z" && first.summary == "Kurz.")
        #expect(outcome.texts == ["One long text.\n\nTwo.", "Old form."])
        let second = try #require(outcome.drafts.last)
        #expect(second.source == "Oak Herald" && second.bylines == ["Ann Poe"])
        #expect(second.language == "de" && outcome.format == .atom)
    }

    @Test func `A deleted entry of Atom is a notice, and an entry alone is a feed`() {
        let outcome = read(
            #"""
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">
            <title>Elm Post</title>
            <at:deleted-entry ref="tag:elm.example,2026:9" when="2026-03-05T10:00:00Z">
            <at:comment>Wrong name.</at:comment></at:deleted-entry></feed>
            """#)
        #expect(outcome.drafts.map(\.isNotice) == [true] && outcome.texts == ["Wrong name."])
        #expect(outcome.drafts.map(\.guid) == ["tag:elm.example,2026:9"])
        let entry = read(
            "<entry xmlns=\"http://www.w3.org/2005/Atom\"><title>T</title><content>C</content></entry>"
        )
        #expect(entry.texts == ["C"])
    }

    @Test func `RDF has its items beside the channel`() throws {
        let outcome = read(
            #"""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
              xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://elm.example/"><title>Elm Post</title></channel>
            <item rdf:about="https://elm.example/1"><title>T</title><dc:date>2026-03-03</dc:date>
              <description>Ships may dock.</description></item>
            </rdf:RDF>
            """#)
        let draft = try #require(outcome.drafts.first)
        #expect(outcome.format == .rdf && draft.source == "Elm Post")
        #expect(draft.url == "https://elm.example/1" && draft.guid == draft.url)
        #expect(draft.published == "2026-03-03")
    }

    @Test func `A feed that is not well-formed is read, one that is cut off is not`() {
        let broken = read(
            """
            <rss><channel><item><title>R&D up & running</title>
            <link>https://elm.example/?a=1&b=2&c</link>
            <description>Bad \u{1}byte, &nbsp;&hellip; <br> and tag</description></item>
            <item><media:title>No</media:title><title>Second</title></item></channel></rss>
            """)
        #expect(broken.drafts.map(\.headline) == ["R&D up & running", "Second"])
        #expect(broken.drafts.first?.url == "https://elm.example/?a=1&b=2&c")
        let cut = read("<rss><channel><item><title>A</title></item><item><title>B")
        #expect(cut.items.isEmpty && cut.code == "truncated" && cut.fault?.isTruncation == true)
        #expect(read("<rss><channel><title>None</title></channel></rss>").code == "no-article")
    }

    @Test func `JSON Feed gives its items`() throws {
        let outcome = read(
            #"""
            {"version": "https://jsonfeed.org/version/1.1", "title": "Elm Post", "language": "en",
             "authors": [{"name": "Desk"}], "items": [
             {"id": 1, "url": "https://elm.example/1", "title": "A",
              "content_html": "<p>Ships &amp; boats.</p><p>Two.</p>", "summary": "S",
              "date_published": "2026-03-03T10:00:00Z", "tags": ["x"]},
             {"id": "2", "summary": "Only this."}, {"id": "3"}]}
            """#)
        #expect(outcome.format == .jsonFeed)
        #expect(outcome.texts == ["Ships & boats.\n\nTwo.", "Only this."])
        #expect(outcome.drafts.map(\.extent) == [.full, .teaser])
        let first = try #require(outcome.drafts.first)
        #expect(first.source == "Elm Post" && first.bylines == ["Desk"] && first.guid == "1")
        #expect(first.summary == "S" && first.keywords == ["x"] && first.language == "en")
        #expect(outcome.codes == ["no-text"])
    }

    @Test(arguments: [
        ("c.html", "https://e.example/a/c.html"), ("../c", "https://e.example/c"),
        ("/c/./d", "https://e.example/c/d"), ("//f.example/x", "https://f.example/x"),
        ("?q=1", "https://e.example/a/b?q=1"), ("#p", "https://e.example/a/b?z#p"),
        ("https://g.example", "https://g.example"), ("../../../x", "https://e.example/x"),
        ("mailto:a@b", "mailto:a@b"),
    ])
    func `Relative addresses start at the base`(reference: String, address: String) {
        let base = BaseAddress("https://e.example/a/b?z")
        #expect(BaseAddress.resolve(reference, against: base) == address)
    }

    @Test func `What was made to be slow is not`() {
        let ampersands = String(repeating: "&", count: 200_000)
        #expect(read("<rss><item><title>A</title>\(ampersands)</item></rss>").drafts.count <= 1)
        let categories = String(repeating: "<category>a b c</category>", count: 20_000)
        let many = read("<rss><item><title>A</title>\(categories)</item></rss>")
        #expect(many.drafts.first?.keywords == ["a b c"])
        let nested = String(repeating: "<item><guid><description>", count: 160)
        let lines = String(repeating: "line <b>after</b> line\n", count: 60_000)
        let begun = ContinuousClock.now
        #expect(read("<rss><channel>\(nested)\(lines)</channel></rss>").items.count == 160)
        #expect(ContinuousClock.now - begun < .seconds(20))
        let deep = String(repeating: "<a>", count: 100_000)
        #expect(read("<feed><entry><title>\(deep)").items.isEmpty)
    }
}
