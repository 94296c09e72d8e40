import Articles
import Foundation
import Testing

@testable import Reading

@Suite struct `Reading NewsML` {
    private func item(
        _ itemClass: String = "ninat:text", status: String = "stat:usable",
        content: String = """
        <inlineXML contenttype="application/xhtml+xml"><html><body><p>Ships may dock.</p>
        </body></html></inlineXML>
        """
    ) -> String {
        """
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:elm.example:1"
          version="3" xml:lang="en-GB">
        <rightsInfo><copyrightHolder><name>Elm Wire</name></copyrightHolder>
          <usageTerms>Not for use in Oak.</usageTerms></rightsInfo>
        <itemMeta><itemClass qcode="\(itemClass)"/><provider literal="ELM"/>
          <versionCreated>2026-03-03T12:00:00Z</versionCreated>
          <firstCreated>2026-03-03T10:00:00Z</firstCreated>
          <embargoed>2026-03-04T00:00:00Z</embargoed><pubStatus qcode="\(status)"/></itemMeta>
        <contentMeta><urgency>4</urgency><creditline>ELM/Poe</creditline><by>Ann Poe</by>
          <headline>Harbour reopens</headline><dateline>PORT ELM, March 3 (ELM) -</dateline>
          <subject qcode="medtop:1"><name>trade</name></subject>
          <subject type="cpnat:geoArea" qcode="geo:1"><name>Port Elm</name></subject>
          <description role="drol:summary">At last.</description></contentMeta>
        <contentSet>\(content)</contentSet></newsItem>
        """
    }

    @Test func `A news item of text is an article with all its fields`() throws {
        let outcome = read(item())
        let draft = try #require(outcome.drafts.first)
        #expect(outcome.format == .newsMLG2 && outcome.texts == ["Ships may dock."])
        #expect(draft.guid == "urn:newsml:elm.example:1" && draft.version == "3")
        #expect(draft.status == .usable && !draft.isNotice && draft.urgency == "4")
        #expect(draft.embargoed == "2026-03-04T00:00:00Z" && draft.language == "en-GB")
        #expect(draft.published == "2026-03-03T10:00:00Z")
        #expect(draft.updated == "2026-03-03T12:00:00Z" && draft.source == "ELM")
        #expect(draft.credit == "ELM/Poe" && draft.bylines == ["Ann Poe"])
        #expect(draft.headline == "Harbour reopens" && draft.summary == "At last.")
        #expect(draft.dateline?.place == "PORT ELM" && draft.place == "Port Elm")
        #expect(draft.keywords == ["trade", "Port Elm"] && draft.section == "trade")
        #expect(draft.license == "Not for use in Oak." && draft.extent == .full)
    }

    @Test(arguments: [
        ("ninat:picture", "picture"), ("http://cv.iptc.org/newscodes/ninature/video", "video"),
        ("ninat:composite", "composite"),
    ])
    func `News items of other classes are no articles`(itemClass: String, word: String) {
        let outcome = read(item(itemClass))
        #expect(outcome.items.isEmpty && outcome.code == "no-article")
        #expect(outcome.fault?.reason.what.contains(word) == true)
    }

