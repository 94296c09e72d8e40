/// Why a draft is no article.
package enum Refusal: Error, Sendable, Equatable, CustomStringConvertible {
    /// Nothing was in it at all, or only blanks and control characters.
    case empty

    /// A sentence that a person can act on.
    package var description: String {
        switch self {
        case .empty:
            "It holds neither a headline nor any text; send it again with its text, or delete it."
        }
    }
}
