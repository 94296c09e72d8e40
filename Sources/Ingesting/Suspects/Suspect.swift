import Articles

/// A file that was in hand when a run died, and may be why.
struct Suspect: Sendable, Equatable {
    var file: HeldFile
    /// How often a run died with it in hand.
    var deaths: UInt32
    /// Of what, the last time, as in "It died of …".
    var cause: String

    /// Whether it is certain: the second time no other file was in hand.
    var isGuilty: Bool { deaths >= 2 }

    /// Why it goes to quarantine.
    ///
    /// - Parameter itemsDone: how many of its articles are in the archive.
    func reason(itemsDone: UInt64) -> Reason {
        let archived =
            itemsDone == 0 ? "" : " Up to number \(itemsDone) its articles are archived."
        return Reason(
            .crashedTheReader,
            what: "Wireroom died twice while it had this file in hand, the last time of \(cause).",
            advice:
                "Nothing is wrong with the other files.\(archived) Report it with the file as a fault"
                + " of Wireroom; after an update, or in smaller parts, drop it again.")
    }
}
