import Testing

@testable import Pages

@Suite("the dates of a page")
struct PageDateTests {
    private func published(
        _ body: String, head: String = "", language: String = "en", url: String? = nil
    ) throws -> String? {
        try metadata(body, head: head, language: language, url: url).published
    }

    @Test("what the head declares, as it stands")
    func declared() throws {
        let page = try metadata(
            "<h1>Wall leaks</h1><time datetime=\"2026-03-09\"></time>",
            head: """
                <meta property="article:published_time" content="2026-03-04T07:30:00+01:00">
                <meta property="article:modified_time" content="2026-03-06T08:00:00+01:00">
                """)
        #expect(page.published == "2026-03-04T07:30:00+01:00")
        #expect(page.updated == "2026-03-06T08:00:00+01:00")
    }

    @Test("what is no date is passed over")
    func invalid() throws {
        let head = """
            <meta name="date" content="yesterday"><meta name="dc.date" content="0001-01-01">
            <meta name="pubdate" content="2026-03-04">
            """
        #expect(try published("", head: head) == "2026-03-04")
    }

    @Test(
        "shown near the headline, in many languages",
        arguments: [
            ("en", "Published on March 4, 2026 by the desk"), ("en", "4th March 2026, 10:30"),
            ("en-US", "03/04/2026"), ("en-GB", "04/03/2026"), ("de", "Mittwoch, 4. März 2026"),
            ("de", "04.03.26"), ("de", "Stand: 05.03.2026 | Veröffentlicht: 04.03.2026"),
            ("fr", "Publié le 4 mars 2026"), ("es", "Publicado el 4 de marzo de 2026"),
            ("it", "Mercoledì 4 marzo 2026"), ("nl", "Geplaatst op 4 maart 2026"),
            ("pl", "4 marca 2026 r."), ("tr", "4 Mart 2026"), ("ru", "4 марта 2026 г."),
            ("cs", "4. března 2026"), ("sv", "4 mars 2026"), ("zh", "2026年3月4日"),
            ("en", "Updated March 9, 2026 · Posted March 4, 2026"),
        ])
    func shown(language: String, text: String) throws {
        let body = "<h1>Wall leaks</h1><p>\(text)</p><p>The wall leaks since 2019.</p>"
        #expect(try published(body, language: language)?.hasPrefix("2026-03-04") == true)
    }

