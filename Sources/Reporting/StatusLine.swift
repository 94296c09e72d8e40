/// The line that `systemctl status` shows.
package enum StatusLine {
    /// Trouble first, then what was done, what waits, and when the last record was written:
    /// `12,408 articles, 1,204 duplicates, 3 in quarantine; 0 waiting; last 2 s ago`.
    package static func text(_ counters: Counters) -> String {
        var parts = Trouble.allCases.filter(counters.troubles.contains).map(\.sentence)
        if counters.unreadable > 0 {
            parts.append("\(Figures.count(counters.unreadable, "file")) not readable")
        }
        parts.append(done(counters))
        parts.append("\(Figures.grouped(counters.waiting)) waiting")
        if let seconds = counters.secondsSinceLast {
            parts.append("last \(Figures.span(seconds: seconds)) ago")
        }
        return parts.joined(separator: "; ")
    }

    /// How far a start has come: `Reading the archive: 1,204 MB of 5,600 MB`.
    package static func reading(_ what: String, bytes: Int64, of total: Int64) -> String {
        "Reading \(what): \(Figures.grouped(Int(bytes >> 20))) MB of "
            + "\(Figures.grouped(Int(max(total, bytes) >> 20))) MB"
    }

    static func done(_ counters: Counters) -> String {
        var parts = [
            Figures.count(counters.articles, "article"),
            Figures.count(counters.duplicates, "duplicate"),
        ]
        if counters.withdrawals > 0 {
            parts.append(Figures.count(counters.withdrawals, "withdrawal"))
        }
        if counters.quarantined > 0 {
            parts.append("\(Figures.grouped(counters.quarantined)) in quarantine")
        }
        if counters.withoutArticle > 0 {
            parts.append("\(Figures.grouped(counters.withoutArticle)) without an article")
        }
        if counters.rejected > 0 { parts.append("\(Figures.grouped(counters.rejected)) rejected") }
        return parts.joined(separator: ", ")
    }
}
