import Articles

/// A judge on its way back from a saved index: its parts, each as it was at a moment of its own, then
/// the archive's records since the first of them.
///
/// Ordinals only rise, so a record changes a part only if its ordinal is not below the part's
/// `through`. Term statistics begin at the first part and see every record since, so that vectors
/// come out as they did. What an article was found to be (its story, its chain) is looked up in the
/// chunks of articles, which were written last, as other parts may know of later articles already.
/// From the first record on that no part has seen, all parts are of one moment, and the judge goes on
/// as ever: in the state, to the byte, in which it would be had it never stopped.
package struct JudgeRestoration: ~Copyable {
    private var judge: Judge
    private var marks = SaveMarks()
    /// The next record's ordinal: at first, how many the beginning had seen.
    package private(set) var next = 0
    /// Stories that the records before `next` began.
    private var storiesBegun = 0
    private var end: (oldestLive: Int, latest: Moment)?
    /// Articles that are in the parts.
    package var saved: Int { judge.index.articles.count }
    private var isLevel = false

    package init(settings: Judge.Settings) { judge = Judge(settings: settings) }

    /// Who an article of the parts is.
    package func id(of ordinal: Int) -> ContentID? {
        (0..<saved).contains(ordinal) ? judge.index.articles[ordinal].id : nil
    }

    // MARK: Parts

    /// Takes a part over; those of a kind in the order of their numbers.
    package mutating func install(_ loaded: LoadedPart) throws(SavedIndexDamage) {
        let part = loaded.part
        guard marks.note(part) else { throw SavedIndexDamage("parts out of order") }
        switch loaded.content {
        case .words(let bytes):
            let isWhole = bytes.withUnsafeBytes {
                part.kind == .beginning ? readBeginning($0, part) : readEnd($0)
            }
            guard isWhole else { throw SavedIndexDamage("a part that ends too soon") }
        case .shard(let memory):
            guard memory.width == PostingTable.width(of: part.kind) else {
                throw SavedIndexDamage("a shard of another table")
            }
            switch part.kind {
            case .fingerprints: judge.index.fingerprints.install(memory.take(), at: part.number)
            case .identities: judge.index.identities.install(memory.take(), at: part.number)
            case .guids: judge.index.guids.install(memory.take(), at: part.number)
            case .urls: judge.index.urls.install(memory.take(), at: part.number)
            default: judge.stories.postings.install(memory.take(), at: part.number)
            }
        case .stories(let chunk):
            guard judge.stories.stories.append(chunk: chunk) else {
                throw SavedIndexDamage("a gap among the stories")
            }
        case .articles(let chunk):
            guard judge.index.articles.append(chunk: chunk) else {
                throw SavedIndexDamage("a gap among the articles")
            }
        }
    }

    private mutating func readBeginning(_ bytes: UnsafeRawBufferPointer, _ part: SavedPart) -> Bool
    {
        var reader = SavedWords.Reader(bytes)
        guard let oldestLive = reader.integer(), let latest = reader.integer(),
            let begun = reader.integer(), let articles = reader.word(),
            let languages = reader.integer(),
            let counts = reader.elements(languages, of: UInt64.self)
        else { return false }
        let row = reader.isAtEnd ? 0 : TermStatistics.rowCount
        guard let first = reader.elements(row, of: UInt16.self),
            let second = reader.elements(row, of: UInt16.self), reader.isAtEnd,
            let statistics = TermStatistics(
                first: first, second: second,
                articles: Float(bitPattern: UInt32(truncatingIfNeeded: articles)),
                languages: counts.map { count in
                    let articles = Float(bitPattern: UInt32(truncatingIfNeeded: count))
                    return (UInt32(truncatingIfNeeded: count >> 32), articles)
                })
        else { return false }
        judge.index.oldestLive = Ordinal(truncatingIfNeeded: oldestLive)
        judge.index.latest = Moment(microseconds: Int64(latest))
        judge.stories.statistics = statistics
        (next, storiesBegun) = (part.through, begun)
        return true
    }

    private mutating func readEnd(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var reader = SavedWords.Reader(bytes)
        guard let oldestLive = reader.integer(), let latest = reader.integer(),
            let count = reader.integer(), let ordinals = reader.elements(count, of: UInt64.self)
        else { return false }
        for ordinal in ordinals {
            guard let high = reader.word(), let low = reader.word() else { return false }
            judge.index.absentOriginals.add(
                Ordinal(truncatingIfNeeded: ordinal), ContentID(high: high, low: low))
        }
        end = (oldestLive, Moment(microseconds: Int64(latest)))
        return readAmendments(&reader) && judge.withdrawals.read(&reader) && reader.isAtEnd
    }

    private mutating func readAmendments(_ reader: inout SavedWords.Reader) -> Bool {
        guard let names = reader.integer() else { return false }
        for _ in 0..<max(0, names) {
            guard let entry = reader.word(), let high = reader.word(), let low = reader.word()
            else { return false }
            judge.index.amendments.names.note(
                ContentID(high: high, low: low), UInt32(truncatingIfNeeded: entry),
                by: Ordinal(truncatingIfNeeded: entry >> 32))
        }
        guard let contested = reader.integer() else { return false }
        for _ in 0..<max(0, contested) {
            guard let entry = reader.word(), let key = reader.word() else { return false }
            judge.index.amendments.contested.note(
                key, UInt32(truncatingIfNeeded: entry),
                by: Ordinal(truncatingIfNeeded: entry >> 32))
        }
        return true
    }

    /// All parts are there.
    package mutating func partsAreComplete() throws(SavedIndexDamage) {
        guard let end, marks.isComplete, saved == marks.articles, next <= saved,
            (0...judge.stories.stories.count).contains(end.oldestLive),
            Int(judge.index.oldestLive) <= saved, judge.stories.stories.count >= storiesBegun
        else { throw SavedIndexDamage("parts that do not go together") }
        try findAbsentStories()
        // Those since the first part come again with the archive's records.
        judge.withdrawals.forget(from: Ordinal(truncatingIfNeeded: next))
        try level()
    }

    /// A story is absent where the article that began it is not the one that it is named after.
    private mutating func findAbsentStories() throws(SavedIndexDamage) {
        let stories = judge.stories.stories.count
        var begun = 0
        for ordinal in 0..<saved {
            let article = judge.index.articles[ordinal]
            guard article.story >= begun else { continue }
            guard article.story == begun else {
                throw SavedIndexDamage("an article of a story that nobody began")
            }
            if begun < stories {
                let first = judge.stories.stories[begun].first
                if first != article.id { judge.absentStories[first] = article.story }
            }
            begun += 1
        }
        guard begun >= stories else { throw SavedIndexDamage("a story that nobody began") }
    }

    // MARK: Records

    /// Takes in the record of the archive with the ordinal `next`.
    ///
    /// - Throws: ``SavedIndexDamage`` where it is another article than the one that was saved.
    package mutating func admit(
        _ features: Features, _ judgement: Judgement
    ) throws(SavedIndexDamage) {
        if isLevel {
            _ = judge.admit(features, judgement)
            next += 1
            return
        }
        let known = judge.index.articles[next]
        guard known.id == features.id, known.story <= storiesBegun else {
            throw SavedIndexDamage("another article than the archive's at number \(next + 1)")
        }
        let isFirst = known.story == storiesBegun
        if isFirst { storiesBegun += 1 }
        replayStory(features, known.story, named: isFirst ? judgement.story : nil)
        replayArticle(features, known)
        next += 1
        try level()
    }

    /// Takes in the record of a notice, which stands before that with the ordinal `next`.
    package mutating func admitNotice(_ features: Features, segment: UInt32) {
        judge.withdrawals.add(features, segment: segment, by: Ordinal(truncatingIfNeeded: next))
    }

    private mutating func replayStory(
        _ features: Features, _ story: UInt32, named first: ContentID?
    ) {
        let isLinking = judge.settings.stories
        let vector = isLinking ? judge.stories.vector(features) : []
        if story >= judge.stories.stories.count {
            let name = first ?? features.id
            judge.stories.stories.append(
                Story(
                    first: name, latest: features.time, language: features.language,
                    articleCount: 1, centre: vector))
            if name != features.id { judge.absentStories[name] = story }
        } else if first == nil, next >= marks.stories(Int(story)) {
            judge.stories.join(vector, at: features.time, to: story)
        }
        for entry in judge.stories.weightiest(vector) {
            let key = StoryIndex.key(entry.term)
            if next >= marks.shard(of: key, .storyPostings) {
                judge.stories.postings.add(story, to: key)
            }
        }
        if isLinking { judge.stories.statistics.count(features.terms, in: features.language) }
    }

    private mutating func replayArticle(_ features: Features, _ known: KnownArticle) {
        let ordinal = Ordinal(truncatingIfNeeded: next)
        let root = Int(known.root)
        judge.index.articles[root].newest = max(judge.index.articles[root].newest, ordinal)
        judge.index.forget(at: features.time, count: next + 1)
        let oldest = judge.index.oldestLive
        for key in features.keys where next >= marks.shard(of: key, .fingerprints) {
            judge.index.fingerprints.add(ordinal, to: key, liveFrom: oldest)
        }
        let identity = ArticleIndex.key(features.id)
        if next >= marks.shard(of: identity, .identities) {
            judge.index.identities.add(ordinal, to: identity)
        }
        if features.guid != 0, next >= marks.shard(of: features.guid, .guids) {
            judge.index.guids.add(ordinal, to: features.guid)
        }
        if features.url != 0, next >= marks.shard(of: features.url, .urls) {
            judge.index.urls.add(ordinal, to: features.url)
        }
    }

    /// Once all that any part has seen was seen by all, nothing tells the judge from one that never
    /// stopped; but stories that ended meanwhile are yet to be let go.
    private mutating func level() throws(SavedIndexDamage) {
        guard !isLevel, next == saved, let end else { return }
        guard storiesBegun == judge.stories.stories.count else {
            throw SavedIndexDamage("stories that the archive does not know")
        }
        for story in 0..<end.oldestLive where !judge.stories.stories[story].centre.isEmpty {
            judge.stories.stories[story].centre = []
        }
        judge.stories.oldestLive = end.oldestLive
        judge.stories.latest = end.latest
        // The end was written last, and may have seen more than all other parts.
        let next = Ordinal(truncatingIfNeeded: saved)
        judge.index.absentOriginals.forget(from: next)
        judge.index.amendments.forget(from: next, stories: storiesBegun)
        isLevel = true
    }

    /// The judge, once the archive's records have been taken in.
    ///
    /// - Throws: ``SavedIndexDamage`` where the archive has fewer than were saved.
    package consuming func finish() throws(SavedIndexDamage) -> Judge {
        guard isLevel else { throw SavedIndexDamage("articles that the archive does not have") }
        return judge
    }
}
