import Articles

/// What a text is to one that it resembles, decided by what differs and not by the score alone.
///
/// Thresholds were measured on Reuters-21578 (1,116 pairs, 83 series of templated reports): alike by
/// score alone are also next week's prices, whose numbers and names have all changed.
struct VerdictRule {
    /// What the rule looks at beside the texts.
    struct Circumstances {
        /// Between the two, 0 or more.
        var hoursApart: Double
        var headlines: HeadlineComparison
        /// Their headlines name what only the one, and what only the other text tells of.
        var isAnotherSubject: Bool
        /// The newer one says of itself that it is a later state.
        var isMarked: Bool

        /// - Parameter comparer: has just compared the texts of the two.
        init(_ older: Article, _ newer: Article, hoursApart: Double, _ comparer: Comparer) {
            self.hoursApart = hoursApart
            headlines = HeadlineComparison(older: older.headline, newer: newer.headline)
            isAnotherSubject = comparer.isAnotherSubject(headlines)
            isMarked = RevisionMark.isOn(newer) && !RevisionMark.isOn(older)
        }
    }

    /// The least Jaccard similarity of a near copy.
    var similarity: Double
    /// The least share of the shorter text that stands in the longer one, for a partial copy.
    var containment: Double

    init(_ settings: Judge.Settings) {
        (similarity, containment) = (settings.similarity, settings.containment)
    }

    /// Of the names of the shorter text, so many may be missing from a copy.
    private static let copyNames = 0.15
    /// Of its numbers and of its names, so many may be others in a correction.
    private static let revisionShare = 0.3
    /// Hours after which other numbers are those of another report …
    private static let revisionHours = 36.0
    /// … but for long texts that are otherwise alike: a series is short.
    private static let long = (words: 200, jaccard: 0.9)
    /// Hours in which an agency sends the next state of a report.
    private static let soon = 8.0
    /// Headlines that share so much of their words are of one report, or the same.
    private static let headline = (related: 0.4, nextState: 0.6, same: 0.8)
    /// A next state may be retold: so much of it is enough to be alike.
    private static let nextState = (containment: 0.65, shingles: 15, jaccard: 0.4)
    /// Words in their order, of texts that look damaged.
    private static let throughDamage = 0.8
    /// 3-grams that the contained text has at least, when most and when all of them are there.
    private static let contained = (most: 20, all: 8)
    /// Shorter texts than this say nothing without their headline, in words.
    private static let stockWords = 20
    /// What stays as it was but for a few places.
    private static let untouched = (edits: 3, jaccard: 0.8)
    /// Items of a series have fewer words, and come more hours apart.
    private static let item = (words: 80, hours: 48.0)
    /// A roundup is so many times longer, and begins with something else for such a part of it.
    private static let roundup = (ratio: 3.0, before: 0.25)

    /// The first rule that decides.
    func ruling(_ pair: Comparison, _ circumstances: Circumstances) -> Ruling {
        if !isAlike(pair, circumstances) { return .unlike }
        if isRoundup(pair, circumstances) { return .itemOfRoundup }
        if isStock(pair, circumstances) { return .stockText }
        if pair.isIdentical && !pair.isCut {
            if circumstances.headlines.isNumberReplaced { return .headlineCorrected }
            return circumstances.isMarked ? .markedAsLater : .sameWords
        }
        if isOfAnotherSubject(pair), !circumstances.isMarked { return .anotherSubject }
        if circumstances.isMarked {
            return isSeries(pair, circumstances) ? .series : .markedAsLater
        }
        if isShortSeries(pair, circumstances) { return .shortSeries }
        if pair.numbersMissing == 0, pair.namesMissingShare <= Self.copyNames {
            if pair.addsSentence { return .toldFurther }
            if pair.isCut { return .tooLong }
            return isNameCorrected(pair) ? .nameCorrected : .nothingAdded
        }
        return isSeries(pair, circumstances) ? .series : .figuresOrNamesCorrected
    }

    /// A name that was misspelt is corrected throughout; with other figures, or with other names, it is
    /// somebody else.
    private func isOfAnotherSubject(_ pair: Comparison) -> Bool {
        pair.subjectsReplaced > 0 && pair.subjectsReplaced + pair.numbersMissing >= 3
    }

