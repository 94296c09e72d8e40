import Markup
import Testing

@testable import Pages

struct PageBodyTests {
    private let story = PageSamples.paragraphs(5)
    private var whole: String { story.joined(separator: "\n\n") }

    @Test func `The part named as the article is taken and nothing around it`() throws {
        let body = try PageSamples.body(
            """
            <body><nav><ul><li><a href=/>Home</a><li><a href=/w>Weather of the whole week</a></ul></nav>
            <div class="article-body">\(PageSamples.html(story))</div>
            <div id="comments">\(PageSamples.html(PageSamples.paragraphs(9, of: "angry")))</div>
            <footer>\(PageSamples.html(PageSamples.paragraphs(1, of: "printing")))</footer></body>
            """)
        #expect(String(decoding: body.text, as: UTF8.self) == whole)
        #expect(body.candidates.first?.score ?? 0 > 0.5)
    }

    @Test func `A page without any names gives its running text`() throws {
        let text = try PageSamples.text(
            """
            <body><div><div><a href=a>One</a> <a href=b>Two</a></div><div><div>\
            \(PageSamples.html(story))</div></div><div><a href=c>Imprint</a></div></div></body>
            """)
        #expect(text == whole)
    }

    @Test func `An article in several parts of one name is joined`() throws {
        let text = try PageSamples.text(
            """
            <main><h1>Pier to be rebuilt</h1>
            <div class="story-body">\(PageSamples.html(Array(story[..<3])))</div>
            <div class="ad-slot"><p>Buy two lamps and pay for one at Petersen's, on the market \
            square, from Monday to Friday, as long as there are any.</p></div>
            <div class="story-body">\(PageSamples.html(Array(story[3...])))</div></main>
            """)
        #expect(text == whole)
    }

    @Test func `Of two articles that of the headline is taken`() throws {
        let other = PageSamples.paragraphs(12, of: "football")
        let text = try PageSamples.text(
            """
            <title>Pier to be rebuilt</title><main>
            <article class="full"><h1>Pier to be rebuilt</h1>\(PageSamples.html(story))</article>
            <article class="full"><h2>Cup final ends in rain</h2>\(PageSamples.html(other))</article>
            </main>
            """)
        #expect(text == whole)
    }

    @Test(arguments: ["paywall", "media", "caption", "sponsored", "sidebar"])
    func `A name that would take the whole article in pieces is not believed`(
        _ name: String
    ) throws {
        let story = PageSamples.paragraphs(12)
        let paragraphs = story.map { "<div class='\(name)'><p>\($0)</p></div>" }.joined()
        let text = try PageSamples.text("<body><div>\(paragraphs)</div></body>")
        #expect(text == story.joined(separator: "\n\n"))
    }

    @Test func `The copy of the text for machines decides where names mislead`() throws {
        let advice = (1...6).map {
            "Water your roses \($0) times a week, and cut them back when the first frost of gardening comes, dear reader."
        }
        let copy = story.joined(separator: " ")
        let page = { (linked: String) in
            """
            <html><head>\(linked)</head><body><div>
            <div class="entry-content">\(PageSamples.html(advice))</div>
            <div><div>\(PageSamples.html(story))</div></div></div></body></html>
            """
        }
        let linked = """
            <script type="application/ld+json">{"@context": "https://schema.org", \
            "@type": "NewsArticle", "headline": "Pier", "articleBody": "\(copy)"}</script>
            """
        #expect(try PageSamples.text(page("")).contains("gardening"))
        #expect(try PageSamples.text(page(linked)).contains("harbour"))
    }

    @Test func `Structure stays`() throws {
        let text = try PageSamples.text(
            """
            <article><p>\(story[0])</p><h2>What it costs</h2><ul><li>Stone: 20,000 crowns, says the \
            mason.</li><li>Wood: nothing, says the forester.</li></ul>
            <blockquote><p>It is our pier, and it will stand.</p></blockquote>
            <table><tr><td>May</td><td>10</td></tr><tr><td>June</td><td>12</td></tr></table>
            <p>\(story[1])</p><p>\(story[2])</p></article>
            """)
        #expect(
            text == """
                \(story[0])

                What it costs

                - Stone: 20,000 crowns, says the mason.

                - Wood: nothing, says the forester.

                > It is our pier, and it will stand.

                May | 10

                June | 12

                \(story[1])

                \(story[2])
                """)
    }

    @Test func `A page of a few words gives them`() throws {
        #expect(try PageSamples.text("<body><p>Closed today.</p></body>") == "Closed today.")
    }

    @Test(.timeLimit(.minutes(1)))
    func `Hostile pages take linear time`() throws {
        let pages = [
            String(repeating: "<div class='article-body related comment'>", count: 4000) + "x",
            String(repeating: "<p>a, b, c<a href=x>d</a>", count: 20_000),
            String(
                repeating: "<article><h2><a href=x>Some headline here</a></h2></article>",
                count: 6_000),
            "<div class='\(String(repeating: "article-body ", count: 20_000))'><p>x</p></div>",
            String(
                repeating: "<h1>Same headline everywhere, again</h1><p>Photo: x</p>", count: 6_000),
            "<p>" + String(repeating: "related ", count: 40_000),
            String(repeating: "<ul><li><a href=x>Read more: this</a>", count: 20_000),
        ]
        for page in pages { _ = try PageSamples.body(page) }
    }
}
