import Articles
import Judging
import Platform
import Testing

@Suite struct `Whether an article may be used, changed while its words stay` {
    private func article(
        _ status: ArticleStatus? = .usable, version: String? = nil, embargoed: Int64? = nil
    ) -> Article {
        var article = Article()
        article.headline = "Ferry hits pier"
        article.text = Array("The ferry was closed on Tuesday, the harbour master said.".utf8)
        article.guid = "urn:elm:1"
        article.version = version
        article.status = status
        article.embargoed = embargoed.map { Moment(seconds: $0) }
        return article
    }

    private func notice(version: String?) -> Article {
        var notice = article(.canceled, version: version)
        notice.text = []
        notice.isNotice = true
        return notice
    }

    /// What becomes of articles that come one after another, the judge being built again before each
    /// where that is asked for.
    private func verdicts(of articles: [Article], restarting: Bool) throws -> [Verdict] {
        var desk = Desk()
        var verdicts: [Verdict] = []
        for article in articles {
            if restarting { desk = desk.restarted() }
            verdicts.append(try desk.drop(article).verdict)
        }
        return verdicts
    }

    @Test(arguments: [false, true])
    func `Another status or embargo is a revision, the same one none`(restarting: Bool) throws {
        let cases: [(articles: [Article], verdicts: [Verdict])] = [
            (
                [article(.usable, version: "1"), article(.withheld, version: "2")],
                [.original, .revision]
            ),
            (
                [
                    article(.withheld, version: "1"), article(.usable, version: "2"),
                    article(.usable, version: "2"), article(.usable, version: "3"),
                ], [.original, .revision, .duplicate, .duplicate]
            ),
            ([article(embargoed: 9), article(embargoed: 9)], [.original, .duplicate]),
            ([article(embargoed: 9), article(embargoed: 12)], [.original, .revision]),
            ([article(embargoed: 9), article()], [.original, .revision]),
            // What says nothing of it changes nothing, nor does what comes late.
            ([article(.withheld), article(nil)], [.original, .duplicate]),
            ([article(nil), article(.usable)], [.original, .duplicate]),
            (
                [article(.withheld, version: "2"), article(.usable, version: "1")],
                [.original, .duplicate]
            ),
        ]
        for (number, sample) in cases.enumerated() {
            let verdicts = try verdicts(of: sample.articles, restarting: restarting)
            #expect(verdicts == sample.verdicts, "\(number)")
        }
    }

    @Test func `What comes back after a notice is a revision, and what came before it none`() throws
    {
        let articles = [
            article(version: "1"), notice(version: "2"), article(version: "1"),
            article(version: "3"), article(version: "3"),
        ]
        #expect(
            try verdicts(of: articles, restarting: false)
                == [.original, .withdrawal, .duplicate, .revision, .duplicate])
    }

    @Test func `Another sender's copy changes nothing`() throws {
        var other = article(.withheld)
        other.guid = "urn:oak:1"
        #expect(
            try verdicts(of: [article(), other], restarting: false) == [.original, .duplicate])
    }
}
