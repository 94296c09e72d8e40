import Testing

@testable import Pages

struct PageAbsenceTests {
    private let story = PageSamples.html(PageSamples.paragraphs(6))

    @Test func `Nothing to read`() throws {
        #expect(try PageSamples.body("").absence == .nothing)
        #expect(try PageSamples.body("<body><script>go()</script></body>").absence == .nothing)
    }

    @Test(arguments: [
        "404 – Page not found", "Access Denied", "Seite nicht gefunden", "Just a moment...",
    ])
    func `A page of an error`(_ title: String) throws {
        let body = try PageSamples.body(
            "<title>\(title)</title><body><h1>\(title)</h1><p>Try the search, or go home.</p></body>"
        )
        #expect(body.absence == .error)
        let article = try PageSamples.body(
            "<title>\(title)</title><body><article>\(story)</article></body>")
        #expect(article.absence == nil)
    }

    @Test(arguments: [
        ("Access denied: reporters kept out of court", "The judge let nobody in, and said why."),
        ("Security check delays flights", "The queue went round the house twice, said a pilot."),
        (
            "Scouts sell cookies again",
            "The scouts sell cookies at the quay. Cookies cost two crowns."
        ),
        ("Oggi il voto", "Il governo cerca il consenso delle regioni. Il consenso manca."),
    ])
    func `A short article that begins with the same words`(title: String, text: String) throws {
        for type in ["<meta property=og:type content=article>", ""] {
            let body = try PageSamples.body(
                "<title>\(title)</title>\(type)<body><h1>\(title)</h1><p>\(text)</p></body>")
            #expect(body.absence == nil)
        }
    }

    @Test(arguments: [
        "<h1>Fehler 404</h1><p>Die Seite konnte nicht gefunden werden.</p>",
        "<h1>Page not found</h1><p>Here are our stories:</p>\(PageSamples.html(PageSamples.paragraphs(3)))",
    ])
    func `An error that only the heading tells`(_ html: String) throws {
        let body = try PageSamples.body("<title>Harbour Gazette</title><body>\(html)</body>")
        #expect(body.absence == .error)
    }

    @Test func `For subscribers only`() throws {
        let stub = """
            <body><article><h1>Pier shut</h1><p>This article is for subscribers only.</p>
            <p>Already a subscriber? <a href=l>Log in</a></p></article></body>
            """
        #expect(try PageSamples.body(stub).absence == .paywall)
    }

    @Test func `A wall of cookies`() throws {
        let wall = try PageSamples.body(
            """
            <body><div><h1>Welcome</h1><p>We and our 800 partners use cookies to store and read data on \
            your device, with your consent.</p><p>You may object to cookies that rest on legitimate \
            interest at any time, in the settings of the page.</p></div></body>
            """)
        #expect(wall.absence == .consent)
        let article = try PageSamples.body(
            """
            <body><article><h1>Court rules on cookies</h1><p>A court has ruled that cookies need consent, \
            as the newspapers reported today.</p>\(story)</article></body>
            """)
        #expect(article.absence == nil)
    }

    @Test func `A paywall without a text`() throws {
        let linked = """
            <script type="application/ld+json">{"@context": "https://schema.org", "@type": \
            "NewsArticle", "headline": "Pier", "isAccessibleForFree": false}</script>
            """
        let wall = { (text: String) in
            """
            <head>\(linked)</head><body><article><h1>Pier</h1>\(text)</article>
            <div class=paywall><p>Read on for one crown a week, and end it whenever you like.</p></div>
            """
        }
        #expect(try PageSamples.body(wall("<p>The harbour office…</p>")).absence == .paywall)
        #expect(try PageSamples.body(wall(story)).absence == nil)
    }

    @Test(arguments: ["website", "object", "profile", ""])
    func `A front whose headlines have excerpts`(_ type: String) throws {
        let excerpts = PageSamples.paragraphs(12).enumerated().map { index, text in
            "<article><h2><a href=\(index)>Headline number \(index)</a></h2><p>\(text)</p></article>"
        }.joined()
        let head = type.isEmpty ? "" : "<meta property=og:type content=\(type)>"
        #expect(
            try PageSamples.body("\(head)<body><h1>Local</h1>\(excerpts)</body>").absence == .list)
        let article = try PageSamples.body(
            "\(head)<body><article><h1>Pier</h1>\(story)</article>\(excerpts)</body>")
        #expect(article.absence == nil)
    }

    @Test func `The front of a section`() throws {
        let cards = (1...20).map {
            "<article><h2><a href=\($0)>Headline number \($0) of this section</a></h2></article>"
        }
        let front = "<title>Sports</title><body><main>\(cards.joined())</main></body>"
        #expect(try PageSamples.body(front).absence == .list)
        let article = "<body><main><h1>Pier</h1>\(story)\(cards.joined())</main></body>"
        #expect(try PageSamples.body(article).absence == nil)
    }
}
