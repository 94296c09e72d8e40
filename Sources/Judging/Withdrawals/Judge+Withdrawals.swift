import Articles

extension Judge {
    /// The verdict on a notice: what it takes back is what has its guid, else its URL, else its very
    /// words, as some senders repeat the article with another status.
    ///
    /// The same notice once more is a duplicate, whatever came between.
    func withdrawal(_ features: Features) -> Judgement {
        if withdrawals.repeats(features) { return Judgement(repeatedNotice: features.id) }
        var match: Match?
        var known: Ordinal?
        if let owner = index.ordinal(guid: features.guid), !index.isContested(features.guid) {
            (known, match) = (owner, .guid)
        } else if let owner = index.ordinal(url: features.url), !index.isContested(features.url) {
            (known, match) = (owner, .url)
        } else if let owner = index.ordinal(of: features.id) {
            (known, match) = (owner, .exact)
        }
        guard let known else {
            var judgement = Judgement(
                verdict: .withdrawal, original: features.id, revision: 0, match: nil,
                similarity: nil, story: features.id)
            judgement.isOfUnknown = true
            return judgement
        }
        let newest = index.article(index.newest(ofChain: known))
        return Judgement(
            verdict: .withdrawal, original: index.original(of: known), revision: 0, match: match,
            similarity: nil, story: stories.first(of: newest.story))
    }

    /// Whether an article comes back that a notice took back after its newest state had come.
    func isRestored(_ newest: Ordinal, _ features: Features) -> Bool {
        guard let notice = withdrawals.place(of: features), notice > newest else { return false }
        return !withdrawals.takeBack(features)
    }

    /// Whether the sender of an article gives it another status or embargo than its newest state has.
    /// What comes late, or was taken back by a notice, changes nothing.
    func isClearedAnew(_ article: Article, _ features: Features, after older: Article?) -> Bool {
        guard let older, Clearance.isSaid(in: article),
            Clearance(of: article) != Clearance(of: older)
        else { return false }
        return !Edition(of: older).isLater(than: features.edition)
            && !withdrawals.takeBack(features)
    }

    /// Takes a notice among those that are known.
    /// - Parameter segment: the number of the one that has its record.
    package mutating func admitNotice(_ features: Features, segment: UInt32) {
        withdrawals.add(features, segment: segment, by: Ordinal(truncatingIfNeeded: index.count))
    }

    /// The segments before one are removed: their notices do not hold any more, as the articles that
    /// they took back are gone, too.
    package mutating func forgetNotices(before segment: UInt32) {
        withdrawals.forget(before: segment)
    }
}

extension Judgement {
    /// A notice that was there before.
    init(repeatedNotice id: ContentID) {
        self.init(
            verdict: .duplicate, original: id, revision: 0, match: .exact, similarity: 1, story: id)
    }
}
