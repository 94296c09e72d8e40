import Testing

@testable import Pages

@Suite("what pages say in JSON-LD")
struct LinkedDataTests {
    private func read(_ blocks: String...) throws -> PageMetadata {
        try metadata("<p>Text.</p>", head: blocks.map(linked).joined())
    }

    @Test("the fields of an article")
    func fields() throws {
        let page = try read(
            """
            {"@context": "https://schema.org", "@type": "NewsArticle",
             "headline": "Ferry timetable &amp; fares change in May",
             "description": "Boats leave earlier.", "inLanguage": "en-GB",
             "author": [{"@type": "Person", "name": "Ines Halloran"}, {"@type": "Person", "name": "Tomas Wek"}],
             "datePublished": "2026-03-04T07:30:00+01:00", "dateModified": "2026-03-05T09:00:00+01:00",
             "publisher": {"@type": "Organization", "name": "Port Eldra Gazette"},
             "image": [{"url": "https://gazette.example/ferry.jpg"}],
             "articleSection": ["Transport", "Local"], "keywords": "ferries, fares",
             "isAccessibleForFree": "False", "articleBody": "Boats leave at six.",
             "mainEntityOfPage": {"@id": "https://gazette.example/ferry?utm_source=x"}}
            """)
        #expect(page.headline == "Ferry timetable & fares change in May")
        #expect(page.summary == "Boats leave earlier.")
        #expect(page.bylines == ["Ines Halloran", "Tomas Wek"])
        #expect(page.published == "2026-03-04T07:30:00+01:00")
        #expect(page.updated == "2026-03-05T09:00:00+01:00")
        #expect(page.source == "Port Eldra Gazette")
        #expect(page.url == "https://gazette.example/ferry")
        #expect(page.image == "https://gazette.example/ferry.jpg")
        #expect(page.section == "Transport")
        #expect(page.keywords == ["ferries", "fares"])
        #expect(page.language == "en-GB")
        #expect(page.jsonLDBody == "Boats leave at six.")
        #expect(page.isFree == false)
        #expect(page.isArticle == true)
    }

    @Test(
        "an article is found wherever it lies",
        arguments: [
            #"[{"@type": "WebSite", "name": "Gazette"}, {"@type": "Article", "headline": "Quay opens"}]"#,
            #"{"@graph": [{"@type": "WebPage", "name": "Page"}, {"@type": ["Thing", "OpinionNewsArticle"], "headline": "Quay opens"}]}"#,
            #"{"@type": "WebPage", "mainEntity": {"@type": "https://schema.org/BlogPosting", "headline": "Quay opens"}}"#,
            #"{"@type": "LiveBlogPosting", "headline": "Quay opens", "liveBlogUpdate": [{"@type": "BlogPosting", "headline": "First boat is in"}]}"#,
            #"{"@type": "schema:ReportageNewsArticle", "headline": {"@value": "Quay opens", "@language": "en"}}"#,
        ])
    func nested(json: String) throws {
        #expect(try read(json).headline == "Quay opens")
    }

    @Test("authors who are only pointed at are named, also by another block")
    func references() throws {
        let page = try read(
            ##"{"@type": "Article", "headline": "Quay opens", "author": {"@id": "#a"}, "publisher": {"@id": "#p"}}"##,
            ##"{"@graph": [{"@type": "Person", "@id": "#a", "name": "Ines Halloran"}, {"@type": "Organization", "@id": "#p", "name": "Gazette"}]}"##
        )
        #expect(page.bylines == ["Ines Halloran"])
        #expect(page.source == "Gazette")
    }

    @Test(
        "what is broken in common ways is mended",
        arguments: [
            "/*<![CDATA[*/ {\"@type\": \"Article\", \"headline\": \"Quay opens\"} /*]]>*/",
            "<!-- {\"@type\": \"Article\", \"headline\": \"Quay opens\"} -->",
            "{\"@type\": \"Article\", \"headline\": \"Quay opens\", \"keywords\": [\"a\",],};",
            "{\"@type\": \"Article\", \"description\": \"Two\nlines\tand a tab\", \"headline\": \"Quay opens\"}",
            "{\"@type\": \"Article\", \"description\": \"it\\'s \"so called\", she said\", \"headline\": \"Quay opens\"}",
            "{\"@type\": \"Article\", /* note */ \"headline\": \"Quay opens\"} {\"@type\": \"Thing\"}",
        ])
    func mended(json: String) throws {
        #expect(try read(json).headline == "Quay opens")
    }

    @Test(
        "what cannot be mended says nothing, and harms nothing",
        arguments: [
            "", "{", "[[[[", "\"", "{\"@type\": \"Article\", \"headline\": ", "nonsense", "\\",
            "/*",
        ])
    func broken(json: String) throws {
        let page = try metadata("<h1>Quay opens at last</h1>", head: linked(json))
        #expect(page.headline == "Quay opens at last")
    }

    @Test("a list of other articles is not the article")
    func lists() throws {
        let page = try metadata(
            "<h1>Quay opens at last</h1>",
            head: "<title>Quay opens at last</title>"
                + linked(
                    #"[{"@type": "Article", "headline": "Another story", "datePublished": "2020-01-01"}, {"@type": "Article", "headline": "Quay opens at last", "datePublished": "2026-03-04"}]"#
                ))
        #expect(page.published == "2026-03-04")
    }
}
