import Synchronization

/// How often something took how long. Any thread may count, without locks.
package final class Histogram: Sendable {
    /// The longest times of the buckets, microseconds; what takes longer goes to one more. From a
    /// quick sync to an hour: the usual way of a file, some 5 ms, has buckets on both its sides.
    static let bounds = [
        1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000,
        2_500_000, 5_000_000, 10_000_000, 30_000_000, 60_000_000, 300_000_000, 900_000_000,
        3_600_000_000,
    ]

    /// One of each bound, and the last for all above.
    private let counts: InlineArray<19, Atomic<Int>>
    private let sum = Atomic<Int>(0)

    init() { counts = InlineArray { _ in Atomic(0) } }

    /// So many things took so long each; less than nothing, as of a clock that was set, is nothing.
    package func count(_ times: Int = 1, microseconds: Int) {
        let microseconds = max(0, microseconds)
        let bucket = Self.bounds.firstIndex { microseconds <= $0 } ?? Self.bounds.count
        counts[bucket].add(times, ordering: .relaxed)
        let (all, overflows) = microseconds.multipliedReportingOverflow(by: times)
        sum.wrappingAdd(overflows ? 0 : all, ordering: .relaxed)
    }

    /// What was counted up to a moment.
    struct Snapshot: Sendable, Equatable {
        /// In each bucket by itself, in the order of ``Histogram/bounds``; the last is for all above.
        var counts: [Int]
        /// Of all times, microseconds.
        var sum: Int
    }

    var snapshot: Snapshot {
        Snapshot(
            counts: counts.indices.map { counts[$0].load(ordering: .relaxed) },
            sum: sum.load(ordering: .relaxed))
    }
}
