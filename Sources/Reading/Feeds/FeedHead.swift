import Articles

/// What a feed says of all its entries.
struct FeedHead {
    var title: String?
    var language: String?
    var rights: String?
    var authors: [String] = []
    /// The namespace of its root.
    var space = ""
    /// Elements without more are to be read as Atom has it.
    var isAtom = false
    var base: BaseAddress?
}
