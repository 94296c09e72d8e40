import Testing

@testable import Pages

@Suite("the authors of a page")
struct BylineTests {
    private func bylines(_ body: String, head: String = "", language: String = "en") throws
        -> [String]
    {
        try metadata("<h1>Harbour wall leaks again</h1>" + body, head: head, language: language)
            .bylines
    }

    @Test(
        "names are freed of what stands around them",
        arguments: [
            ("By Ines Halloran", ["Ines Halloran"]),
            (
                "Written by Ines Halloran and Tomas Wek | 4 March 2026",
                ["Ines Halloran", "Tomas Wek"]
            ),
            ("Ines Halloran March 4, 2026 5 min read", ["Ines Halloran"]),
            ("Wed, 4 Mar 2026 Ines Halloran", ["Ines Halloran"]),
            ("04/03/2026 by Ines Halloran", ["Ines Halloran"]),
            ("Ines Halloran, Senior Harbour Correspondent", ["Ines Halloran"]),
            ("Ines Halloran Staff Writer", ["Ines Halloran"]),
            ("Ines Halloran (ihl)", ["Ines Halloran"]),
            ("Von Ines Halloran und Tomas Wek, Eldra", ["Ines Halloran", "Tomas Wek"]),
            ("Par Ines Halloran et Tomas Wek", ["Ines Halloran", "Tomas Wek"]),
            ("Ines Halloran, MD, Tomas Wek, PhD", ["Ines Halloran", "Tomas Wek"]),
            ("Ines Halloran, RN, Certified Harbour Consultant", ["Ines Halloran"]),
            (
                "By <a href=/author/ih>Ines Halloran</a>, Rosa Lindt and <a href=/author/tw>Tomas Wek</a>",
                ["Ines Halloran", "Rosa Lindt", "Tomas Wek"]
            ),
            ("Por Inés Halloran", ["Inés Halloran"]),
            ("Autor: Ines Halloran", ["Ines Halloran"]),
            ("April Marchetti", ["April Marchetti"]),
            ("INES HALLORAN • Updated 12:30", ["INES HALLORAN"]),
            ("Ines Halloran Ines Halloran Ines writes about boats", ["Ines Halloran"]),
            ("@ineshalloran", []), ("https://gazette.example/ines", []),
            ("ines@gazette.example", []),
            ("admin", []), ("Sign In", []), ("Last updated: 4 March 2026", []),
            ("作者：陈小明", ["陈小明"]),
        ])
    func clean(text: String, names: [String]) throws {
        #expect(try bylines("<p class=\"byline\">\(text)</p>") == names)
    }

    @Test(
        "they are found where pages show them",
        arguments: [
            "<a rel=\"author\" href=\"/x\">Ines Halloran</a>",
            "<span itemprop=\"author\" itemscope><span itemprop=\"name\">Ines Halloran</span>, editor</span>",
            "<div class=\"c-article-author__name\">Ines Halloran</div>",
            "<div id=\"postAuthor\">by <b>Ines Halloran</b></div>",
            "<p>By <a href=\"/u/7\">Ines Halloran</a></p>",
            "<p>By Ines Halloran</p>",
            "<p><a href=\"/authors/ines-halloran\">Ines Halloran</a> · 4 March</p>",
        ])
    func shown(element: String) throws {
        #expect(try bylines(element + "<p>The wall leaks.</p>") == ["Ines Halloran"])
    }

    @Test("several that stand together; not those of comments, menus and other articles")
    func several() throws {
        let body = """
            <nav><a class="author" href="/a">Mara Lind</a></nav>
            <p><a class="author">Ines Halloran</a>, <a class="author">Tomas Wek</a></p>
            <p>Text of the report, long enough to part the names from what follows it here.</p>
            <aside><span class="author">Olaf Brandt</span></aside>
            <div class="comments"><span class="author">Angry Reader</span></div>
            """
        #expect(try bylines(body) == ["Ines Halloran", "Tomas Wek"])
    }

    @Test("a name that is shown is more than the site's own in the head")
    func site() throws {
        let head = """
            <meta property="og:site_name" content="Eldra Gazette"><meta name="author" content="Eldra Gazette">
            """
        #expect(
            try bylines("<p class=\"author\">Ines Halloran</p>", head: head) == ["Ines Halloran"])
        #expect(try bylines("<p>Nobody.</p>", head: head) == ["Eldra Gazette"])
    }

    @Test("what the head says of persons is believed first")
    func declared() throws {
        let head = "<meta name=\"author\" content=\"Ines Halloran, Tomas Wek\">"
        #expect(
            try bylines("<p class=\"author\">Olaf Brandt</p>", head: head)
                == ["Ines Halloran", "Tomas Wek"])
    }
}
