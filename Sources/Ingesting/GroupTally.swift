import Articles
import Platform
import Reporting

/// What a group of records holds, to be noted when it is in the archive.
struct GroupTally {
    private var originals = 0
    private var revisions = 0
    private var duplicates = 0
    private var withdrawals = 0
    /// When files were dropped, nanoseconds since 1970, and how many articles are of each.
    private var drops: [(at: Int64, articles: Int)] = []
    /// Of its lines.
    var bytes = 0
    /// The sizes of the files that end with it.
    var files: [Int] = []

    mutating func add(_ verdict: Verdict, droppedAt drop: Int64) {
        switch verdict {
        case .original: originals += 1
        case .revision: revisions += 1
        case .duplicate: duplicates += 1
        case .withdrawal: withdrawals += 1
        }
        if let last = drops.indices.last, drops[last].at == drop {
            drops[last].articles += 1
        } else {
            drops.append((drop, 1))
        }
    }

    /// All of it is synced and in the archive, now.
    func note(in progress: Progress) {
        progress.archived(
            originals: originals, revisions: revisions, duplicates: duplicates,
            withdrawals: withdrawals)
        let measurements = progress.measurements
        if bytes > 0 { measurements.archived(bytes: bytes) }
        for size in files { measurements.finishedFile(bytes: size) }
        let now = SystemClock.now
        for drop in drops {
            measurements.latency.count(
                drop.articles, microseconds: Int((now &- drop.at) / 1000))
        }
    }
}

/// Notes how much is known, as the index grows.
struct IndexSizing {
    /// To measure the index takes some hundred looks into it.
    private static let pause: Int64 = 1_000_000_000
    private var last: Int64?

    mutating func note(_ library: borrowing Library, in measurements: Measurements) {
        measurements.setKnown(articles: library.count)
        let now = SystemClock.monotonic
        if let last, now - last < Self.pause { return }
        last = now
        measurements.setIndex(bytes: library.byteCount)
    }
}
