import Archiving
import Articles
import JSON
import Judging
import Platform

/// What is known of the archive's articles: the judge, and where the record of each lies.
struct Library: ~Copyable {
    private var judge: Judge
    private var locations: ChunkedArray<RecordLocation>
    private var parser = JSONParser()

    init(settings: Judge.Settings) {
        self.init(judge: Judge(settings: settings), locations: ChunkedArray())
    }

    init(judge: consuming Judge, locations: ChunkedArray<RecordLocation>) {
        self.judge = judge
        self.locations = locations
    }

    /// How alike is a copy, from the next article on.
    mutating func apply(_ settings: Judge.Settings) { judge.settings = settings }

    var settings: Judge.Settings { judge.settings }

    /// How many articles are known: originals and revisions.
    var count: Int { locations.count }

    /// The verdict on an article; `line` reads back the record of another it is compared with, nil
    /// where its segment is gone. With a record that is gone or damaged nothing is compared.
    mutating func judge(
        _ article: Article, _ features: Features, line: (RecordLocation) throws -> [UInt8]?
    ) throws -> Judgement {
        try judge.judge(article, features) { ordinal in
            guard let line = try line(locations[Int(ordinal)]) else { return nil }
            return Self.article(line, &parser)
        }
    }

    private static func article(_ line: [UInt8], _ parser: inout JSONParser) -> Article? {
        line.withUnsafeBytes { line in
            do {
                return try ArchivedRecord(line: line, using: &parser).record.article
            } catch {
                // Damage is told by whoever reads the whole archive; here it is one candidate less.
                return nil
            }
        }
    }

    /// How an original or a revision stands; nil for an article that is not known.
    func standing(of id: ContentID) -> Standing? { judge.standing(of: id) }

    /// Where the record lies of an article that is known.
    func location(of ordinal: Ordinal) -> RecordLocation { locations[Int(ordinal)] }

    /// An original, a revision or a withdrawal that was added to the archive is known from here on.
    mutating func admit(
        _ features: Features, _ judgement: Judgement, at location: RecordLocation
    ) {
        if features.isNotice { return judge.admitNotice(features, segment: location.segment) }
        _ = judge.admit(features, judgement)
        locations.append(location)
    }

    // MARK: Explaining

    /// Where the originals and revisions of the chain of an original lie, oldest first.
    func chain(of original: ContentID) -> [RecordLocation] {
        judge.chain(of: original).map { locations[Int($0)] }
    }

    /// Where the articles of the story that one began lie, oldest first.
    func members(ofStory first: ContentID) -> [RecordLocation] {
        judge.members(ofStory: first).map { locations[Int($0)] }
    }

    /// What ties an article to others, by how rare each term has been so far.
    func ties(of article: Features, to others: [Features]) -> StoryTies? {
        judge.ties(of: article, to: others)
    }

    // MARK: Removed segments

    /// A record of a segment that was removed is known by its identity alone. Such records come
    /// before all others, in the order of their sequence.
    ///
    mutating func admitForgotten(_ record: ForgottenRecord) {
        // What a notice took back was removed before it.
        if record.isWithdrawal { return }
        _ = judge.admitForgotten(
            record.id, original: record.original, story: record.story, received: record.received)
        // No segment has the number 0.
        locations.append(RecordLocation(segment: 0, offset: 0, length: 0))
    }

    /// The segments before one are removed: of their records only the identities count.
    mutating func forget(segmentsBefore segment: UInt32) {
        judge.forget(first: locations.countBefore(segment: segment))
        judge.forgetNotices(before: segment)
    }

    // MARK: Saving

    /// Bytes that a saved index of it would have, about.
    var byteCount: Int { judge.byteCount + count * MemoryLayout<RecordLocation>.stride }

    /// Appends the next part of a saved index to a buffer; nil when all are written.
    borrowing func save(_ walk: inout SaveWalk, to buffer: inout [UInt8]) -> SavedPart? {
        guard walk.kind == .locations else { return judge.save(&walk, to: &buffer) }
        let chunk = locations.chunk(walk.number)
        let start = buffer.count
        chunk.withUnsafeBytes { buffer.append(contentsOf: $0) }
        let part = SavedPart(
            kind: .locations, number: walk.number, through: count, shape: (chunk.count, 0),
            byteCount: buffer.count - start)
        walk.advance(isLast: locations.isLast(chunk: walk.number))
        return part
    }
}
