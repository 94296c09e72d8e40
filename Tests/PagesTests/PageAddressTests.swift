import Testing

@testable import Pages

@Suite("the address and picture of a page")
struct PageAddressTests {
    @Test("the canonical link, made absolute and clean")
    func canonical() throws {
        let page = try metadata(
            "",
            head:
                "<link rel=\"canonical\" href=\"/news/wall?utm_source=x#top\"><meta property=\"og:image\" content=\"/i/wall.jpg\">",
            url: "https://m.gazette.example/news/wall?fbclid=1")
        #expect(page.url == "https://www.gazette.example/news/wall")
        #expect(page.image == "https://m.gazette.example/i/wall.jpg")
    }

    @Test("an article is no front page, whatever the page says")
    func front() throws {
        let head = "<link rel=\"canonical\" href=\"https://gazette.example/\">"
        #expect(
            try metadata("", head: head, url: "https://gazette.example/news/wall").url
                == "https://gazette.example/news/wall")
        let shared = "<meta property=\"og:url\" content=\"https://gazette.example/news/wall\">"
        #expect(try metadata("", head: head + shared).url == "https://gazette.example/news/wall")
        #expect(try metadata("", head: head).url == "https://gazette.example/")
        #expect(try metadata("").url == nil)
    }
}