    @Test("two that agree are believed before one that stands days apart")
    func agreed() throws {
        let json = linked(
            "{\"@type\": \"NewsArticle\", \"headline\": \"Wall leaks\","
                + " \"datePublished\": \"2018-04-03T16:50:31Z\"}")
        let first = "<meta property=\"article:published_time\" content=\"2026-03-04T18:06:00Z\">"
        let second = "<meta name=\"sailthru.date\" content=\"2026-03-04 18:06:00\">"
        let body = "<h1>Wall leaks</h1>"
        #expect(try published(body, head: json + first) == "2018-04-03T16:50:31Z")
        #expect(try published(body, head: json + first + second) == "2026-03-04T18:06:00Z")
        let near = "<meta name=\"date\" content=\"2018-04-04\">"
        #expect(
            try published(body, head: json + near + first + second) == "2018-04-03T16:50:31Z")
    }

    @Test("a shown day of change is not before the one of publication")
    func changedBefore() throws {
        let head = """
            <meta property="article:published_time" content="2026-03-09T10:00:00Z">
            <meta property="article:modified_time" content="2026-03-09T10:00:00Z">
            """
        let body = "<h1>Wall leaks</h1><div class=\"date\">Updated: March 4, 2026</div>"
        #expect(try published(body, head: head) == "2026-03-04")
    }

    @Test("the time inside an element, that of the address's day, and the change beside it")
    func exact() throws {
        let shown = """
            <h1>Wall leaks</h1><div class="published">Published:
            <time datetime="2026-03-04T09:00:00+01:00">4 March 2026</time></div>
            <time class="updated" datetime="2026-03-05T10:00:00+01:00">5 March 2026</time>
            """
        for url in [nil, "https://gazette.example/2026/03/04/wall"] {
            let page = try metadata(shown, url: url)
            #expect(page.published == "2026-03-04T09:00:00+01:00")
            #expect(page.updated == "2026-03-05T10:00:00+01:00")
        }
        let other = try metadata(shown, url: "https://gazette.example/2026/02/01/wall")
        #expect(other.published == "2026-02-01")
        let line = "<p class=date>Published March 4, 2026; updated March 5, 2026</p>"
        let page = try metadata("<h1>Wall leaks</h1>" + line)
        #expect(page.published == "2026-03-04")
        #expect(page.updated == "2026-03-05")
    }

    @Test("slashes in English of no country: American where no zero is written")
    func bareEnglish() throws {
        for (text, day) in [
            ("3/4/2026", "2026-03-04"), ("3/14/2026", "2026-03-14"), ("12/3/2026", "2026-12-03"),
            ("14/3/2026", "2026-03-14"),
        ] {
            #expect(try published("<h1>Wall leaks</h1><p>\(text)</p>") == day, "\(text)")
        }
    }

    @Test("slashes whose order is not known, years and ages are no dates")
    func none() throws {
        for text in ["03/04/2026", "In 2026", "March 2026", "2 hours ago", "Copyright 2026-03-04"] {
            #expect(try published("<h1>Wall leaks</h1><p>\(text)</p>") == nil, "\(text)")
        }
    }

    @Test("in the address")
    func address() throws {
        for path in [
            "/2026/03/04/wall", "/news/2026-03-04-wall", "/20260304/wall", "/2026/mar/04/wall",
        ] {
            #expect(
                try published("<h1>Wall leaks</h1>", url: "https://gazette.example" + path)
                    == "2026-03-04",
                "\(path)")
        }
        for path in ["/2026/13/04/wall", "/story-20260304999", "/2026/03/", "/12026/03/04"] {
            #expect(
                try published("<h1>Wall leaks</h1>", url: "https://gazette.example" + path) == nil,
                "\(path)")
        }
    }

    @Test("in a list of articles, at the one with the same headline")
    func listed() throws {
        let nothing = String(repeating: "<p>The wall leaks.</p>", count: 40)
        let body = """
            <h1>The harbour wall leaks</h1>\(nothing)<ul>
            <li><span>02.03.2026</span> <a href="/c">The ferry sails again</a></li>
            <li><span>04.03.2026</span> <a href="/a">The harbour wall leaks</a></li>
            <li><span>05.03.2026</span> <a href="/b">The lighthouse is lit</a></li></ul>
            """
        #expect(try published(body) == "2026-03-04")
    }

    @Test("in the line of the author, far from the headline")
    func besideAuthor() throws {
        let nothing = String(repeating: "<p>The wall leaks.</p>", count: 60)
        let author = "<p class=\"author\">by <b>Maren Ode</b> » 04.03.2026, 05:42</p>"
        let joined = "<dd class=\"profile\">Joined: 02.01.2020</dd>"
        #expect(
            try published("<h1>Wall leaks</h1>\(nothing)\(joined)\(author)", language: "de")?
                .hasPrefix("2026-03-04") == true)
    }

    @Test("JSON-LD that is the content of an element")
    func linkedInMeta() throws {
        let json =
            "{&quot;@type&quot;:&quot;Article&quot;,&quot;datePublished&quot;:&quot;2026-03-04&quot;}"
        #expect(
            try published(
                "<h1>Wall leaks</h1>", head: "<meta name=\"script:ld+json\" content=\"\(json)\">")
                == "2026-03-04")
    }

    @Test("elements that are named for it, not those of other articles")
    func marked() throws {
        let body = """
            <aside><time datetime="2020-01-01">old</time></aside>
            <h1>Wall leaks</h1><p class="meta">x</p><span class="post-date">March 4, 2026</span>
            <footer><span class="date">May 1, 2021</span></footer>
            """
        #expect(try published(body) == "2026-03-04")
    }

    @Test("a day of change that is declared for both gives way to an earlier one that is shown")
    func republished() throws {
        let head = """
            <meta property="article:published_time" content="2026-03-09T10:00:00Z">
            <meta property="article:modified_time" content="2026-03-09T10:00:01Z">
            """
        let page = try metadata(
            "<h1>Wall leaks</h1><time datetime=\"2026-03-04\">4 March</time>", head: head)
        #expect(page.published == "2026-03-04")
        #expect(page.updated == "2026-03-09T10:00:01Z")
        let far = String(repeating: "<p>The wall leaks.</p>", count: 100)
        let foot = "<div>Published <time datetime=\"2026-03-04\">March 4</time></div>"
        #expect(
            try metadata("<h1>Wall leaks</h1>\(far)\(foot)", head: head).published == "2026-03-04")
    }
}
