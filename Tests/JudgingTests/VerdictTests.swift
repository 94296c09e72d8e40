import Articles
import Judging
import Testing

@Suite("Verdicts")
struct VerdictTests {
    private static let paragraphs = Samples.ferry.split(separator: "\n\n").map(String.init)

    @Test("The same article again is an exact duplicate")
    func exact() throws {
        var desk = Desk()
        let first = try desk.drop(article(Samples.ferry, headline: "Ferry aground"))
        let second = try desk.drop(article(Samples.ferry, headline: "Ferry aground"), hours: 9000)
        #expect(first.verdict == .original && first.match == nil && first.revision == 0)
        #expect(second.verdict == .duplicate && second.match == .exact && second.similarity == 1)
        #expect(second.original == first.original && second.story == first.story)
        #expect(desk.recalls == 0)
    }

    @Test("Other settings hold from the next article on")
    func otherSettings() throws {
        var desk = Desk()
        let first = try desk.drop(article(Samples.ferry))
        let half = Self.paragraphs.prefix(3).joined(separator: "\n\n")
        desk.settings.containment = 1
        desk.settings.similarity = 1
        let strict = try desk.drop(article(half.replacing("214", with: "nearly 214")))
        #expect(strict.verdict == .original)
        desk.settings = Judge.Settings()
        let lenient = try desk.drop(article(half.replacing("heavy", with: "rough")))
        #expect(lenient.match != nil)
        #expect(first.verdict == .original)
    }

    @Test("Other articles are originals, each with its own id and story")
    func apart() throws {
        var desk = Desk()
        let first = try desk.drop(article(Samples.ferry))
        let second = try desk.drop(article(Samples.orchard))
        #expect(second.verdict == .original && second.original != first.original)
        #expect(second.story == second.original)
        #expect(desk.recalls == 0)
    }

    @Test("The same text under another headline, or with other typography, is a near copy")
    func near() throws {
        var desk = Desk()
        let first = try desk.drop(article(Samples.ferry, headline: "Ferry aground off Maro"))
        let headline = try desk.drop(article(Samples.ferry, headline: "All safe after the storm"))
        #expect(headline.verdict == .duplicate && headline.match == .near)
        #expect(headline.original == first.original && headline.similarity == 1)
        var text = Samples.ferry
        text.replace("brought everybody ashore", with: "took everybody ashore")
        text.replace("said.", with: "said…")
        let edited = try desk.drop(article(text))
        #expect(edited.verdict == .duplicate && edited.match == .near)
        #expect(edited.similarity ?? 0 > 0.9 && edited.similarity ?? 1 < 1)
    }

    @Test("A shortened copy is a partial duplicate, with its containment")
    func truncated() throws {
        var desk = Desk()
        let first = try desk.drop(article(Samples.ferry))
        let short = try desk.drop(article(Self.paragraphs[0...1].joined(separator: "\n\n")))
        #expect(short.verdict == .duplicate && short.match == .partial)
        #expect(short.original == first.original && short.similarity ?? 0 > 0.95)
    }

    @Test("A text that goes on where the known one ended is a revision")
    func extended() throws {
        var desk = Desk()
        let first = try desk.drop(article(Self.paragraphs[0...1].joined(separator: "\n\n")))
        let second = try desk.drop(
            article(Self.paragraphs[0...2].joined(separator: "\n\n")), hours: 1)
        let third = try desk.drop(article(Samples.ferry), hours: 2)
        #expect(second.verdict == .revision && second.revision == 1)
        #expect(third.verdict == .revision && third.revision == 2)
        #expect(second.original == first.original && third.original == first.original)
        #expect(third.story == first.story)
    }

    @Test(
        "One sentence more is a revision, however short",
        arguments: [
            "All are well.", "This report has been updated.", "A tug is on its way to Maro.",
        ])
    func sentence(_ sentence: String) throws {
        var desk = Desk()
        try desk.drop(article(Samples.ferry))
        let longer = try desk.drop(article(Samples.ferry + "\n\n" + sentence), hours: 1)
        #expect(longer.verdict == .revision && longer.match == .near)
    }

    @Test(
        "A corrected number or name soon after is a revision",
        arguments: [
            ("214", "241"), ("eleven minutes", "twelve minutes"), ("Ilse Brandt", "Inga Brandt"),
            ("in March", "in May"),
        ])
    func corrected(_ old: String, _ new: String) throws {
        var desk = Desk()
        let first = try desk.drop(article(Samples.ferry))
        let second = try desk.drop(article(Samples.ferry.replacing(old, with: new)), hours: 2)
        #expect(second.verdict == .revision && second.original == first.original)
    }

