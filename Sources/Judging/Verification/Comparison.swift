/// What two texts have in common and what differs.
struct Comparison {
    var jaccard: Double
    /// How much of the newer text stands in the older one, and the other way about (word 3-grams).
    var newerContained: Double
    var olderContained: Double
    /// Distinct 3-grams of the shorter text.
    var shorterShingles: Int
    var olderWords: Int
    var newerWords: Int
    /// Numbers of the shorter text, and those of them that the longer one does not have there.
    var numbers = 0
    var numbersMissing = 0
    /// Names, as far as capitals tell them.
    var names = 0
    var namesMissing = 0
    /// The newer text says something more: a sentence, or a good part of one.
    var addsSentence = false
    /// Where in the longer text the first common passage begins, 0 to 1.
    var matchStart = 0.0
    /// Word by word the same.
    var isIdentical: Bool { numberOfEdits == 0 }
    var numberOfEdits = 0
    /// Of the words of the shorter text, how many stand in the longer one, in order, those with a few
    /// other letters among them; 0 where the texts do not look damaged.
    var alignedThroughDamage = 0.0
    /// Names that stand in several places and gave way to others in all of them.
    var subjectsReplaced = 0
    /// Texts were too long to be read word by word to their end.
    var isCut = false

    /// How alike they are, 0 to 1: by shingles, or by words in order where the texts are damaged.
    var similarity: Double { max(jaccard, alignedThroughDamage) }
    var newerIsShorter: Bool { newerWords <= olderWords }
    var numbersMissingShare: Double { numbers == 0 ? 0 : Double(numbersMissing) / Double(numbers) }
    var namesMissingShare: Double { names == 0 ? 0 : Double(namesMissing) / Double(names) }
    /// How much of the shorter text stands in the longer one.
    var containment: Double { max(newerContained, olderContained) }
    var lengthRatio: Double {
        Double(max(olderWords, newerWords)) / Double(max(1, min(olderWords, newerWords)))
    }
}
