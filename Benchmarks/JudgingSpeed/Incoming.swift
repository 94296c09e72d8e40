import Articles
import Judging

/// An article on its way to the judge.
struct Incoming {
    /// The one from which it is made again.
    var number: Int
    var article: Article
    var time: Moment
    /// The number of the article that it is a copy of; nil for one of its own.
    var copyOf: Int?
}

/// The same with what the reading threads add to it.
struct Prepared {
    var incoming: Incoming
    var id: ContentID
    var features: Features

    /// Its record, as the archive has it.
    func record(_ judgement: Judgement) -> Record {
        Record(
            id: id, article: incoming.article, judgement: judgement, feed: "",
            file: FileReference(
                path: "synthetic.jsonl", size: 0, modified: incoming.time,
                sha256: String(repeating: "0", count: 64), format: "application/jsonl",
                item: incoming.number),
            rules: 1, received: incoming.time)
    }
}
