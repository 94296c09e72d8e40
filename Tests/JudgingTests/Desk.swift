import Articles
import Judging
import Platform
import Testing

/// A judge with its archive: what a test drops is judged, and admitted where it adds something.
struct Desk: ~Copyable {
    private(set) var judge: Judge
    private let digest = SHA256()
    private(set) var admitted: [(article: Article, features: Features, judgement: Judgement)] = []
    private(set) var recalls = 0

    init(_ settings: Judge.Settings = Judge.Settings()) { judge = Judge(settings: settings) }

    var settings: Judge.Settings {
        get { judge.settings }
        set { judge.settings = newValue }
    }

    @discardableResult
    mutating func drop(_ article: Article, hours: Double = 0) throws -> Judgement {
        let features = features(article, hours)
        let archive = admitted
        var count = 0
        let judgement = try judge.judge(article, features) {
            count += 1
            return archive[Int($0)].article
        }
        recalls += count
        if judgement.verdict == .withdrawal {
            judge.admitNotice(features, segment: 1)
        } else if judgement.verdict != .duplicate {
            #expect(judge.admit(features, judgement) == Ordinal(archive.count))
            admitted.append((article, features, judgement))
        }
        return judgement
    }

    /// A record of the archive, as it is.
    mutating func admit(_ article: Article, _ judgement: Judgement, hours: Double = 0) {
        let features = features(article, hours)
        #expect(judge.admit(features, judgement) == Ordinal(admitted.count))
        admitted.append((article, features, judgement))
    }

    /// The same desk after a restart: the judge built again from what is in the archive.
    consuming func restarted() -> Desk {
        var desk = Desk()
        for record in admitted {
            #expect(
                desk.judge.admit(record.features, record.judgement) == Ordinal(desk.admitted.count))
            desk.admitted.append(record)
        }
        return desk
    }

    /// A desk whose judge was built when the first `count` records were removed from the archive.
    borrowing func rebuilt(without count: Int) -> Desk {
        var desk = Desk()
        for (number, record) in admitted.enumerated() {
            if number < count {
                _ = desk.judge.admitForgotten(
                    record.features.id, original: record.judgement.original,
                    story: record.judgement.story, received: record.features.time)
            } else {
                _ = desk.judge.admit(record.features, record.judgement)
            }
            desk.admitted.append(record)
        }
        return desk
    }

    borrowing func id(of article: Article) -> ContentID { article.contentID(using: digest) }

    private borrowing func features(_ article: Article, _ hours: Double) -> Features {
        Features(
            of: article, id: article.contentID(using: digest),
            time: Moment(microseconds: 1_790_000_000_000_000 + Int64(hours * 3_600_000_000)))
    }
}

func article(
    _ text: String, headline: String? = nil, guid: String? = nil, url: String? = nil,
    language: String? = nil
) -> Article {
    var article = Article()
    article.text = Array(text.utf8)
    article.headline = headline
    article.guid = guid
    article.url = url
    article.language = language
    return article
}
