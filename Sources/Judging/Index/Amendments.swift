import Articles

/// What corrections have changed of what the records before them say: which articles and stories are
/// to be looked at twice. Empty, and without cost, as long as nobody corrects anything.
struct Amendments {
    /// The value of a name that is no story's.
    static let noStory = UInt32.max

    /// Articles that were corrected, and those after which the stories of corrections are named, with
    /// the story that has the name. An article that was corrected need not be in the story that is
    /// named after it.
    var names = Ledger<ContentID>()
    /// Guids and URLs of which a correction says that two articles have them, with one of the two: the
    /// sender's word says nothing then.
    var contested = Ledger<UInt64>()

    /// As if the articles from `ordinal` on had not been admitted, when there were so many stories.
    mutating func forget(from ordinal: Ordinal, stories: Int) {
        names.forget(from: ordinal)
        contested.forget(from: ordinal)
        for entry in names.entries where entry.value != Self.noStory && entry.value >= stories {
            names.note(entry.key, Self.noStory, by: entry.by)
        }
    }
}
