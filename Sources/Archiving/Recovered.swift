/// What the last run left to be done, and what was found when the archive was opened.
package struct Recovered: Sendable {
    /// How many groups the journal held that were not settled.
    package var groups: Int
    /// The number of the newest group, 0 in a new journal.
    package var lastGroup: UInt64
    /// Records that were in the journal and not whole in their segment.
    package var appended: Int
    /// Files whose records are all in the archive; they may or may not be put away.
    package var finished: [FileProgress]
    /// Files of which only the first items are in the archive.
    package var unfinished: [FileProgress]
    /// Files that only the archive itself tells of, as the journal was lost or damaged.
    package var witnessed: [WitnessedFile]
    /// What was found damaged, in sentences.
    package var damages: [String]

    init(_ left: Journal.Left, _ recovery: Recovery, witnessed: [WitnessedFile]) {
        lastGroup = left.newest?.number ?? 0
        groups = left.unsettled.count
        appended = recovery.appended
        finished = left.unsettled.flatMap(\.finished)
        unfinished = left.newest?.unfinished ?? []
        self.witnessed = witnessed
        damages = recovery.damages
        if left.isLost, !witnessed.isEmpty {
            damages.append("the journal was gone or could not be read, and is made anew")
        } else if left.hasHole {
            damages.append("a group of the journal cannot be read")
        }
    }
}
