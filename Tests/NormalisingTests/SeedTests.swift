import Articles
import Testing

@testable import Normalising

@Suite("Sample articles", .enabled(if: Shared.hasSeeds, "skipped: ../shared/seeds is absent"))
struct SeedTests {
    private func seed(_ index: Int) throws -> Normalised { try plain(Shared.seeds()[index]) }

    @Test("as many paragraphs stay as the reports have", arguments: zip(0..<5, [9, 6, 14, 11, 18]))
    func paragraphs(index: Int, count: Int) throws {
        let seed = try seed(index)
        #expect(seed.paragraphs.count == count)
        #expect(seed.article.published == nil)
        try expectAtRest(seed)
    }

    @Test("a dateline leaves the text, and nothing else does")
    func dateline() throws {
        let seed = try seed(0)
        #expect(seed.article.headline == nil)
        #expect(seed.article.dateline?.place == "TOKYO")
        #expect(seed.article.dateline?.date == nil)
        #expect(seed.text.hasPrefix("U.S. President Donald Trump initiated"))
        #expect(seed.text.hasSuffix("in Canada next month."))
        #expect(seed.rules == [.dateline])
    }

    @Test("the headlines of other reports go")
    func otherHeadlines() throws {
        let seed = try seed(1)
        #expect(seed.article.headline == nil)
        #expect(seed.text.hasSuffix("economic discussions."))
        #expect(seed.rules == Array(repeating: .otherHeadlines, count: 17))
        #expect(seed.cuts.map(\.line) == Array(9...25))
    }

    @Test("a section heading stays, a pointer goes")
    func sectionHeading() throws {
        let seed = try seed(2)
        #expect(seed.article.headline == nil)
        #expect(seed.article.source == nil)
        #expect(seed.paragraphs[10] == "WHAT YOU SHOULD KNOW")
        #expect(seed.rules == [.readAlso])
    }

    @Test("credit, caption, notices and the repeated sentence go")
    func credits() throws {
        let seed = try seed(3)
        #expect(seed.article.headline == nil)
        #expect(seed.article.source == "Observer Network")
        #expect(seed.article.bylines == ["Lin Chenli", "Zhang Yixin"])
        #expect(seed.article.url == "https://www.toutiao.com/article/7507524001560904232/")
        #expect(seed.article.license?.contains("cannot be reprinted without permission") ?? false)
        #expect(seed.paragraphs[0].hasSuffix("this call was proposed by Trump."))
        #expect(
            seed.rules == [
                .agency, .caption, .repeatedSentence, .rights, .originalSource, .disclaimer,
            ])
        #expect(seed.text.contains("Akira Arita"))
    }

    @Test("the first line is the headline, the promotion goes, odd spaces are plain")
    func headline() throws {
        let seed = try seed(4)
        #expect(
            seed.article.headline
                == "Trump weighs in on Japan trade talks but Tokyo team leaves without deal")
        #expect(seed.rules == [.headline, .promotion])
        #expect(seed.text.hasSuffix("to weaken the yen."))
        #expect(!seed.text.contains("\u{A0}"))
        #expect(seed.article.bylines.isEmpty)
    }

    @Test("how paragraphs are separated and lines end makes no difference", arguments: 0..<5)
    func layout(index: Int) throws {
        let bytes = Shared.seeds()[index]
        let lines = String(decoding: bytes, as: UTF8.self)
            .split(separator: "\n").map(String.init)
        let reference = try plain(bytes).article
        for separator in ["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\u{2029}", "\n\n\n\n", "\u{85}"]
        {
            let other = try plain(lines.joined(separator: separator)).article
            #expect(other.text == reference.text, "separated by \(separator.debugDescription)")
            #expect(other.headline == reference.headline)
        }
        let spaced = lines.map { "\u{A0}" + $0.replacing(" ", with: "\u{A0} ") + "  " }
        #expect(try plain(spaced.joined(separator: "\n")).article.text == reference.text)
    }
}
