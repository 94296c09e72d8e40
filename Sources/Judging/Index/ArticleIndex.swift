import Articles

/// What is known: by identity, guid and URL for ever, by fingerprints within a window of time.
struct ArticleIndex: CandidateSource, ~Copyable {
    var articles = ChunkedArray<KnownArticle>()
    var fingerprints = PostingTable(width: PostingTable.width(of: .fingerprints))
    var identities = PostingTable(width: PostingTable.width(of: .identities))
    var guids = PostingTable(width: PostingTable.width(of: .guids))
    var urls = PostingTable(width: PostingTable.width(of: .urls))
    /// Originals of chains whose first article is not in the index.
    var absentOriginals = AbsentOriginals()
    var amendments = Amendments()
    var latest = Moment(microseconds: .min)
    /// The first article that is in the window or has not been seen to be out of it.
    var oldestLive: Ordinal = 0
    /// The first article whose record is in the archive still; nobody is compared with those before.
    private var firstPresent: Ordinal = 0
    var window: Int64
    /// How many admissions are kept in any case: a backfill of old articles finds its own copies.
    var alwaysLive: Int
    /// Kept only so that the reads which warm the memory are not left out.
    private var touched: UInt32 = 0

    /// An index that forgets fingerprints, as it grows, `window` microseconds after their article,
    /// but for those of the last `alwaysLive`.
    init(window: Int64, alwaysLive: Int) {
        self.window = window
        self.alwaysLive = alwaysLive
    }

    var count: Int { articles.count }
    var byteCount: Int {
        fingerprints.byteCount + identities.byteCount + guids.byteCount + urls.byteCount
            + articles.count * MemoryLayout<KnownArticle>.stride
    }

    func article(_ ordinal: Ordinal) -> KnownArticle { articles[Int(ordinal)] }

    func candidate(_ ordinal: Ordinal) -> KnownArticle? {
        isSuperseded(ordinal) ? nil : article(ordinal)
    }

    /// Whether the record of an article is in the archive still, as far as is known.
    func isPresent(_ ordinal: Ordinal) -> Bool { ordinal >= firstPresent }

    /// The newest article with this identity.
    func ordinal(of id: ContentID) -> Ordinal? {
        var found: Ordinal?
        identities.forEachOwner(of: Self.key(id)) { owner in
            if found == nil, articles[Int(owner)].id == id { found = owner }
        }
        return found
    }

    func ordinal(guid: UInt64) -> Ordinal? {
        guard guid != 0, let owner = guids.newest(of: guid), isPresent(owner) else { return nil }
        return articles[Int(owner)].guid == guid ? owner : nil
    }

    func ordinal(url: UInt64) -> Ordinal? {
        guard url != 0, let owner = urls.newest(of: url), isPresent(owner) else { return nil }
        return articles[Int(owner)].url == url ? owner : nil
    }

    /// Calls `body` with each key's owners, the newest first; `isOnly` tells whether it has but one.
    mutating func forEachOwner(of keys: [UInt64], _ body: (Ordinal, _ isOnly: Bool) -> Void) {
        touched = fingerprints.touch(keys)
        for key in keys {
            var first = PostingTable.none
            var second = PostingTable.none
            fingerprints.forEachOwner(of: key) { owner in
                guard owner >= firstPresent else { return }
                if first == PostingTable.none { first = owner } else { second = owner }
            }
            if first == PostingTable.none { continue }
            body(first, second == PostingTable.none)
            if second != PostingTable.none { body(second, false) }
        }
    }

    mutating func admit(_ features: Features, _ judgement: Judgement, story: UInt32) -> Ordinal {
        let ordinal = Ordinal(truncatingIfNeeded: count)
        let isNew = judgement.verdict == .original && judgement.corrects == nil
        let root =
            isNew ? ordinal : chain(of: judgement.original, for: features.id, as: ordinal)
        let owners = judgement.corrects == nil ? [] : owners(of: features)
        append(
            KnownArticle(
                id: features.id, time: features.time, guid: features.guid, url: features.url,
                root: root, newest: ordinal, story: story,
                revision: UInt16(truncatingIfNeeded: min(max(judgement.revision, 0), 65_535)),
                keyCount: UInt16(truncatingIfNeeded: min(features.keys.count, 65_535))))
        post(features, as: ordinal)
        for (key, owner) in owners { contest(key, owner, by: ordinal) }
        return ordinal
    }

    /// Of a record that was removed: nothing but its identity leads to it.
    mutating func admitForgotten(
        _ id: ContentID, original: ContentID, story: UInt32, _ time: Moment
    ) -> Ordinal {
        let ordinal = Ordinal(truncatingIfNeeded: count)
        let root = chain(of: original, for: id, as: ordinal)
        append(
            KnownArticle(
                id: id, time: time, guid: 0, url: 0, root: root, newest: ordinal, story: story,
                revision: 0, keyCount: 0))
        identities.add(ordinal, to: Self.key(id))
        firstPresent = max(firstPresent, ordinal + 1)
        return ordinal
    }

    /// Makes an article the newest of its chain; the one before is kept with it.
    private mutating func append(_ article: KnownArticle) {
        let ordinal = Ordinal(truncatingIfNeeded: count)
        var article = article
        if article.root != ordinal { article.newest = articles[Int(article.root)].newest }
        articles.append(article)
        articles[Int(article.root)].newest = ordinal
    }

    mutating func forget(first count: Int) {
        firstPresent = max(firstPresent, Ordinal(truncatingIfNeeded: min(count, self.count)))
    }

    mutating func post(_ keys: [UInt64], of ordinal: Ordinal) {
        touched ^= fingerprints.touch(keys)
        for key in keys { fingerprints.add(ordinal, to: key, liveFrom: oldestLive) }
    }

    private mutating func post(_ features: Features, as ordinal: Ordinal) {
        forget(at: features.time, count: count)
        post(features.keys, of: ordinal)
        identities.add(ordinal, to: Self.key(features.id))
        if features.guid != 0 { guids.add(ordinal, to: features.guid) }
        if features.url != 0 { urls.add(ordinal, to: features.url) }
    }

    /// Moves on past articles that have left the window when `count` are known; their keys go when
    /// their shard grows.
    mutating func forget(at time: Moment, count: Int) {
        latest = max(latest, time)
        let (horizon, isBefore) = latest.microseconds.subtractingReportingOverflow(window)
        guard !isBefore else { return }
        for _ in 0..<4 where Int(oldestLive) + alwaysLive < count {
            guard articles[Int(oldestLive)].time.microseconds < horizon else { return }
            oldestLive += 1
        }
    }

    static func key(_ id: ContentID) -> UInt64 { WordHash.mix(id.high, id.low) }
}
