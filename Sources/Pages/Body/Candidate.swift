/// A guess at which part of a page is the article.
package struct Candidate {
    /// How it was found.
    package enum Method: String, Sendable {
        /// By the names that the page gives to its parts.
        case named
        /// By narrowing the page down to where the running text is.
        case narrowed
        /// By paragraphs that vote for what holds them.
        case voted
        /// All of a page that is small.
        case whole
    }

    package var method: Method
    /// The element that holds it.
    package var node: Int
    /// How much it agrees with the others, and with what the page says of itself: up to 1.6, as
    /// names and places count a little too.
    package var score = 0.0
    /// Whether it goes before a better one, in which it lies and of which it holds nearly all.
    package var isInnermost = false
}
