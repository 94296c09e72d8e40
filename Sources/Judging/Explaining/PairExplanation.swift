import Articles

/// Why an article is, or is not, a copy or a revision of another one.
package struct PairExplanation: Sendable {
    /// The rule that decided.
    package let ruling: Ruling
    /// How alike the texts are, 0 to 1: shared word 3-grams of all (Jaccard), or words in their
    /// order where scanning has damaged them.
    package let similarity: Double
    /// How much of the older text stands in the newer one, and the other way about, 0 to 1.
    package let olderContained: Double
    package let newerContained: Double
    package let olderWords: Int
    package let newerWords: Int
    /// Numbers and names of the shorter text, and how many of them the longer one has not.
    package let numbers: Int
    package let numbersMissing: Int
    package let names: Int
    package let namesMissing: Int
    /// Between the times of the two.
    package let hoursApart: Double
    /// The texts, side by side.
    package let passages: [Passage]

    /// Compares the article at hand with one that was known before.
    package init(older: Article, newer: Article, hoursApart: Double, settings: Judge.Settings) {
        var comparer = Comparer()
        comparer.begin(newer.comparedText)
        let pair = comparer.compare(withOlder: older.comparedText)
        let rule = VerdictRule(settings)
        ruling = rule.ruling(
            pair, VerdictRule.Circumstances(older, newer, hoursApart: hoursApart, comparer))
        similarity = pair.similarity
        (olderContained, newerContained) = (pair.olderContained, pair.newerContained)
        (olderWords, newerWords) = (pair.olderWords, pair.newerWords)
        (numbers, numbersMissing) = (pair.numbers, pair.numbersMissing)
        (names, namesMissing) = (pair.names, pair.namesMissing)
        self.hoursApart = hoursApart
        passages = comparer.passages()
    }
}
