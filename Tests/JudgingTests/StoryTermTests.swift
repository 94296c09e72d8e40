import Testing

@testable import Judging

@Suite("Terms of stories")
struct StoryTermTests {
    @Test(
        "The name of a site behind a headline is found, and no part of the headline",
        arguments: [
            ("Ferry runs aground off Maro | The Herald", "Ferry runs aground off Maro"),
            ("Ferry runs aground off Maro - Port Ansel News", "Ferry runs aground off Maro"),
            ("Ferry runs aground off Maro – Küstenbote", "Ferry runs aground off Maro"),
            ("Ferry runs aground off Maro — Küstenbote", "Ferry runs aground off Maro"),
            ("Паром сел на мель у берега | Вестник", "Паром сел на мель у берега"),
            // Too few words before it, too many behind it, no spaces around it.
            ("Olympics - Japan wins gold", "Olympics - Japan wins gold"),
            ("Ferry aground off Maro - what we know and what we do not know", nil),
            ("A well-known ferry-boat runs aground off Maro", nil),
            ("A ferry runs aground -", nil), ("| ", nil), ("", nil), ("–", nil),
        ])
    func site(_ headline: String, _ rest: String?) {
        var headline = headline
        let start = headline.withUTF8 { HeadlineSite.start(in: $0) }
        #expect(String(decoding: headline.utf8.prefix(start), as: UTF8.self) == rest ?? headline)
    }

    private func term(_ id: UInt32, _ kind: StoryTerm.Kind = .word) -> StoryTerm {
        StoryTerm(id: id, weight: 1, kind: kind)
    }

    @Test("What is common in one language says nothing of another")
    func languages() {
        var statistics = TermStatistics()
        for article in 0..<1000 {
            let isOften = article % 2 == 0
            statistics.count([term(7), term(UInt32(article) + 100)], in: 1)
            statistics.count(isOften ? [term(9)] : [term(UInt32(article) + 100)], in: 2)
        }
        let (first, second) = (statistics.rarity(in: 1), statistics.rarity(in: 2))
        #expect(first.of(term(7)) < second.of(term(7)))
        #expect(second.of(term(9)) < first.of(term(9)))
        #expect(first.of(term(7)) < 0.5 && second.of(term(7)) > 4)
        // A language that was never seen has what terms look like.
        let third = statistics.rarity(in: 3)
        #expect(third.of(term(7, .name)) > third.of(term(7, .functionWord)))
    }

    @Test("However many languages senders invent, memory is bounded and counts fade")
    func bounded() {
        var statistics = TermStatistics()
        for article in 0..<70_000 as Range<UInt32> {
            statistics.count([term(5)], in: article % 1_000)
        }
        #expect(statistics.languages.count == 256)
        #expect(statistics.articles < 65_536)
        #expect(statistics.rarity(in: 900).of(term(5)) >= 0)
        let copy = TermStatistics(
            first: statistics.first, second: statistics.second, articles: statistics.articles,
            languages: statistics.languages)
        #expect(copy?.rarity(in: 4).of(term(5)) == statistics.rarity(in: 4).of(term(5)))
        let tooMany = [(language: UInt32, articles: Float)](repeating: (1, 1), count: 257)
        let refused = TermStatistics(
            first: statistics.first, second: statistics.second, articles: 1, languages: tooMany)
        #expect(refused?.articles == nil)
    }
}
