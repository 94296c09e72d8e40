/// Who keeps the fingerprints of what is known, and can be asked for articles that share some of them.
///
/// The index in memory is one; one that several machines share would be another. What is done with the
/// candidates (``CandidateFinder``, verification, the verdict) is the same for all.
protocol CandidateSource: ~Copyable {
    /// Calls `body` with the newest few articles that have each of the keys, the newest first;
    /// `isOnly` tells whether a single one has it. Articles whose record is gone are left out.
    mutating func forEachOwner(of keys: [UInt64], _ body: (Ordinal, _ isOnly: Bool) -> Void)

    /// What is kept of an owner; nil where a correction has taken its place.
    func candidate(_ ordinal: Ordinal) -> KnownArticle?

    /// Makes an article an owner of each of the keys; the oldest owners of a key may be forgotten.
    mutating func post(_ keys: [UInt64], of ordinal: Ordinal)
}