    @Test func `A canceled item is a notice, also without content`() throws {
        for content in ["", "<inlineData contenttype=\"text/plain\">Kill it.</inlineData>"] {
            let draft = try #require(
                read(item(status: "stat:canceled", content: content)).drafts.first)
            #expect(draft.isNotice && draft.status == .canceled && draft.version == "3")
        }
        let held = read(item(status: "http://cv.iptc.org/newscodes/pubstatusg2/withheld"))
        #expect(held.drafts.first?.status == .withheld && held.drafts.first?.isNotice == false)
    }

    @Test func `Of a message the articles count, and other items do not spoil them`() {
        let message = """
            <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>
            <packageItem guid="p"/>\(item())\(item("ninat:picture"))</itemSet></newsMessage>
            """
        let outcome = read(message)
        #expect(outcome.texts == ["Ships may dock."] && outcome.fault == nil)
        let none = read("<newsMessage><itemSet><packageItem guid=\"p\"/></itemSet></newsMessage>")
        #expect(none.code == "no-article")
        #expect(none.fault?.reason.what.contains("package") == true)
    }

    @Test func `NewsML 1 gives its components, with the identity of the item`() throws {
        let outcome = read(
            """
            <?xml version="1.0"?><!DOCTYPE NewsML SYSTEM "NewsML_1.2.dtd" [<!ENTITY x "y">]>
            <NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>elm.example</ProviderId>
            <DateId>20260303</DateId><NewsItemId>HARBOUR</NewsItemId>
            <RevisionId PreviousRevision="1" Update="N">2</RevisionId></NewsIdentifier></Identification>
            <NewsManagement><NewsItemType FormalName="News"/>
            <FirstCreated>20260303T100000Z</FirstCreated>
            <ThisRevisionCreated>20260303T120000Z</ThisRevisionCreated>
            <Status FormalName="Usable"/><Urgency FormalName="4"/></NewsManagement>
            <NewsComponent xml:lang="en"><NewsLines><HeadLine>Harbour reopens</HeadLine>
            <ByLine>Ann Poe</ByLine></NewsLines>
            <AdministrativeMetadata><Provider><Party FormalName="ELM"/></Provider></AdministrativeMetadata>
            <NewsComponent><Role FormalName="Main"/><ContentItem><MediaType FormalName="Text"/>
            <DataContent><p>Ships may dock.</p><p>Two.</p></DataContent></ContentItem></NewsComponent>
            <NewsComponent><ContentItem Href="a.jpg"><MediaType FormalName="Photo"/></ContentItem>
            </NewsComponent></NewsComponent></NewsItem></NewsML>
            """)
        let draft = try #require(outcome.drafts.first)
        #expect(outcome.format == .newsML && outcome.texts == ["Ships may dock.\n\nTwo."])
        #expect(draft.guid == "urn:newsml:elm.example:20260303:HARBOUR" && draft.version == "2")
        #expect(draft.headline == "Harbour reopens" && draft.bylines == ["Ann Poe"])
        #expect(draft.source == "ELM" && draft.urgency == "4" && draft.language == "en")
        #expect(draft.published == "20260303T100000Z" && draft.status == .usable)
    }

    @Test func `Languages of an item have identities of their own, and pictures are no articles`() {
        func component(_ attribute: String, _ role: String, _ text: String) -> String {
            """
            <NewsComponent \(attribute)><Role FormalName="\(role)"/><ContentItem>
            <MediaType FormalName="Text"/><DataContent><p>\(text)</p></DataContent></ContentItem>
            </NewsComponent>
            """
        }
        let outcome = read(
            """
            <NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>elm.example</ProviderId>
            <DateId>20260303</DateId><NewsItemId>A</NewsItemId><RevisionId>1</RevisionId>
            </NewsIdentifier></Identification><NewsComponent>
            \(component(#"xml:lang="de""#, "Main", "Eins."))
            \(component(#"xml:lang="fr""#, "Main", "Un."))
            \(component(#"xml:lang="fr""#, "Sidebar", "Deux."))
            \(component("", "Caption", "Le quai."))
            <NewsComponent><Role FormalName="Photo"/>\(component("", "Main", "Der Kai."))
            </NewsComponent></NewsComponent></NewsItem></NewsML>
            """)
        let guid = "urn:newsml:elm.example:20260303:A"
        #expect(outcome.texts == ["Eins.", "Un.", "Deux."])
        #expect(outcome.drafts.map(\.guid) == [guid, guid + "#fr", guid + "#3"])
        #expect(outcome.drafts.map(\.language) == ["de", "fr", "fr"])
    }

    @Test func `Many components are read in the time that one takes, for each`() {
        let component = """
            <NewsComponent><ContentItem><MediaType FormalName="Text"/><DataContent><p>A.</p>
            </DataContent></ContentItem></NewsComponent>
            """
        let many = String(repeating: component, count: 3_000)
        let start = ContinuousClock.now
        let outcome = read(
            "<NewsML><NewsItem><NewsComponent>\(many)</NewsComponent></NewsItem></NewsML>")
        #expect(outcome.items.count == 3_000)
        // Looking at all for each would be nine million looks.
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    /// The examples of the specification: which are articles, by the kind that each says it is.
    @Test func `Each example of the specification is what it is`() throws {
        guard let set = Samples.directory("newsml-g2/examples") else { return }
        var right = Score()
        for file in Samples.files(in: set, ending: ".xml") {
            let bytes = [UInt8](try Data(contentsOf: file))
            let text = String(decoding: bytes, as: UTF8.self)
            let outcome = read(bytes, name: file.lastPathComponent)
            let isText =
                text.contains("<newsItem") && text.contains("<itemClass qcode=\"ninat:text\"")
                && !text.contains("<planningItem") && !text.contains("<packageItem")
            let hasWords = text.contains("<headline") || text.contains("<p>")
            let isData = text.contains("contenttype=\"application/sportsml+xml\"")
            let isArticle =
                isText && hasWords && !isData
                || text.contains("<nitf") && !text.contains("<newsItem")
            right.count(
                isArticle
                    ? outcome.drafts.count == 1 && outcome.fault == nil
                    : outcome.items.isEmpty && outcome.code == "no-article",
                "\(file.lastPathComponent): \(outcome.drafts.count), "
                    + (outcome.fault?.reason.what ?? ""))
        }
        print("newsml-g2: right in \(right)")
        #expect(right.misses.isEmpty)
    }
}
