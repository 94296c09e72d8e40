/// What a text is to one that it resembles, decided by what differs and not by the score alone.
///
/// Thresholds were measured on Reuters-21578 (1,116 pairs, 83 series of templated reports): alike by
/// score alone are also next week's prices, whose numbers and names have all changed.
struct VerdictRule {
    enum Relation: Equatable {
        /// Adds nothing.
        case copy
        /// A later state: corrected, or told further.
        case revision
        /// Another report of a series, an item of a roundup, or no relation at all.
        case apart
    }

    /// What the rule looks at beside the texts.
    struct Circumstances {
        /// Between the two, 0 or more.
        var hoursApart: Double
        var headlines: HeadlineComparison
        /// Their headlines name what only the one, and what only the other text tells of.
        var isAnotherSubject: Bool
        /// The newer one says of itself that it is a later state.
        var isMarked: Bool
    }

    /// The least Jaccard similarity of a near copy.
    var similarity: Double
    /// The least share of the shorter text that stands in the longer one, for a partial copy.
    var containment: Double

    private static let copyNames = 0.15
    private static let stockWords = 20
    private static let revisionShare = 0.3
    private static let revisionHours = 36.0
    /// Hours in which an agency sends the next state of a report.
    private static let soon = 8.0

    func relation(_ pair: Comparison, _ circumstances: Circumstances) -> Relation {
        guard isAlike(pair, circumstances), !isRoundup(pair, circumstances),
            !isStock(pair, circumstances)
        else { return .apart }
        if pair.isIdentical && !pair.isCut {
            let isCorrected = circumstances.headlines.isNumberReplaced
            return isCorrected || circumstances.isMarked ? .revision : .copy
        }
        if pair.isSubjectReplaced, pair.numbersMissing >= 2, !circumstances.isMarked {
            return .apart
        }
        if circumstances.isMarked { return isSeries(pair, circumstances) ? .apart : .revision }
        if isShortSeries(pair, circumstances) { return .apart }
        if pair.numbersMissing == 0, pair.namesMissingShare <= Self.copyNames {
            return pair.addsSentence || pair.isCut || isNameCorrected(pair) ? .revision : .copy
        }
        return isSeries(pair, circumstances) ? .apart : .revision
    }

    private func isAlike(_ pair: Comparison, _ circumstances: Circumstances) -> Bool {
        if isNextState(circumstances) {
            let isMuchShared = pair.containment >= 0.65 && pair.shorterShingles >= 15
            if isMuchShared || pair.jaccard >= 0.4 { return true }
        }
        return pair.isIdentical || pair.jaccard >= similarity || pair.alignedThroughDamage >= 0.8
            || pair.containment >= containment && pair.shorterShingles >= 20
            || pair.containment == 1 && pair.shorterShingles >= 8
    }

    /// The same headline soon afterwards, or one that is marked as a correction: tables of figures and
    /// short items are retold in other words.
    private func isNextState(_ circumstances: Circumstances) -> Bool {
        let hours = circumstances.isMarked ? Self.revisionHours : Self.soon
        return circumstances.hoursApart <= hours && (circumstances.headlines.alike ?? 0) >= 0.6
            && !circumstances.isAnotherSubject
    }

    /// A few words under another headline ("Details to follow"): the headline is the article.
    private func isStock(_ pair: Comparison, _ circumstances: Circumstances) -> Bool {
        guard let alike = circumstances.headlines.alike else { return false }
        return min(pair.olderWords, pair.newerWords) < Self.stockWords && alike < 0.8
    }

    /// Figures or names of another report: too many of them, or the two too far apart in time.
    private func isSeries(_ pair: Comparison, _ circumstances: Circumstances) -> Bool {
        let areFewNames =
            pair.namesMissingShare <= Self.revisionShare
            || circumstances.isMarked && pair.namesMissing <= 1
        let isFew = pair.numbersMissingShare <= Self.revisionShare && areFewNames
        if isFew { return circumstances.hoursApart > Self.revisionHours }
        // What follows within hours, about the same, is the same report: a short item has so few
        // figures that one correction is a good part of them.
        guard circumstances.hoursApart <= Self.soon, !circumstances.isAnotherSubject else {
            return true
        }
        let alike = circumstances.headlines.alike ?? 0
        if alike >= 0.8, pair.numberOfEdits <= 2, pair.jaccard >= 0.8 { return false }
        let isRetold =
            alike >= 0.6
            ? pair.numbersMissingShare <= 0.6
            : alike > 0 && pair.jaccard >= 0.7
                && pair.numbersMissingShare <= 0.35
        // Of few names, one that is written otherwise is a good part.
        return !isRetold || pair.namesMissing > 2 && pair.namesMissingShare > 0.5
    }

    /// Short items repeat their wording from week to week; and where a word of the headline has
    /// changed they are about something else.
    private func isShortSeries(_ pair: Comparison, _ circumstances: Circumstances) -> Bool {
        guard min(pair.olderWords, pair.newerWords) < 80 else { return false }
        let isMissing = pair.numbersMissing + pair.namesMissing > 0
        // A brief out of a longer report; items of a series are of a length.
        if pair.containment >= 0.95, pair.lengthRatio >= 2, !isMissing { return false }
        if circumstances.hoursApart > 48 { return true }
        let isAnother =
            circumstances.hoursApart <= Self.soon
            ? circumstances.isAnotherSubject : circumstances.headlines.isWordReplaced
        return isAnother && isMissing
    }

    /// One name for another in a text that otherwise stays as it was.
    private func isNameCorrected(_ pair: Comparison) -> Bool {
        pair.namesMissing > 0 && pair.numberOfEdits <= 3 && pair.jaccard >= 0.8
    }

    /// An item among others: the longer text begins with something else.
    private func isRoundup(_ pair: Comparison, _ circumstances: Circumstances) -> Bool {
        if let alike = circumstances.headlines.alike, alike >= 0.4 { return false }
        return pair.lengthRatio > 3 && pair.matchStart > 0.25
    }
}
