import Articles
import Testing

@testable import Reading

@Suite struct `Reading NITF` {
    private func document(_ data: String = "management-status=\"usable\"") -> String {
        """
        <?xml version="1.0"?><nitf xml:lang="en"><head><title>Harbour</title>
        <docdata \(data)><doc-id regsrc="ELM" id-string="elm-17"/><urgency ed-urg="3"/>
        <date.issue norm="20260303T100000Z"/><date.release norm="20260304T000000Z"/>
        <du-key generation="1" version="4" key="bc-harbour"/><doc.copyright year="2026" holder="Elm Wire"/>
        <key-list><keyword key="harbour"/></key-list>
        <identified-content><location><city>Port Elm</city></location></identified-content></docdata>
        <pubdata position.section="City"/></head>
        <body><body.head><hedline><hl1>Harbour reopens</hl1><hl2>After a year</hl2></hedline>
        <byline>By <person>Ann Poe</person>, <byttl>Harbour Writer</byttl></byline>
        <dateline><location>PORT ELM</location>, <story.date norm="20260303">March 3</story.date></dateline>
        </body.head><body.content><block><p>Ships may <em>dock</em>.</p>
        <media media-type="image"><media-caption>The quay</media-caption></media>
        <hl2>Next</hl2><p>Two.</p></block></body.content>
        <body.end><tagline>By the desk.</tagline></body.end></body></nitf>
        """
    }

    @Test func `A document is an article with all its fields`() throws {
        let outcome = read(document())
        let draft = try #require(outcome.drafts.first)
        #expect(outcome.format == .nitf)
        #expect(outcome.texts == ["Ships may dock.\n\nNext\n\nTwo."])
        #expect(draft.headline == "Harbour reopens" && draft.summary == "After a year")
        #expect(draft.bylines == ["Ann Poe"] && draft.source == "ELM" && draft.guid == "elm-17")
        #expect(draft.dateline?.place == "PORT ELM" && draft.dateline?.date == "March 3")
        #expect(draft.urgency == "3" && draft.version == "4" && draft.status == .usable)
        #expect(draft.published == "20260303T100000Z" && draft.section == "City")
        #expect(draft.keywords == ["harbour"] && draft.place == "Port Elm")
        #expect(draft.license == "© 2026 Elm Wire" && draft.extent == .full && !draft.isNotice)
    }

    @Test func `A canceled document is a notice of the document that it names`() throws {
        let own = try #require(
            read(document("management-status=\"canceled\"")).drafts.first)
        #expect(own.isNotice && own.guid == "elm-17")
        let other = try #require(
            read(document("management-status=\"canceled\" management-doc-idref=\"elm-5\""))
                .drafts.first)
        #expect(other.isNotice && other.guid == "elm-5")
        let held = try #require(read(document("management-status=\"embargoed\"")).drafts.first)
        #expect(held.status == .usable && held.embargoed == "20260304T000000Z")
    }
}

@Suite struct `Reading ninjs and schema.org` {
    @Test func `ninjs 1 gives its fields, and is a notice where it is canceled`() throws {
        let outcome = read(
            #"""
            {"uri": "urn:elm:17", "type": "text", "version": "2", "versioncreated": "2026-03-03T12:00:00Z",
             "pubstatus": "usable", "urgency": 3, "language": "en", "headline": "Harbour reopens",
             "embargoed": "2026-03-04T00:00:00Z", "usageterms": "Not in Oak.", "byline": "Ann Poe",
             "body_html": "<p>Ships may dock.</p><p>Two.</p>", "place": [{"name": "Port Elm"}],
             "subject": [{"code": "1", "name": "trade"}]}
            """#)
        let draft = try #require(outcome.drafts.first)
        #expect(outcome.texts == ["Ships may dock.\n\nTwo."])
        #expect(draft.guid == "urn:elm:17" && draft.version == "2" && draft.status == .usable)
        #expect(draft.urgency == "3" && draft.embargoed == "2026-03-04T00:00:00Z")
        #expect(draft.license == "Not in Oak." && draft.place == "Port Elm")
        #expect(draft.keywords == ["trade"] && draft.published == "2026-03-03T12:00:00Z")
        let notice = read(#"{"uri": "urn:elm:17", "version": "3", "pubstatus": "canceled"}"#)
        #expect(notice.drafts.first?.isNotice == true && notice.drafts.first?.guid == "urn:elm:17")
        let picture = read(#"{"uri": "urn:elm:18", "type": "picture", "headline": "The quay"}"#)
        #expect(picture.codes == ["no-article"])
    }

    @Test func `ninjs 2 and 3 have several forms of headline and text`() throws {
        let outcome = read(
            #"""
            {"standard": {"name": "ninjs", "version": "3.0"}, "uri": "urn:elm:17", "type": "text",
             "firstcreated": "2026-03-03T10:00:00Z", "by": "Ann Poe",
             "headlines": [{"role": "short", "value": "Harbour"}, {"role": "main", "value": "Harbour reopens"}],
             "bodies": [{"role": "main", "contenttype": "text/html", "value": "<p>Ships &amp; boats.</p>"}],
             "descriptions": [{"contenttype": "text/plain", "value": "At last."}],
             "infosources": [{"name": "ELM"}], "altids": [{"role": "x", "value": "1"}]}
            """#)
        let draft = try #require(outcome.drafts.first)
        #expect(draft.headline == "Harbour reopens" && outcome.texts == ["Ships & boats."])
        #expect(draft.summary == "At last." && draft.source == "ELM")
        #expect(draft.bylines == ["Ann Poe"])
        #expect(draft.published == "2026-03-03T10:00:00Z")
    }

    @Test func `Of schema.org the articles are read`() throws {
        let outcome = read(
            #"""
            {"@context": "https://schema.org", "@type": "NewsArticle", "@id": "https://elm.example/1#a",
             "headline": "Harbour reopens", "articleBody": "Ships may dock.",
             "author": [{"@type": "Person", "name": "Ann Poe"}], "publisher": {"name": "Elm Post"},
             "mainEntityOfPage": {"@type": "WebPage", "@id": "https://elm.example/1"},
             "datePublished": "2026-03-03", "status": "featured", "version": 2}
            """#)
        let draft = try #require(outcome.drafts.first)
        #expect(draft.url == "https://elm.example/1" && draft.bylines == ["Ann Poe"])
        #expect(draft.source == "Elm Post" && draft.status == nil && draft.version == "2")
        #expect(draft.extra.contains { $0.key == "status" && $0.value == "featured" })
        #expect(read(#"{"@type": "WebSite", "name": "Elm Post"}"#).codes == ["no-article"])
    }
}
