import Testing

@testable import Pages

struct TrimmingTests {
    private let story = PageSamples.paragraphs(5)
    private var whole: String { story.joined(separator: "\n\n") }

    /// The text of a page whose article has these parts, and the rules by which some were cut.
    private func read(
        _ parts: [String], head: String = ""
    ) throws -> (text: String, rules: [CutRule]) {
        let body = try PageSamples.body(
            "<head>\(head)</head><body><article>\(parts.joined(separator: "\n"))</article></body>")
        return (String(decoding: body.text, as: UTF8.self), body.cuts.map(\.rule))
    }

    @Test func `Headline, byline and date in front are cut`() throws {
        let (text, rules) = try read(
            [
                "<p>Town</p><h1>Pier to be rebuilt</h1><p>By Maren Tveit</p>",
                "<p>Updated 3 March 2026, 14:05</p>", PageSamples.html(story),
            ], head: "<meta name=author content='Maren Tveit'>")
        #expect(text == whole)
        #expect(rules.contains(.headline) && rules.contains(.byline) && rules.contains(.date))
    }

    @Test(arguments: [
        "The ministers hope that the county will become a member of the union by 2030.",
        "Residents of the quay can sign up for a place in the shelter until Friday.",
        "The report was originally published in 1978, and nobody read it at the time.",
        "Der Landrat forderte mit Nachdruck mehr Geld für den Hafen.",
        "Une reine assassine ses rivaux, et la ville se tait.",
        "Sources close to the talks said that the bill would be paid.",
        "Advertising revenue fell by a tenth, the paper said.",
        "Der Hafen soll im Mai wieder öffnen, sagte ein Sprecher. (dpa/AFP)",
        "The budget has a new tax credit: 400 euros for every child.",
    ])
    func `The last paragraph of a report is kept, whatever its words`(_ last: String) throws {
        let (text, _) = try read([PageSamples.html(story), "<p>\(last)</p>"])
        #expect(text == whole + "\n\n" + last)
    }

    @Test(arguments: [
        "Sign up for our newsletter and never miss a story.",
        "<a href=s>Subscribe to</a> the Harbour Gazette.",
        "Sources: Harbour Gazette, own research.",
        "This article was originally published by the Harbour Gazette.",
        "All rights reserved by the Harbour Gazette.", "Related: The old crane goes.",
    ])
    func `What the publisher says behind it is cut`(_ last: String) throws {
        #expect(try read([PageSamples.html(story), "<p>\(last)</p>"]).text == whole)
    }

