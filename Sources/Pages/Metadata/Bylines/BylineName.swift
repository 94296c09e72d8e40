/// A name that a byline holds.
struct BylineName: Hashable {
    var text: String
    /// It has the shape of a person's name.
    var isPerson: Bool
}
