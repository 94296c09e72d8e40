import Testing

@testable import Pages

@Suite("the headline of a page")
struct HeadlineTests {
    private func headline(
        _ body: String, title: String = "", shared: String? = nil, site: String? = nil,
        ld: String = ""
    ) throws -> String? {
        var head = "<title>\(title)</title>"
        if let shared { head += "<meta property=\"og:title\" content=\"\(shared)\">" }
        if let site { head += "<meta property=\"og:site_name\" content=\"\(site)\">" }
        return try metadata(body, head: head + ld).headline
    }

    @Test("a heading that the titles say, and not the name of the site")
    func agreed() throws {
        #expect(
            try headline(
                "<h1>Port Eldra Gazette</h1><h1>Harbour wall leaks again</h1>",
                title: "Harbour wall leaks again | Port Eldra Gazette",
                shared: "Harbour wall leaks again - Port Eldra Gazette", site: "Port Eldra Gazette")
                == "Harbour wall leaks again")
        #expect(
            try headline(
                "<h1>Eldra Notes</h1><h2>Harbour wall leaks again</h2>",
                title: "Eldra Notes: Harbour wall leaks again", shared: "Harbour wall leaks again")
                == "Harbour wall leaks again")
    }

    @Test(
        "the site's name is cut from titles",
        arguments: [
            "Harbour wall leaks again | Gazette", "Harbour wall leaks again - Eldra News Online",
            "Harbour wall leaks again – Gazette", "Harbour wall leaks again :: The Gazette",
            "Harbour wall leaks again",
        ])
    func suffix(title: String) throws {
        #expect(try headline("<p>Text.</p>", title: title) == "Harbour wall leaks again")
    }

    @Test("what stands behind a dash in a headline stays")
    func dash() throws {
        let title = "Harbour wall leaks - and nobody in the whole town hall seems to mind"
        #expect(try headline("<p>Text.</p>", title: title) == title)
        #expect(try headline("<h1>\(title)</h1>", title: title + " | Gazette") == title)
    }

    @Test("a kicker in the heading is left out, but where the page shares it")
    func kicker() throws {
        let heading =
            "<h1><span class=\"article-kicker\">Storm damage</span> Harbour wall leaks again</h1>"
        #expect(
            try headline(
                heading, title: "Harbour wall leaks again", shared: "Harbour wall leaks again")
                == "Harbour wall leaks again")
        #expect(
            try headline(heading, title: "x", shared: "Storm damage: Harbour wall leaks again")
                == "Storm damage Harbour wall leaks again")
    }

    @Test("the titles of drawings and of menus are none")
    func others() throws {
        #expect(
            try headline(
                "<svg><title>Logo</title></svg><h1>Menu</h1><h1>Wall leaks, council meets on Friday</h1>",
                title: "Wall leaks, council meets on Friday - Gazette")
                == "Wall leaks, council meets on Friday")
    }

    @Test("a heading alone; titles alone; nothing")
    func alone() throws {
        #expect(try headline("<h1>Harbour wall leaks again</h1>") == "Harbour wall leaks again")
        #expect(
            try headline("", shared: "Wand am Hafen undicht &amp;amp; nass")
                == "Wand am Hafen undicht & nass")
        #expect(try headline("<p>Text.</p>") == nil)
    }

    @Test("scripts without spaces")
    func han() throws {
        #expect(
            try headline("<h1>港口城墙再次漏水 市议会周五开会</h1>", title: "港口城墙再次漏水 市议会周五开会_新闻_港口网")
                == "港口城墙再次漏水 市议会周五开会")
    }
}
