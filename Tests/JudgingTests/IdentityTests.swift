import Articles
import Judging
import Testing

@Suite("Identities that senders give")
struct IdentityTests {
    private static let teaser = String(
        Samples.ferry.split(separator: "\n\n").first ?? "")

    @Test("Another text with the same guid or URL is a revision")
    func revision() throws {
        for (guid, url, match) in [
            ("urn:a:1", nil, Match.guid), (nil, "https://example.org/a/1", Match.url),
        ] as [(String?, String?, Match)] {
            var desk = Desk()
            let first = try desk.drop(article(Samples.ferry, guid: guid, url: url))
            let second = try desk.drop(article(Samples.orchard, guid: guid, url: url), hours: 1)
            #expect(second.verdict == .revision && second.match == match)
            #expect(second.original == first.original && second.revision == 1)
        }
    }

    @Test("A teaser after the whole text adds nothing; the whole text after a teaser does")
    func teaser() throws {
        var desk = Desk()
        try desk.drop(article(Samples.ferry, guid: "1"))
        let teaser = try desk.drop(article(Self.teaser, guid: "1"), hours: 1)
        #expect(teaser.verdict == .duplicate && teaser.match == .guid)
        var other = Desk()
        try other.drop(article(Self.teaser, guid: "1"))
        let whole = try other.drop(article(Samples.ferry, guid: "1"), hours: 1)
        #expect(whole.verdict == .revision && whole.match == .guid)
    }

    @Test("A text that goes back to an older state is a revision with that id again")
    func back() throws {
        var desk = Desk()
        let edited = Samples.ferry.replacing("214", with: "241")
        let first = try desk.drop(article(Samples.ferry, guid: "1"))
        try desk.drop(article(edited, guid: "1"), hours: 1)
        let third = try desk.drop(article(Samples.ferry, guid: "1"), hours: 2)
        #expect(third.verdict == .revision && third.match == .exact && third.revision == 2)
        #expect(third.original == first.original)
        let again = try desk.drop(article(Samples.ferry, guid: "1"), hours: 3)
        #expect(again.verdict == .duplicate && again.match == .exact)
    }

    @Test("An older state from somebody else, or sent again with its old time, is a duplicate")
    func lateCopy() throws {
        var desk = Desk()
        try desk.drop(article(Samples.ferry, guid: "1"))
        try desk.drop(article(Samples.ferry.replacing("214", with: "241"), guid: "1"), hours: 1)
        #expect(try desk.drop(article(Samples.ferry), hours: 2).verdict == .duplicate)
        #expect(try desk.drop(article(Samples.ferry, guid: "1"), hours: 0).verdict == .duplicate)
    }

    @Test("The same guid from two sources, and the address of a whole site, identify nothing")
    func notIdentities() throws {
        var desk = Desk()
        var first = article(Samples.ferry, guid: "7")
        first.source = "One"
        var second = article(Samples.orchard, guid: "7")
        second.source = "Two"
        try desk.drop(first)
        #expect(try desk.drop(second).verdict == .original)
        try desk.drop(article(Samples.prices(1), url: "https://example.org/"))
        let other = article(Samples.languages[0].text, url: "https://example.org/")
        #expect(try desk.drop(other).verdict == .original)
    }

    @Test("What recall throws is thrown on, and nothing has changed")
    func recallFails() throws {
        struct Lost: Error {}
        var judge = Judge()
        let known = article(Samples.ferry)
        let id = ContentID(high: 1, low: 1)
        let features = Features(of: known, id: id, time: Moment(seconds: 0))
        let judgement = try judge.judge(known, features) { _ in throw Lost() }
        _ = judge.admit(features, judgement)
        let copy = article(Samples.ferry, headline: "Other")
        let other = Features(
            of: copy, id: ContentID(high: 2, low: 2), time: Moment(seconds: 0))
        #expect(throws: Lost.self) { try judge.judge(copy, other) { _ in throw Lost() } }
        #expect(try judge.judge(copy, other) { _ in known }.verdict == .duplicate)
        #expect(judge.count == 1)
    }
}
