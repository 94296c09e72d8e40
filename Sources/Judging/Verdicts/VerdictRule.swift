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

    func relation(_ pair: Comparison, _ circumstances: Circumstances) -> Relation {
        guard isAlike(pair), !isRoundup(pair), !isStock(pair, circumstances) else { return .apart }
        if pair.isIdentical && !pair.isCut {
            let isCorrected = circumstances.headlines.isNumberReplaced
            return isCorrected || circumstances.isMarked ? .revision : .copy
        }
        if circumstances.isMarked { return isSeries(pair, circumstances) ? .apart : .revision }
        if isShortSeries(pair, circumstances) { return .apart }
        if pair.numbersMissing == 0, pair.namesMissingShare <= Self.copyNames {
            return pair.addsSentence || pair.isCut || isNameCorrected(pair) ? .revision : .copy
        }
        return isSeries(pair, circumstances) ? .apart : .revision
    }

    private func isAlike(_ pair: Comparison) -> Bool {
        pair.isIdentical || pair.jaccard >= similarity
            || pair.containment >= containment && pair.shorterShingles >= 20
            || pair.containment == 1 && pair.shorterShingles >= 8
    }

    /// A few words under another headline ("Details to follow"): the headline is the article.
    private func isStock(_ pair: Comparison, _ circumstances: Circumstances) -> Bool {
        guard let alike = circumstances.headlines.alike else { return false }
        return min(pair.olderWords, pair.newerWords) < Self.stockWords && alike < 0.8
    }

    /// Figures or names of another report: too many of them, or the two too far apart in time.
    private func isSeries(_ pair: Comparison, _ circumstances: Circumstances) -> Bool {
        let isFew =
            pair.numbersMissingShare <= Self.revisionShare
            && pair.namesMissingShare <= Self.revisionShare
        if isFew { return circumstances.hoursApart > Self.revisionHours }
        // A short item has so few figures that one correction is a good part of them.
        return circumstances.hoursApart > 6 || (circumstances.headlines.alike ?? 0) < 0.8
            || pair.numbersMissingShare > 0.6 || pair.namesMissingShare > Self.copyNames
    }

    /// Short items repeat their wording from week to week; and where a word of the headline has
    /// changed they are about something else.
    private func isShortSeries(_ pair: Comparison, _ circumstances: Circumstances) -> Bool {
        guard min(pair.olderWords, pair.newerWords) < 80 else { return false }
        return circumstances.hoursApart > 48
            || circumstances.headlines.isWordReplaced && pair.numbersMissing + pair.namesMissing > 0
    }

    /// One name for another in a text that otherwise stays as it was.
    private func isNameCorrected(_ pair: Comparison) -> Bool {
        pair.namesMissing > 0 && pair.numberOfEdits <= 3 && pair.jaccard >= 0.8
    }

    /// An item among others: the longer text begins with something else.
    private func isRoundup(_ pair: Comparison) -> Bool {
        pair.lengthRatio > 3 && pair.matchStart > 0.25
    }
}
