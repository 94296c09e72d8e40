/// A passage of two texts that were compared: what they share, or what the one has in the place of the
/// other. One after another the passages make up both texts.
package struct Passage: Sendable, Equatable {
    package enum Kind: String, Sendable {
        /// Stands in both, word for word.
        case same
        /// Stands in both, with other words.
        case replaced
        /// The same but for a few letters, as scanning and transcribing leave them.
        case damaged
        /// Stands in the older text alone.
        case removed
        /// Stands in the newer text alone.
        case added
        /// Stands in both, at another place.
        case moved
    }

    package var kind: Kind
    /// As the older text has it; empty where it has nothing there.
    package var older: String
    package var newer: String
    /// Words of it, in the text that has more of them.
    package var words: Int
}