    private func isAlike(_ pair: Comparison, _ circumstances: Circumstances) -> Bool {
        if isNextState(circumstances) {
            let isMuchShared =
                pair.containment >= Self.nextState.containment
                && pair.shorterShingles >= Self.nextState.shingles
            if isMuchShared || pair.jaccard >= Self.nextState.jaccard { return true }
        }
        return pair.isIdentical || pair.jaccard >= similarity
            || pair.alignedThroughDamage >= Self.throughDamage
            || pair.containment >= containment && pair.shorterShingles >= Self.contained.most
            || pair.containment == 1 && pair.shorterShingles >= Self.contained.all
    }

    /// The same headline soon afterwards, or one that is marked as a correction: tables of figures and
    /// short items are retold in other words.
    private func isNextState(_ circumstances: Circumstances) -> Bool {
        let hours = circumstances.isMarked ? Self.revisionHours : Self.soon
        return circumstances.hoursApart <= hours
            && (circumstances.headlines.alike ?? 0) >= Self.headline.nextState
            && !circumstances.isAnotherSubject
    }

    /// A few words under another headline ("Details to follow"): the headline is the article.
    private func isStock(_ pair: Comparison, _ circumstances: Circumstances) -> Bool {
        guard let alike = circumstances.headlines.alike else { return false }
        return min(pair.olderWords, pair.newerWords) < Self.stockWords && alike < Self.headline.same
    }

    /// Figures or names of another report: too many of them, or the two too far apart in time.
    private func isSeries(_ pair: Comparison, _ circumstances: Circumstances) -> Bool {
        let areFewNames =
            pair.namesMissingShare <= Self.revisionShare
            || circumstances.isMarked && pair.namesMissing <= 1
        let isFew = pair.numbersMissingShare <= Self.revisionShare && areFewNames
        if isFew {
            let isLong = min(pair.olderWords, pair.newerWords) >= Self.long.words
            if isLong, pair.jaccard >= Self.long.jaccard { return false }
            return circumstances.hoursApart > Self.revisionHours
        }
        // What follows within hours, about the same, is the same report: a short item has so few
        // figures that one correction is a good part of them.
        guard circumstances.hoursApart <= Self.soon, !circumstances.isAnotherSubject else {
            return true
        }
        let alike = circumstances.headlines.alike ?? 0
        if alike >= Self.headline.same, pair.numberOfEdits < Self.untouched.edits,
            pair.jaccard >= Self.untouched.jaccard
        {
            return false
        }
        // Without headlines, one place in a text that otherwise stays as it was.
        if circumstances.headlines.alike == nil, pair.numberOfEdits == 1, pair.jaccard >= 0.85 {
            return false
        }
        let isRetold =
            alike >= Self.headline.nextState
            ? pair.numbersMissingShare <= 0.6
            : alike > 0 && pair.jaccard >= 0.7
                && pair.numbersMissingShare <= 0.35
        // Of few names, one that is written otherwise is a good part.
        return !isRetold || pair.namesMissing > 2 && pair.namesMissingShare > 0.5
    }

    /// Short items repeat their wording from week to week; and where a word of the headline has
    /// changed they are about something else.
    private func isShortSeries(_ pair: Comparison, _ circumstances: Circumstances) -> Bool {
        guard min(pair.olderWords, pair.newerWords) < Self.item.words else { return false }
        let isMissing = pair.numbersMissing + pair.namesMissing > 0
        // A brief out of a longer report; items of a series are of a length.
        if pair.containment >= 0.95, pair.lengthRatio >= 2, !isMissing { return false }
        if circumstances.hoursApart > Self.item.hours { return true }
        let isAnother =
            circumstances.hoursApart <= Self.soon
            ? circumstances.isAnotherSubject : circumstances.headlines.isWordReplaced
        return isAnother && isMissing
    }

    /// One name for another in a text that otherwise stays as it was.
    private func isNameCorrected(_ pair: Comparison) -> Bool {
        pair.namesMissing > 0 && pair.numberOfEdits <= Self.untouched.edits
            && pair.jaccard >= Self.untouched.jaccard
    }

    /// An item among others: the longer text begins with something else.
    private func isRoundup(_ pair: Comparison, _ circumstances: Circumstances) -> Bool {
        if let alike = circumstances.headlines.alike, alike >= Self.headline.related {
            return false
        }
        return pair.lengthRatio > Self.roundup.ratio && pair.matchStart > Self.roundup.before
    }
}
