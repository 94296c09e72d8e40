import Archiving
import Articles
import JSON
import Judging
import Platform

/// What is known of the archive's articles: the judge, and where the record of each lies.
struct Library: ~Copyable {
    private var judge: Judge
    private var locations: [RecordLocation] = []
    private var parser = JSONParser()

    init(settings: Judge.Settings) { judge = Judge(settings: settings) }

    /// How alike is a copy, from the next article on.
    mutating func apply(_ settings: Judge.Settings) { judge.settings = settings }

    /// How many articles are known: originals and revisions.
    var count: Int { locations.count }

    /// The verdict on an article; `line` reads back the record of another it is compared with.
    mutating func judge(
        _ article: Article, _ features: Features, line: (RecordLocation) throws -> [UInt8]
    ) throws -> Judgement {
        try judge.judge(article, features) { ordinal in
            let line = try line(locations[Int(ordinal)])
            return try line.withUnsafeBytes {
                try ArchivedRecord(line: $0, using: &parser).record.article
            }
        }
    }

    /// An original or a revision that was added to the archive is known from here on.
    mutating func admit(
        _ features: Features, _ judgement: Judgement, at location: RecordLocation
    ) {
        _ = judge.admit(features, judgement)
        locations.append(location)
    }
}