    @Test func `Short lines at the end are kept where they are many, or one of several lines`()
        throws
    {
        let results = [
            "Harlow United 3, Stenmark 1", "Ely Rovers 0, Marsh City 0", "Dunmere 2, Orly 4",
        ]
        let parts = [PageSamples.html(story)]
        #expect(
            try read(parts + ["<h3>Results</h3>", PageSamples.html(results)]).text
                == ([whole, "Results"] + results).joined(separator: "\n\n"))
        #expect(
            try read(parts + ["<p>Ruth Ellacott<br>Harbour Master</p>"]).text
                == whole + "\n\nRuth Ellacott\nHarbour Master")
        #expect(try read(parts + ["<p>Back to the top</p>"]).text == whole)
    }

    @Test func `Points, times and speakers in front are kept`() throws {
        let points = ["A crane toppled", "Nobody was hurt", "The ferry moves", "A report in May"]
        let list = points.map { "<li>\($0)</li>" }.joined()
        #expect(
            try read(["<h1>Pier</h1><ul>\(list)</ul>", PageSamples.html(story)]).text
                .contains("A crane toppled"))
        let chronicle = story.enumerated().map { "<p>1\($0):05</p><p>\($1)</p>" }.joined()
        #expect(try read(["<h1>Pier</h1>", chronicle]).text.hasPrefix("10:05\n\n"))
        let (text, _) = try read(
            [
                "<h1>Pier</h1><p>Maren Tveit: What happened?</p>", PageSamples.html(story),
                "<p>Maren Tveit is the editor of the Gazette</p>",
            ], head: "<meta name=author content='Maren Tveit'>")
        #expect(text == "Maren Tveit: What happened?\n\n" + whole)
    }

    @Test func `Headings that are links and stand above what they name are kept`() throws {
        let places = (1...4).map {
            "<h3>\($0). <a href=p\($0)>Place \($0)</a></h3><p>\(story[$0])</p>"
        }
        let (text, _) = try read([PageSamples.html([story[0]])] + places)
        for place in 1...4 { #expect(text.contains("\(place). Place \(place)")) }
    }

    @Test func `Questions that open their answers are kept`() throws {
        let question = "<h3><button aria-expanded=false>When will it reopen?</button></h3>"
        let answer = "<div hidden><p>\(story[1])</p></div>"
        let (text, _) = try read([
            PageSamples.html([story[0]]), "<div>\(question)\(answer)</div>",
        ])
        #expect(text == [story[0], "When will it reopen?", story[1]].joined(separator: "\n\n"))
    }

    @Test func `A standfirst above the text is kept once and told apart`() throws {
        let standfirst = "After the storm of last winter the old pier gets new stones and a lamp."
        let body = try PageSamples.body(
            """
            <main><header><h1>Pier to be rebuilt</h1><p class=standfirst>\(standfirst)</p></header>
            <div class="article-body"><p>\(standfirst)</p>\(PageSamples.html(story))</div></main>
            """)
        #expect(String(decoding: body.text, as: UTF8.self) == standfirst + "\n\n" + whole)
        #expect(body.standfirst.count == 1)
    }

    @Test(arguments: [
        "<figure><img src=a><figcaption>The pier in May.</figcaption></figure>",
        "<p class=wp-caption-text>The pier in May.</p>",
        "<div><img src=a><p>The pier in May.</p><p>Photo: Jonas Ekeberg</p></div>",
    ])
    func `Captions are cut`(_ caption: String) throws {
        let (text, rules) = try read([
            PageSamples.html(Array(story[..<2])), caption, PageSamples.html(Array(story[2...])),
        ])
        #expect(text == whole)
        #expect(rules.contains(.caption))
    }

    @Test(arguments: [
        "<p><strong>Mehr zum Thema</strong></p><ul><li><a href=a>Der alte Kran</a></ul>",
        "<div><h3>Related stories</h3><p>The old crane goes to the museum, says the mayor.</p></div>",
        "<p>Lire aussi : <a href=a>La vieille grue</a></p>",
        "<aside><p>The crane in figures: nine metres, four tonnes, one driver.</p></aside>",
        "<div class=share-bar><p>Tell your friends about it</p></div>",
        "<p><a href=a>The crane that nobody wanted</a></p>",
    ])
    func `Boxes between the paragraphs are cut`(_ box: String) throws {
        let (text, _) = try read([
            PageSamples.html(Array(story[..<2])), box, PageSamples.html(Array(story[2...])),
        ])
        #expect(text == whole)
    }

    @Test(arguments: [
        "<h2>More from the council</h2>", "<p>Tags: <a href=a>pier</a> <a href=b>town</a></p>",
        "<p>Maren Tveit has written about harbours since 2009 and lives by the sea.</p>",
        "<ul><li><a href=a>Next: the crane</a></ul>", "<p>mt/je</p>",
        "<p>Sign up for our newsletter and read of the harbour each morning at seven.</p>",
        "<h3>The newest from the harbour</h3><ul><li><a href=a>Crane sold</a><li><a href=b>Lamp lit</a></ul>",
    ])
    func `What follows the end is cut`(_ tail: String) throws {
        let (text, _) = try read(
            [PageSamples.html(story), tail], head: "<meta name=author content='Maren Tveit'>")
        #expect(text == whole)
    }

    @Test(arguments: [
        "<p>Three ships were waiting outside:</p><ul><li><a href=a>Aurora</a><li><a href=b>Linnea</a></ul>",
        "<p>The <a href=a>harbour office</a> and the <a href=b>council of the town</a> did not agree.</p>",
        "<h2>The related costs</h2>", "<p><a name=q>What does the office say of it?</a></p>",
        "<div><h3>Who pays?</h3><div style='display: none'><p>The town does, and nobody else.</p></div></div>",
        "<p>Tickets at the office, telephone 0123 456 78 90, from 9:00 on.</p>",
        "<p>Photo shops in the town welcome the decision.</p>",
        "<p>In 2025 there were 12,304 visitors, in 2024 11,200.</p>",
        "<div class=category-piers><p>It is the third pier of the town, and the last.</p></div>",
    ])
    func `What only looks like it is kept`(_ part: String) throws {
        let (text, _) = try read([
            PageSamples.html(Array(story[..<2])), part, PageSamples.html(Array(story[2...])),
        ])
        let (without, _) = try read([PageSamples.html(story)])
        #expect(text.utf8.count > without.utf8.count + 15, "\(text)")
    }

    @Test func `A heading with nothing but links below is cut with them`() throws {
        let (text, rules) = try read([
            PageSamples.html(Array(story[..<2])), "<h3>Three from the harbour</h3>",
            "<ul><li><a href=a>Crane sold</a><li><a href=b>Lamp lit</a></ul><h3>What is next</h3>",
            PageSamples.html(Array(story[2...])),
        ])
        #expect(!text.contains("Three from") && text.contains("What is next"))
        #expect(rules.contains(.links))
    }

    @Test func `A list of teasers is cut`() throws {
        let cards = (1...4).map {
            """
            <div><h3><a href=\($0)>Another story of the day \($0)</a></h3><p>It has a beginning that \
            is long enough to be taken for running text, number \($0).</p></div>
            """
        }
        let body = try PageSamples.body(
            "<body><div><div>\(PageSamples.html(story))</div><div>\(cards.joined())</div></div></body>"
        )
        #expect(String(decoding: body.text, as: UTF8.self) == whole)
    }
}