    @Test(
        "The same number written in another way corrects nothing",
        arguments: [
            ("6,200", "6200"), ("6,200 tonnes", "6.2 thousand tonnes"),
            ("two decades", "2 decades"),
            ("more than 19,000", "more than 19 thousand"), ("twelve", "12"),
        ])
    func sameNumber(_ old: String, _ new: String) throws {
        var desk = Desk()
        try desk.drop(article(Samples.orchard))
        let second = try desk.drop(article(Samples.orchard.replacing(old, with: new)), hours: 2)
        #expect(second.verdict == .duplicate && second.match == .near)
    }

    @Test("A mark of correction makes a revision of what would be a copy")
    func marked() throws {
        var desk = Desk()
        try desk.drop(article(Samples.ferry, headline: "Ferry aground off Maro"))
        let second = try desk.drop(
            article(Samples.ferry, headline: "CORRECTED-Ferry aground off Maro"), hours: 1)
        #expect(second.verdict == .revision)
    }

    @Test("Reports of a series stay apart, in a week or in a minute")
    func series() throws {
        for gap in [0.02, 168.0 / 4] {
            var desk = Desk()
            for week in 0..<10 {
                let judgement = try desk.drop(
                    article(Samples.prices(week), headline: "Copper price raised"),
                    hours: Double(week) * gap)
                #expect(judgement.verdict == .original, "week \(week), gap \(gap)")
            }
        }
    }

    @Test("A correction of a long report is one days later too; of a short item it is the next one")
    func lateCorrection() throws {
        let long = Samples.ferry + "\n\n" + Samples.orchard
        var desk = Desk()
        let first = try desk.drop(article(long))
        let corrected = try desk.drop(article(long.replacing("214", with: "241")), hours: 72)
        #expect(corrected.verdict == .revision && corrected.original == first.original)
        try desk.drop(article(Samples.prices(1)))
        let price = Samples.prices(1).replacing("64 cents", with: "65 cents")
        #expect(price != Samples.prices(1))
        #expect(try desk.drop(article(price), hours: 72).verdict == .original)
    }

    @Test("A brief and a roundup that carries it are copies of neither")
    func roundup() throws {
        let brief = Self.paragraphs[0]
        let others = Samples.orchard + "\n\n" + Samples.prices(3)
        let digest = others + "\n\n" + brief
        for order in [[brief, digest], [digest, brief]] {
            var desk = Desk()
            for text in order {
                #expect(try desk.drop(article(text)).verdict == .original)
            }
        }
    }

    @Test("The same few words under different headlines are different articles")
    func stock() throws {
        var desk = Desk()
        for headline in ["Storm closes the port of Maro", "Mayor of Altenfurt resigns"] {
            let judgement = try desk.drop(article("Details to follow soon.", headline: headline))
            #expect(judgement.verdict == .original)
        }
    }

    @Test("Near copies are known for a window of days, exact ones for ever")
    func window() throws {
        var settings = Judge.Settings()
        settings.windowDays = 2
        var desk = Desk(settings)
        let edited = Samples.ferry.replacing("small clinic", with: "little clinic")
        try desk.drop(article(Samples.ferry))
        #expect(try desk.drop(article(edited), hours: 47).verdict == .duplicate)
        #expect(try desk.drop(article(edited), hours: 49).verdict == .original)
        #expect(try desk.drop(article(Samples.ferry), hours: 5000).match == .exact)
    }

    @Test("Texts in any script: again, shortened, extended", arguments: Samples.languages)
    func scripts(_ sample: (name: String, text: String)) throws {
        let paragraphs = sample.text.split(separator: "\n\n")
        var desk = Desk()
        for other in Samples.languages where other.name != sample.name {
            try desk.drop(article(other.text))
        }
        let first = try desk.drop(article(sample.text))
        #expect(first.verdict == .original)
        let short = try desk.drop(article(paragraphs[0...1].joined(separator: "\n\n")))
        #expect(short.verdict == .duplicate && short.original == first.original)
        let headline = try desk.drop(article(sample.text, headline: "—"))
        #expect(headline.verdict == .duplicate && headline.match == .near)
        let addition = String(paragraphs[1].reversed())
        let long = try desk.drop(article(sample.text + "\n\n" + addition), hours: 1)
        #expect(long.verdict == .revision && long.original == first.original)
    }
}
