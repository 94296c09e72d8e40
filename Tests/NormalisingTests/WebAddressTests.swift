import Articles
import Testing

@Suite("addresses of articles")
struct WebAddressTests {
    @Test(
        "the same article has one address",
        arguments: [
            // Case, ports, dots, percent-encoding, parts of pages.
            ("HTTPS://News.Example:443/a/./b/../c#top", "https://news.example/a/c"),
            ("http://news.example:080", "http://news.example/"),
            ("http://news.example:8080/a", "http://news.example:8080/a"),
            (
                "https://news.example./%7ejo/%c3%a9t%C3%A9/étã?q=%41%2f",
                "https://news.example/~jo/%C3%A9t%C3%A9/%C3%A9t%C3%A3?q=A%2F"
            ),
            ("https://jane:secret@news.example/a", "https://news.example/a"),
            ("https://news.example/50%-off", "https://news.example/50%25-off"),
            ("https://app.example/#!/story/7", "https://app.example/#!/story/7"),
            ("https://news.example?", "https://news.example/"),
            // What tracks.
            (
                "https://news.example/a?utm_source=x&id=7&fbclid=1&UTM_Medium=y",
                "https://news.example/a?id=7"
            ),
            (
                "https://news.example/a?wt_zmc=n&ns_source=t&at_medium=z&xtor=RSS-1&maca=de-rss&mc_cid=5",
                "https://news.example/a"
            ),
            ("https://news.example/a?ref=rss&page=2", "https://news.example/a?page=2"),
            ("https://news.example/a?ref=chapter-2", "https://news.example/a?ref=chapter-2"),
            (
                "https://news.example/show.php;jsessionid=A1B2?id=3",
                "https://news.example/show.php?id=3"
            ),
            (
                "https://forum.example/t?t=4&sid=58428beaa14598c2e02d93ad5c773e4d",
                "https://forum.example/t?t=4"
            ),
            (
                "https://news.example/article.pl?sid=26/11/21/0711",
                "https://news.example/article.pl?sid=26/11/21/0711"
            ),
            // Forms for phones.
            ("https://m.news.example/a", "https://www.news.example/a"),
            ("https://amp.news.example.uk/a?amp=1", "https://www.news.example.uk/a"),
            ("https://en.m.wiki.example/A", "https://en.wiki.example/A"),
            ("https://m.co.uk/a", "https://m.co.uk/a"),
            ("https://amp.example/a", "https://amp.example/a"),
            ("https://news.example/2026/a-story/amp/", "https://news.example/2026/a-story/"),
            ("https://news.example/amp/2026/a-story", "https://news.example/2026/a-story"),
            ("https://news.example/a.amp.html?outputType=amp", "https://news.example/a.html"),
            (
                "https://news.example/electronics/tube-amp",
                "https://news.example/electronics/tube-amp"
            ),
            ("https://news.example/amp", "https://news.example/amp"),
            // Wrapped.
            ("https://www.google.com/amp/s/m.news.example/a/amp/", "https://www.news.example/a/"),
            (
                "https://news-example.cdn.ampproject.org/c/s/news.example/a?usqp=mq331AQ",
                "https://news.example/a"
            ),
            (
                "https://www.google.com/url?sa=t&url=https%3A%2F%2Fnews.example%2Fa%3Fid%3D1&ved=2",
                "https://news.example/a?id=1"
            ),
            (
                "https://web.archive.org/web/20260101000000/http://news.example/a",
                "http://news.example/a"
            ),
        ])
    func one(address: String, canonical: String) {
        #expect(WebAddress.canonical(address) == canonical)
        #expect(WebAddress.canonical(canonical) == canonical)
    }

    @Test("what is canonical stays, whatever it is made of")
    func rest() {
        let parts = [
            "https://", "http://", "m.", "amp.", "www.", "news.example", ":443", "/amp", "/", "/..",
            "/.", "%61mp", "%2e", "?", "&", "amp=1", "id=2", "utm_x=1", ";jsessionid=1", "#", "#!",
            "a.amp.html", ".amp", "www.google.com/amp/s/", "web.archive.org/web/1/https:/", "%",
            "é",
            "x.cdn.ampproject.org/c/", "sid=", "@", "\\", "|",
        ]
        var random = SystemRandomNumberGenerator()
        var found = 0
        for _ in 0..<20_000 {
            var address = "https://"
            for _ in 0..<Int.random(in: 1...9, using: &random) {
                address += parts.randomElement(using: &random) ?? ""
            }
            guard let once = WebAddress.canonical(address) else { continue }
            found += 1
            #expect(WebAddress.canonical(once) == once, "\(address)")
        }
        #expect(found > 1_000)
    }

    @Test("front pages")
    func fronts() {
        #expect(WebAddress.isFrontPage("https://news.example"))
        #expect(WebAddress.isFrontPage("https://news.example/index.html"))
        #expect(!WebAddress.isFrontPage("https://news.example/?p=12"))
        #expect(!WebAddress.isFrontPage("https://news.example/a"))
    }
}
