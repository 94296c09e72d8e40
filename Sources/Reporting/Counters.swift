/// What was done since the start, and what waits, at one moment.
package struct Counters: Sendable, Equatable {
    package var originals = 0
    package var revisions = 0
    package var duplicates = 0
    /// Notices that take articles back.
    package var withdrawals = 0
    /// Articles of otherwise good files that went to quarantine.
    package var rejected = 0
    /// Files that could not be read and went to quarantine.
    package var quarantined = 0
    /// Files and parts of files that could be read and hold no article, which went to quarantine too.
    package var withoutArticle = 0
    /// Files that lie in the inbox, those in work included; of thousands a count that is seconds old.
    package var waiting = 0
    /// Files in the inbox that we may not read, now.
    package var unreadable = 0
    /// Whole seconds since the last record; nil before the first.
    package var secondsSinceLast: Int?
    package var troubles: Set<Trouble> = []

    package init() {}

    /// Originals and revisions.
    package var articles: Int { originals + revisions }

    /// What was done since an earlier moment; what waits is as it is now.
    func since(_ earlier: Counters) -> Counters {
        var done = self
        done.originals -= earlier.originals
        done.revisions -= earlier.revisions
        done.duplicates -= earlier.duplicates
        done.withdrawals -= earlier.withdrawals
        done.rejected -= earlier.rejected
        done.quarantined -= earlier.quarantined
        done.withoutArticle -= earlier.withoutArticle
        return done
    }
}
