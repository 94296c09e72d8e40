import Articles

/// What is known: by identity, guid and URL for ever, by fingerprints within a window of time.
struct ArticleIndex: ~Copyable {
    private(set) var articles = ChunkedArray<KnownArticle>()
    private var fingerprints = PostingTable(width: 2)
    private var identities = PostingTable(width: 2)
    private var guids = PostingTable(width: 1)
    private var urls = PostingTable(width: 1)
    /// Originals of chains whose first article is not in the index, by the ordinal that stands for it.
    private var absentOriginals: [Ordinal: ContentID] = [:]
    private var latest = Moment(microseconds: .min)
    /// The first article that is in the window or has not been seen to be out of it.
    private var oldestLive: Ordinal = 0
    var window: Int64
    /// Kept only so that the reads which warm the memory are not left out.
    private var touched: UInt32 = 0

    /// How many admissions are kept in any case: a backfill of old articles finds its own copies.
    private static let alwaysLive = 65_536

    /// An index that forgets fingerprints, as it grows, `window` microseconds after their article.
    init(window: Int64) { self.window = window }

    var count: Int { articles.count }
    var byteCount: Int {
        fingerprints.byteCount + identities.byteCount + guids.byteCount + urls.byteCount
            + articles.count * MemoryLayout<KnownArticle>.stride
    }

    func article(_ ordinal: Ordinal) -> KnownArticle { articles[Int(ordinal)] }

    /// The newest article with this identity.
    func ordinal(of id: ContentID) -> Ordinal? {
        var found: Ordinal?
        identities.forEachOwner(of: Self.key(id)) { owner in
            if found == nil, articles[Int(owner)].id == id { found = owner }
        }
        return found
    }

    func ordinal(guid: UInt64) -> Ordinal? {
        guard guid != 0, let owner = guids.newest(of: guid) else { return nil }
        return articles[Int(owner)].guid == guid ? owner : nil
    }

    func ordinal(url: UInt64) -> Ordinal? {
        guard url != 0, let owner = urls.newest(of: url) else { return nil }
        return articles[Int(owner)].url == url ? owner : nil
    }

    /// The first original of the chain of `ordinal`.
    func original(of ordinal: Ordinal) -> ContentID {
        let root = articles[Int(ordinal)].root
        return absentOriginals.isEmpty
            ? articles[Int(root)].id : absentOriginals[root] ?? articles[Int(root)].id
    }

    /// The newest article of the chain of `ordinal`.
    func newest(ofChain ordinal: Ordinal) -> Ordinal {
        articles[Int(articles[Int(ordinal)].root)].newest
    }

    /// Calls `body` with each key's owners, the newest first; `isOnly` tells whether it has but one.
    mutating func forEachOwner(of keys: [UInt64], _ body: (Ordinal, _ isOnly: Bool) -> Void) {
        touched = fingerprints.touch(keys)
        for key in keys {
            var first = PostingTable.none
            var second = PostingTable.none
            fingerprints.forEachOwner(of: key) { owner in
                if first == PostingTable.none { first = owner } else { second = owner }
            }
            if first == PostingTable.none { continue }
            body(first, second == PostingTable.none)
            if second != PostingTable.none { body(second, false) }
        }
    }

    mutating func admit(_ features: Features, _ judgement: Judgement, story: UInt32) -> Ordinal {
        let ordinal = Ordinal(truncatingIfNeeded: count)
        var root = ordinal
        if judgement.original != features.id || judgement.verdict != .original {
            if let known = self.ordinal(of: judgement.original) {
                root = articles[Int(known)].root
            } else {
                absentOriginals[ordinal] = judgement.original
            }
        }
        articles.append(
            KnownArticle(
                id: features.id, time: features.time, guid: features.guid, url: features.url,
                root: root, newest: ordinal, story: story,
                revision: UInt16(truncatingIfNeeded: min(max(judgement.revision, 0), 65_535)),
                keyCount: UInt16(truncatingIfNeeded: min(features.keys.count, 65_535))))
        articles[Int(root)].newest = ordinal
        latest = max(latest, features.time)
        post(features, as: ordinal)
        return ordinal
    }

    private mutating func post(_ features: Features, as ordinal: Ordinal) {
        forget()
        touched ^= fingerprints.touch(features.keys)
        for key in features.keys { fingerprints.add(ordinal, to: key, liveFrom: oldestLive) }
        identities.add(ordinal, to: Self.key(features.id))
        if features.guid != 0 { guids.add(ordinal, to: features.guid) }
        if features.url != 0 { urls.add(ordinal, to: features.url) }
    }

    /// Moves on past articles that have left the window; their keys go when their shard grows.
    private mutating func forget() {
        let (horizon, isBefore) = latest.microseconds.subtractingReportingOverflow(window)
        guard !isBefore else { return }
        for _ in 0..<4 where Int(oldestLive) + Self.alwaysLive < count {
            guard articles[Int(oldestLive)].time.microseconds < horizon else { return }
            oldestLive += 1
        }
    }

    private static func key(_ id: ContentID) -> UInt64 { WordHash.mix(id.high, id.low) }
}
