import Articles

/// Links articles to stories in one pass: each joins the story whose centre is nearest, or begins one.
///
/// An article is compared with the centre of a story, never with single members, so that a chain
/// of weak links does not tie different events together.
struct StoryIndex: ~Copyable {
    struct Settings {
        /// The least similarity, after decay, that joins.
        var threshold: Float = 0.33
        /// The similarity has halved after so many microseconds of silence.
        var halfLife: Float = 36 * 3_600_000_000
        /// Silence that ends a story, in microseconds.
        var window: Int64
        /// So many stories are kept whatever their time: a backfill of old articles has stories too.
        var alwaysLive: Int
        /// Otherwise every article begins one, and no terms are kept.
        var isLinking: Bool
    }

    var stories = ChunkedArray<Story>()
    var postings = PostingTable(width: PostingTable.width(of: .storyPostings))
    var statistics = TermStatistics()
    var settings: Settings
    private var candidates: [(story: UInt32, score: Float)] = []
    /// The first story that has not ended, and the time of the latest article.
    var oldestLive = 0
    var latest = Moment(microseconds: .min)
    private var owners: [UInt64] = []
    /// Kept only so that the reads which warm the memory are not left out.
    private var touched: UInt32 = 0
    private var ranking: [UInt64] = []
    private var leading: [Story.Weight] = []

    /// Terms of an article that lead to stories, the weightiest.
    private static let leadingTerms = 12
    private static let comparedStories = 8
    /// What many report is likelier to be reported again, for each e-fold of articles.
    private static let sizeBonus: Float = 0.06
    /// Of the square of an article's length, what leading terms in common must make up.
    private static let leastShare: Float = 0.08

    init(settings: Settings) { self.settings = settings }

    /// By the centres of a few hundred stories: to look at all of them takes long.
    var byteCount: Int {
        let samples = min(stories.count, 256)
        let weights = (0..<samples).reduce(0) {
            $0 + stories[$1 * stories.count / samples].centre.capacity
        }
        let each = MemoryLayout<Story>.stride + 32 + 8 * weights / max(samples, 1)
        return postings.byteCount + 4 * 65_536 * 2 + stories.count * each
    }

    func first(of story: UInt32) -> ContentID { stories[Int(story)].first }

    /// The story that the article belongs to; nil where it begins one.
    mutating func story(for features: Features) -> UInt32? {
        guard settings.isLinking else { return nil }
        let vector = vector(features)
        guard vector.count >= 2 else { return nil }
        gather(vector)
        var best: (story: UInt32, score: Float)?
        for candidate in candidates.prefix(Self.comparedStories) {
            let story = stories[Int(candidate.story)]
            guard
                story.language == features.language || story.language == 0 || features.language == 0
            else { continue }
            let gap = abs(
                Float(
                    features.time.microseconds.subtractingReportingOverflow(
                        story.latest.microseconds
                    ).partialValue))
            guard gap <= Float(settings.window) else { continue }
            let size = 1 + Self.sizeBonus * Logarithm.of(1 + Float(story.articleCount))
            let score = story.nearness(to: vector) * size / (1 + gap / settings.halfLife)
            guard score >= settings.threshold else { continue }
            if score > best?.score ?? 0 { best = (candidate.story, score) }
        }
        return best?.story
    }

    /// Adds the article to a story, or begins one with it, named by `first`.
    mutating func add(
        _ features: Features, to story: UInt32?, named first: ContentID
    ) -> UInt32 {
        let vector = settings.isLinking ? vector(features) : []
        let index: UInt32
        if let story {
            index = story
            join(vector, at: features.time, to: story)
        } else {
            index = UInt32(truncatingIfNeeded: stories.count)
            stories.append(
                Story(
                    first: first, latest: features.time, language: features.language,
                    articleCount: 1, centre: vector))
        }
        let leading = weightiest(vector)
        touch(leading)
        for entry in leading { postings.add(index, to: Self.key(entry.term)) }
        if settings.isLinking { statistics.count(features.terms, in: features.language) }
        forget(at: features.time)
        return index
    }

    /// A story that has ended gets no centre any more: nothing is compared with it.
    mutating func join(_ vector: [Story.Weight], at time: Moment, to story: UInt32) {
        stories[Int(story)].add(Int(story) < oldestLive ? [] : vector, at: time)
    }

    /// A story of which nothing but the name is known.
    mutating func addForgotten(_ first: ContentID, _ time: Moment) -> UInt32 {
        stories.append(Story(first: first, latest: time, language: 0, articleCount: 1, centre: []))
        return UInt32(truncatingIfNeeded: stories.count - 1)
    }

    /// Frees the centres of stories that have ended; a few for each article, so that none waits long.
    private mutating func forget(at time: Moment) {
        latest = max(latest, time)
        let (horizon, isBefore) = latest.microseconds.subtractingReportingOverflow(settings.window)
        guard !isBefore else { return }
        for _ in 0..<4 where oldestLive + settings.alwaysLive < stories.count {
            guard stories[oldestLive].latest.microseconds < horizon else { return }
            stories[oldestLive].centre = []
            oldestLive += 1
        }
    }

    func vector(_ features: Features) -> [Story.Weight] {
        let rarity = statistics.rarity(in: features.language)
        return Story.normalised(
            features.terms.map { term in
                Story.Weight(
                    term: term.id,
                    weight: term.weight * rarity.of(term))
            })
    }

    /// Stories that share leading terms, those first that share the most.
    private mutating func gather(_ vector: [Story.Weight]) {
        owners.removeAll(keepingCapacity: true)
        let leading = weightiest(vector)
        touch(leading)
        for (place, entry) in leading.enumerated() {
            postings.forEachOwner(of: Self.key(entry.term)) { owner in
                owners.append(UInt64(owner) << 32 | UInt64(place))
            }
        }
        owners.sort()
        candidates.removeAll(keepingCapacity: true)
        var start = 0
        while start < owners.count {
            let owner = owners[start] >> 32
            var score: Float = 0
            while start < owners.count, owners[start] >> 32 == owner {
                let weight = leading[Int(owners[start] & 0xFFFF_FFFF)].weight
                score += weight * weight
                start += 1
            }
            guard score >= Self.leastShare else { continue }
            candidates.append((UInt32(truncatingIfNeeded: owner), score))
        }
        candidates.sort { ($0.score, $0.story) > ($1.score, $1.story) }
    }

    /// Has the memory of the terms' places fetched, for all of them at once.
    private mutating func touch(_ leading: [Story.Weight]) {
        for entry in leading { touched ^= postings.touch(Self.key(entry.term)) }
    }

    /// The terms that lead to other articles, the weightiest first.
    mutating func weightiest(_ vector: [Story.Weight]) -> [Story.Weight] {
        guard vector.count > Self.leadingTerms else {
            leading = vector
            return leading
        }
        // Weights are not negative, so their bits are in the order of their values.
        ranking.removeAll(keepingCapacity: true)
        for index in vector.indices {
            ranking.append(UInt64(vector[index].weight.bitPattern) << 32 | UInt64(index))
        }
        ranking.sort()
        leading.removeAll(keepingCapacity: true)
        for rank in ranking.suffix(Self.leadingTerms).reversed() {
            leading.append(vector[Int(rank & 0xFFFF_FFFF)])
        }
        return leading
    }

    static func key(_ term: UInt32) -> UInt64 { WordHash.mix(UInt64(term), 1) }
}
