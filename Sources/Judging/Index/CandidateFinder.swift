/// Finds what is known that shares fingerprints with an article, the most promising first.
struct CandidateFinder {
    struct Candidate {
        var ordinal: Ordinal
        /// Keys in common; those with a single owner count double, as they are the rarer ones.
        var weight: Int
        var shared: Int
    }

    /// As many are compared in full, at most.
    static let limit = 8

    private var owners: [UInt64] = []
    private(set) var candidates: [Candidate] = []

    /// Candidates within `window` microseconds of the article, the best eight.
    mutating func find(
        _ features: Features, in index: inout some CandidateSource & ~Copyable, window: Int64
    ) {
        owners.removeAll(keepingCapacity: true)
        candidates.removeAll(keepingCapacity: true)
        index.forEachOwner(of: features.keys) { ordinal, isOnly in
            owners.append(UInt64(ordinal) << 1 | (isOnly ? 1 : 0))
        }
        guard !owners.isEmpty else { return }
        owners.sort()
        var start = 0
        while start < owners.count {
            let ordinal = Ordinal(truncatingIfNeeded: owners[start] >> 1)
            var end = start
            var weight = 0
            while end < owners.count, owners[end] >> 1 == UInt64(ordinal) {
                weight += 1 + Int(owners[end] & 1)
                end += 1
            }
            consider(ordinal, shared: end - start, weight: weight, features, index, window)
            start = end
        }
        candidates.sort { ($0.weight, $0.ordinal) > ($1.weight, $1.ordinal) }
        if candidates.count > Self.limit { candidates.removeSubrange(Self.limit...) }
    }

    /// A pair that passes verification has half of the shorter one's words in threes in common, and
    /// so about a third of its keys; an eighth leaves room for chance.
    private mutating func consider(
        _ ordinal: Ordinal, shared: Int, weight: Int, _ features: Features,
        _ index: borrowing some CandidateSource & ~Copyable, _ window: Int64
    ) {
        guard let known = index.candidate(ordinal) else { return }
        guard shared >= min(Int(known.keyCount), features.keys.count) / 8 else { return }
        let gap = features.time.microseconds.subtractingReportingOverflow(known.time.microseconds)
        guard !gap.overflow, gap.partialValue.magnitude <= window.magnitude else { return }
        candidates.append(Candidate(ordinal: ordinal, weight: weight, shared: shared))
    }
}
