import Articles
import Judging
import Platform

/// How many copies of texts of one length are found: the longer a text is, the fewer of its words'
/// sequences are kept as keys.
struct CopyRecall {
    /// Bytes.
    static let lengths = [1_000, 5_000, 20_000, 80_000]

    let textBytes: Int
    /// Copies by each edit.
    let copies = 200
    /// Copies that were called duplicate or revision of their original.
    private(set) var found: [(edit: CopyEdit, count: Int)] = []
    /// Of an original, on average.
    private(set) var keys = 0

    init(textBytes: Int) throws {
        self.textBytes = textBytes
        let news = SyntheticNews(textBytes: textBytes)
        for edit in CopyEdit.allCases { found.append((edit, try find(edit, in: news))) }
    }

    /// Each edit has a judge of its own, so that a copy finds nothing but originals.
    private mutating func find(_ edit: CopyEdit, in news: SyntheticNews) throws -> Int {
        var judge = Judge()
        var originals: [Article] = []
        let digest = SHA256()
        var keys = 0
        for number in 0..<copies {
            let article = news.article(number)
            let features = Self.features(article, at: number, digest)
            keys += features.keys.count
            _ = judge.admit(
                features, try judge.judge(article, features) { originals[Int($0)] })
            originals.append(article)
        }
        self.keys = keys / copies
        var count = 0
        for number in 0..<copies {
            let copy = news.copy(of: number, by: edit, seed: number)
            let features = Self.features(copy, at: copies + number, digest)
            let judgement = try judge.judge(copy, features) { originals[Int($0)] }
            if judgement.verdict != .original { count += 1 }
        }
        return count
    }

    /// An article comes every minute.
    private static func features(
        _ article: Article, at minute: Int, _ digest: borrowing SHA256
    ) -> Features {
        Features(
            of: article, id: article.contentID(using: digest),
            time: Moment(seconds: 1_767_225_600 + 60 * Int64(minute)))
    }
}
