/// The rule that decided what a text is to one that it was compared with.
package enum Ruling: String, Sendable, CaseIterable {
    case sameWords = "same-words"
    case nothingAdded = "nothing-added"

    case headlineCorrected = "headline-corrected"
    case markedAsLater = "marked-as-later"
    case toldFurther = "told-further"
    case nameCorrected = "name-corrected"
    case figuresOrNamesCorrected = "figures-or-names-corrected"
    case tooLong = "too-long-to-compare"

    case unlike
    case itemOfRoundup = "item-of-roundup"
    case stockText = "stock-text"
    case anotherSubject = "another-subject"
    case series
    case shortSeries = "short-series"

    /// What a text is to another one.
    package enum Relation: String, Sendable {
        /// Adds nothing.
        case copy
        /// A later state: corrected, or told further.
        case revision
        /// Another report of a series, an item of a roundup, or no relation at all.
        case apart
    }

    package var relation: Relation {
        switch self {
        case .sameWords, .nothingAdded: .copy
        case .headlineCorrected, .markedAsLater, .toldFurther, .nameCorrected,
            .figuresOrNamesCorrected, .tooLong:
            .revision
        case .unlike, .itemOfRoundup, .stockText, .anotherSubject, .series, .shortSeries: .apart
        }
    }

    /// The rule in a sentence, the newer text being the one that is judged.
    package var sentence: String {
        switch self {
        case .sameWords: "Word for word the same text."
        case .nothingAdded:
            "What the newer text says stands in the older one: no number, hardly a name and no sentence is new."
        case .headlineCorrected: "The same text, under a headline with another number."
        case .markedAsLater: "The newer one calls itself a correction or an update."
        case .toldFurther: "The newer text adds a sentence or more."
        case .nameCorrected: "A name gave way to another in a text that stayed as it was."
        case .figuresOrNamesCorrected:
            "Numbers or names are others, and few enough for a correction."
        case .tooLong:
            "The texts are too long to be compared to their ends, so the newer one is kept."
        case .unlike: "Too few words in a row are the same."
        case .itemOfRoundup: "The shorter text is an item in the middle of a roundup."
        case .stockText: "A few stock words under another headline."
        case .anotherSubject:
            "The name that the text is about is another throughout, and so are numbers."
        case .series:
            "A report of the same kind: too many numbers or names are others, or too much time lies between."
        case .shortSeries:
            "A short item of a series: the same wording, days apart or under another headline."
        }
    }
}
