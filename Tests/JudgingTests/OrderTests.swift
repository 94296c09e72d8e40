import Articles
import Judging
import Testing

@Suite("One pass, again and after a restart")
struct OrderTests {
    /// Texts with copies, shortened copies, extensions and corrections among them.
    private static func stream(_ seed: UInt64, count: Int) -> [Article] {
        var random = RandomTexts(seed: seed)
        var texts: [[String]] = []
        return (0..<count).map { _ in
            var words = random.words(Int.random(in: 60...300, using: &random))
            if !texts.isEmpty, Bool.random(using: &random) {
                words = texts[Int.random(in: 0..<texts.count, using: &random)]
                switch Int.random(in: 0..<5, using: &random) {
                case 0: break
                case 1: words = Array(words.prefix(words.count / 2 + 20))
                case 2: words += random.words(20)
                case 3: words[words.count / 2] = "1\(random.next() % 900)"
                default: words.insert("really", at: words.count / 3)
                }
            }
            texts.append(words)
            let guid = Int.random(in: 0..<10, using: &random) == 0 ? "g\(random.next() % 5)" : nil
            return article(words.joined(separator: " "), guid: guid)
        }
    }

    @Test("The same stream gives the same judgements", arguments: 1...3 as ClosedRange<UInt64>)
    func deterministic(_ seed: UInt64) throws {
        var one = Desk()
        var two = Desk()
        for (index, article) in Self.stream(seed, count: 150).enumerated() {
            let hours = Double(index)
            #expect(try one.drop(article, hours: hours) == two.drop(article, hours: hours))
        }
    }

    @Test("A judge built again goes on as the first would", arguments: [10, 75, 140])
    func rebuilt(_ cut: Int) throws {
        let stream = Self.stream(9, count: 180)
        var whole = Desk()
        var before = Desk()
        for (index, article) in stream[..<cut].enumerated() {
            try whole.drop(article, hours: Double(index))
            try before.drop(article, hours: Double(index))
        }
        var after = before.restarted()
        for (index, article) in stream[cut...].enumerated() {
            let hours = Double(cut + index)
            #expect(try whole.drop(article, hours: hours) == after.drop(article, hours: hours))
        }
    }

    @Test("Chains and stories keep their names where their first article is gone from the archive")
    func withoutFirst() throws {
        let gone = ContentID(high: 7, low: 7)
        var judge = Judge()
        let kept = article(Samples.ferry, headline: "Ferry aground off Maro")
        let features = Features(
            of: kept, id: ContentID(high: 1, low: 1), time: Moment(seconds: 1_790_000_000))
        _ = judge.admit(
            features,
            Judgement(
                verdict: .revision, original: gone, revision: 2, match: .guid, similarity: 0.4,
                story: gone))
        let copy = article(Samples.ferry, headline: "Once more")
        let copyFeatures = Features(
            of: copy, id: ContentID(high: 2, low: 2), time: Moment(seconds: 1_790_000_001))
        let judgement = try judge.judge(copy, copyFeatures) { _ in kept }
        #expect(judgement.original == gone && judgement.story == gone)
        #expect(judgement.verdict == .duplicate && judgement.revision == 2)
    }

    @Test("Every copy finds its chain, and every chain numbers its states")
    func chains() throws {
        var desk = Desk()
        var last: [ContentID: Int] = [:]
        for (index, article) in Self.stream(4, count: 300).enumerated() {
            let judgement = try desk.drop(article, hours: Double(index) / 10)
            switch judgement.verdict {
            case .original:
                #expect(judgement.original == desk.id(of: article) && judgement.revision == 0)
                last[judgement.original] = 0
            case .revision:
                let known = try #require(last[judgement.original])
                #expect(judgement.revision == known + 1)
                last[judgement.original] = judgement.revision
            case .duplicate:
                #expect(judgement.revision <= last[judgement.original] ?? -1)
            case .withdrawal: Issue.record("an article is no notice")
            }
        }
    }
}
