/// What was done since the summary before.
package struct Summary: Sendable {
    /// What was done in that time, and what waits now.
    package var done: Counters
    /// The length of that time.
    package var seconds: Int
    /// Events that were counted instead of told.
    package var untold: [RepetitionLimiter.Untold]

    /// Whether there is anything to tell.
    var isEmpty: Bool {
        done.articles == 0 && done.duplicates == 0 && done.withdrawals == 0
            && done.quarantined == 0 && done.rejected == 0 && done.withoutArticle == 0
            && untold.isEmpty
    }

    var sentence: String {
        var text = "In \(Figures.span(seconds: seconds)): \(StatusLine.done(done)); "
        text += "\(Figures.grouped(done.waiting)) waiting"
        guard !untold.isEmpty else { return text }
        let most = untold.sorted { $0.count > $1.count }.prefix(5).map { untold in
            "\(Figures.grouped(untold.count)) \(untold.kind)"
                + (untold.reason.map { " (\($0))" } ?? "")
        }
        return text + "; not told one by one: " + most.joined(separator: ", ")
            + (untold.count > 5 ? "…" : "")
    }
}
