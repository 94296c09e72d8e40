import Articles

/// Judges articles one after another: what each is to those that are known, and to which story it
/// belongs. Used by one thread; the same articles in the same order give the same verdicts.
///
/// Judging changes nothing that verdicts depend on. What is to be known afterwards is admitted:
/// originals and revisions, also those of the archive when the index is built again.
package struct Judge: ~Copyable {
    /// How alike is a copy, and for how long.
    package struct Settings: Sendable {
        /// The least Jaccard similarity (word 3-grams) of a near copy, 0 to 1.
        package var similarity = 0.5
        /// The least share of the shorter text that stands in the longer one, for a partial copy.
        package var containment = 0.8
        /// How many days near and partial copies and stories reach. Identities reach for ever.
        package var windowDays = 7
        /// Whether stories are linked; otherwise each original is a story by itself.
        package var stories = true
        /// How many articles and stories are kept whatever their time: a backfill of old articles
        /// finds its own copies and stories.
        var alwaysLive = 65_536

        package init() {}

        var windowMicroseconds: Int64 {
            Int64(min(max(windowDays, 0), 100_000)) * 86_400_000_000
        }
    }

    /// May change between two articles; what was forgotten by a shorter window stays forgotten.
    package var settings: Settings {
        didSet {
            index.window = settings.windowMicroseconds
            index.alwaysLive = settings.alwaysLive
            stories.settings = Self.storySettings(settings)
        }
    }
    var index: ArticleIndex
    var stories: StoryIndex
    /// Stories whose first article is not in the index, as it was taken out of the archive.
    var absentStories: [ContentID: UInt32] = [:]
    var withdrawals = Withdrawals()
    private var finder = CandidateFinder()
    private var comparer = Comparer()

    package init(settings: Settings = Settings()) {
        self.settings = settings
        index = ArticleIndex(
            window: settings.windowMicroseconds, alwaysLive: settings.alwaysLive)
        stories = StoryIndex(settings: Self.storySettings(settings))
    }

    private static func storySettings(_ settings: Settings) -> StoryIndex.Settings {
        StoryIndex.Settings(
            window: settings.windowMicroseconds, alwaysLive: settings.alwaysLive,
            isLinking: settings.stories)
    }

    /// How many were admitted.
    package var count: Int { index.count }

    /// Bytes of memory that the index holds, about.
    package var byteCount: Int { index.byteCount + stories.byteCount }

    /// The verdict on an article.
    ///
    /// `recall` gives the article that was admitted with an ordinal, nil where it can no longer be
    /// read; it is called for the few whose texts have to be compared. What it throws is thrown on.
    package mutating func judge(
        _ article: Article, _ features: Features, recall: (Ordinal) throws -> Article?
    ) throws -> Judgement {
        if features.isNotice { return withdrawal(features) }
        var judgement = try self.judgement(article, features, recall)
        judgement.isTakenBack = withdrawals.takeBack(features)
        return judgement
    }

    private mutating func judgement(
        _ article: Article, _ features: Features, _ recall: (Ordinal) throws -> Article?
    ) throws -> Judgement {
        if let known = index.ordinal(of: features.id) {
            return try repeated(known, article, features, recall)
        }
        // A copy of a notice that was archived whole.
        if article.status == .canceled, withdrawals.isNotice(features.id) {
            return Judgement(repeatedNotice: features.id)
        }
        if let (known, match) = sameSource(features),
            let judgement = try restated(known, match, article, features, recall)
        {
            return judgement
        }
        finder.find(features, in: &index, window: settings.windowMicroseconds)
        if !finder.candidates.isEmpty, let judgement = try alike(article, features, recall) {
            return judgement
        }
        return original(features)
    }

    /// Takes an original or a revision among those that are known.
    package mutating func admit(_ features: Features, _ judgement: Judgement) -> Ordinal {
        if judgement.corrects != nil { amend(features.id, judgement.story) }
        let known = story(named: judgement.story)
        let story = stories.add(features, to: known, named: judgement.story)
        if known == nil { name(story, judgement.story, firstOf: features.id) }
        return index.admit(features, judgement, story: story)
    }

    /// Takes in an article whose record was removed from the archive: known by its identity alone,
    /// so that the same text is an exact duplicate still. Such articles come before all others.
    ///
    /// - Parameter original: the original of its chain, where that is known.
    package mutating func admitForgotten(
        _ id: ContentID, original: ContentID? = nil, story: ContentID, received: Moment
    ) -> Ordinal {
        let original = original ?? id
        if let standing = standing(of: id), standing.original != original || standing.story != story
        {
            amend(id, story)
        }
        let known = self.story(named: story)
        let place = known ?? stories.addForgotten(story, received)
        if known == nil { name(place, story, firstOf: id) }
        return index.admitForgotten(id, original: original, story: place, received)
    }

    /// The records of the first `count` articles are no longer in the archive: of these only the
    /// identities count.
    package mutating func forget(first count: Int) { index.forget(first: count) }

    private mutating func original(_ features: Features) -> Judgement {
        let story = stories.story(for: features)
        return Judgement(
            verdict: .original, original: features.id, revision: 0, match: nil, similarity: nil,
            story: story.map { stories.first(of: $0) } ?? features.id)
    }

    /// The same headline and text once more.
    ///
    /// Where the sender's own identity says that it is the same article, and the newest state of that
    /// is another, the text went back to an older state; without it, it is a late copy. Nor is it a
    /// copy where the sender says that the article may now be used, or may not.
    private func repeated(
        _ known: Ordinal, _ article: Article, _ features: Features,
        _ recall: (Ordinal) throws -> Article?
    ) throws -> Judgement {
        let newest = index.newest(ofChain: known)
        let state = index.article(newest)
        let isSameSource =
            features.guid != 0 && features.guid == state.guid
            || features.url != 0 && features.url == state.url
        guard index.isPresent(newest), isSameSource, features.time >= state.time else {
            return related(to: known, .duplicate, .exact, 1)
        }
        if try state.id != features.id || isRestored(newest, features)
            || Clearance.isSaid(in: article)
                && isClearedAnew(article, features, after: recall(newest))
        {
            return related(to: known, .revision, .exact, 1)
        }
        return related(to: known, .duplicate, .exact, 1)
    }

    /// What the sender says is the same article, by guid or by URL.
    private func sameSource(_ features: Features) -> (Ordinal, Match)? {
        if let known = index.ordinal(guid: features.guid), !index.isContested(features.guid) {
            return (known, .guid)
        }
        if let known = index.ordinal(url: features.url), !index.isContested(features.url) {
            return (known, .url)
        }
        return nil
    }

    /// The same article by its sender's word, with other words: nothing new, or a later state.
    private mutating func restated(
        _ known: Ordinal, _ match: Match, _ article: Article, _ features: Features,
        _ recall: (Ordinal) throws -> Article?
    ) throws -> Judgement? {
        let newest = index.newest(ofChain: known)
        guard let older = try recall(newest) else { return nil }
        comparer.begin(article.comparedText)
        let pair = comparer.compare(withOlder: older.comparedText)
        let headlines = HeadlineComparison(older: older.headline, newer: article.headline)
        let isContained =
            pair.newerIsShorter && !pair.addsSentence && !pair.isCut
            && pair.newerContained >= max(0.9, settings.containment) && pair.numbersMissing == 0
            && pair.namesMissing == 0 && !headlines.isNumberReplaced
        let isCopy =
            isContained || pair.isIdentical && !pair.isCut && !headlines.isNumberReplaced
        let isOtherState =
            isRestored(newest, features) || isClearedAnew(article, features, after: older)
        return related(
            to: newest, isCopy && !isOtherState ? .duplicate : .revision, match,
            isContained && pair.jaccard < settings.similarity ? pair.newerContained : pair.jaccard)
    }

    /// The first candidate of which it is a copy, else the best of which it is a revision.
    private mutating func alike(
        _ article: Article, _ features: Features, _ recall: (Ordinal) throws -> Article?
    ) throws -> Judgement? {
        let rule = VerdictRule(settings)
        var revised: (ordinal: Ordinal, pair: Comparison)?
        comparer.begin(article.comparedText)
        for candidate in finder.candidates {
            guard let older = try recall(candidate.ordinal) else { continue }
            let pair = comparer.compare(withOlder: older.comparedText)
            let circumstances = VerdictRule.Circumstances(
                older, article, hoursApart: hours(from: candidate.ordinal, to: features), comparer)
            switch rule.ruling(pair, circumstances).relation {
            case .copy: return related(to: candidate.ordinal, .duplicate, pair)
            case .revision:
                if pair.similarity > revised?.pair.similarity ?? -1 {
                    revised = (candidate.ordinal, pair)
                }
            case .apart: break
            }
        }
        return revised.map { related(to: $0.ordinal, .revision, $0.pair) }
    }

    private func related(
        to known: Ordinal, _ verdict: Verdict, _ pair: Comparison
    ) -> Judgement {
        pair.similarity >= settings.similarity
            ? related(to: known, verdict, .near, pair.similarity)
            : related(to: known, verdict, .partial, pair.containment)
    }

    private func related(
        to known: Ordinal, _ verdict: Verdict, _ match: Match, _ similarity: Double
    ) -> Judgement {
        let state = index.article(known)
        let newest = index.article(index.newest(ofChain: known))
        return Judgement(
            verdict: verdict, original: index.original(of: known),
            revision: verdict == .revision ? Int(newest.revision) + 1 : Int(state.revision),
            match: match, similarity: similarity, story: stories.first(of: newest.story))
    }

    private func hours(from known: Ordinal, to features: Features) -> Double {
        abs(Double(features.time.microseconds) - Double(index.article(known).time.microseconds))
            / 3_600_000_000
    }
}
