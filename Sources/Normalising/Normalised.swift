import Articles

/// An article in the archive's form, and what was cut from the draft on the way.
package struct Normalised: Sendable {
    package var article: Article
    /// What left the text, in the order in which it stood there.
    package var cuts: [Cut]
}

/// A passage that left the text.
package struct Cut: Sendable, Equatable {
    /// The rule that took it out.
    package var rule: Rule
    /// The passage, its characters cleaned.
    package var text: String
    /// The line of the draft's text in which the passage begins, from 1.
    package var line: Int
}
