import Articles
import Judging
import Platform
import Testing

@Suite struct `Notices that take articles back` {
    private func article(
        _ words: String, guid: String? = "g1", url: String? = nil, version: String? = nil,
        updated: Int64? = nil, isNotice: Bool = false
    ) -> Article {
        var article = Article()
        article.headline = words
        article.text = Array("\(words), the harbour master of Port Elm said on Tuesday.".utf8)
        article.guid = guid
        article.url = url
        article.version = version
        article.updated = updated.map {
            PublishedTime(moment: Moment(seconds: $0), precision: .second, printed: "")
        }
        article.isNotice = isNotice
        article.status = isNotice ? .canceled : nil
        return article
    }

    private func features(_ article: Article) -> Features {
        Features(
            of: article, id: article.contentID(using: SHA256()),
            time: Moment(seconds: 1_790_000_000))
    }

    private func judged(_ article: Article, by judge: inout Judge) throws -> Judgement {
        try judge.judge(article, features(article)) { _ in nil }
    }

    /// A judge that has seen a notice.
    private func judge(after notice: Article, segment: UInt32 = 1) -> Judge {
        var judge = Judge()
        judge.admitNotice(features(notice), segment: segment)
        return judge
    }

    @Test func `What comes after a notice is taken back, unless it is certainly later`() throws {
        let cases: [(notice: Article, article: Article, isTakenBack: Bool)] = [
            (article("K", isNotice: true), article("A"), true),
            (article("K", isNotice: true), article("A", guid: "g2"), false),
            (article("K", version: "2", isNotice: true), article("A", version: "2"), true),
            (article("K", version: "2", isNotice: true), article("A", version: "10"), false),
            (article("K", version: "2", isNotice: true), article("A", updated: 9), true),
            (article("K", updated: 5, isNotice: true), article("A", updated: 5), true),
            (article("K", updated: 5, isNotice: true), article("A", updated: 9), false),
            (
                article("K", guid: nil, url: "https://e.example/1", isNotice: true),
                article("A", guid: "g7", url: "https://e.example/1"), true
            ),
            (article("K", version: "a", isNotice: true), article("A", version: "b"), true),
        ]
        for (number, sample) in cases.enumerated() {
            var judge = judge(after: sample.notice)
            let judgement = try judged(sample.article, by: &judge)
            #expect(
                judgement.verdict == .original && judgement.isTakenBack == sample.isTakenBack,
                "\(number)")
        }
    }

    @Test func `A guid that is an address is the same from any sender`() throws {
        for (guid, isTakenBack) in [
            ("urn:elm:1", true), ("tag:elm.example,2026:1", true), ("1", false),
        ] {
            var notice = article("K", guid: guid, isNotice: true)
            notice.source = "Elm Wire"
            var judge = judge(after: notice)
            #expect(try judged(article("A", guid: guid), by: &judge).isTakenBack == isTakenBack)
        }
    }

    @Test func `A notice is repeated where all is the same, and no other`() throws {
        let notice = article("K", version: "2", isNotice: true)
        var judge = judge(after: notice)
        #expect(try judged(notice, by: &judge).verdict == .duplicate)
        var others = [notice, notice, notice, notice]
        others[0].version = "3"
        others[1].guid = "g2"
        others[2].url = "https://e.example/1"
        others[3].headline = "K2"
        for other in others {
            let judgement = try judged(other, by: &judge)
            #expect(judgement.verdict == .withdrawal && judgement.isOfUnknown)
        }
    }

    @Test func `A notice whose segment was removed holds no longer`() throws {
        var judge = judge(after: article("K", isNotice: true), segment: 3)
        judge.forgetNotices(before: 3)
        #expect(try judged(article("A"), by: &judge).isTakenBack)
        judge.forgetNotices(before: 4)
        #expect(try !judged(article("A"), by: &judge).isTakenBack)
    }

    @Test func `A notice with the words of its article takes that back, by its guid or its words`()
        throws
    {
        for guid in ["g1", nil] {
            var judge = Judge()
            let known = article("A", guid: guid)
            let judgement = try judged(known, by: &judge)
            _ = judge.admit(features(known), judgement)
            let notice = article("A", guid: guid, isNotice: true)
            let withdrawal = try judged(notice, by: &judge)
            #expect(withdrawal.verdict == .withdrawal && withdrawal.original == judgement.original)
            #expect(withdrawal.match == (guid == nil ? .exact : .guid))
            #expect(withdrawal.story == judgement.story)
        }
    }
}
