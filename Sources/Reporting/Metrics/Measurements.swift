import Platform
import Synchronization

/// What is counted for metrics alone, beside the figures of the status line; without locks.
package final class Measurements: Sendable {
    /// From the moment in which a file was complete in the inbox to that in which its records were
    /// synced and in the archive; once for each article.
    package let latency = Histogram()
    /// To sync a group of records to the journal and append it to its segments.
    package let commits = Histogram()

    private let files = Atomic<Int>(0)
    private let readBytes = Atomic<Int>(0)
    private let writtenBytes = Atomic<Int>(0)
    private let knownArticles = Atomic<Int>(0)
    private let indexBytes = Atomic<Int>(0)
    private let lastRecord = Atomic<Int64>(0)
    private let reloads = Atomic<Int>(0)
    private let refusedReloads = Atomic<Int>(0)
    private let lastReload = Atomic<Int64>(0)

    init() {}

    /// A group of records is in the archive: so many bytes of lines.
    package func archived(bytes: Int) {
        writtenBytes.wrappingAdd(bytes, ordering: .relaxed)
        lastRecord.store(SystemClock.now, ordering: .relaxed)
    }

    /// All articles of a file of so many bytes are in the archive.
    package func finishedFile(bytes: Int) {
        files.add(1, ordering: .relaxed)
        readBytes.wrappingAdd(bytes, ordering: .relaxed)
    }

    /// How many files that was.
    package var finishedFiles: Int { files.load(ordering: .relaxed) }

    /// So many articles are known.
    package func setKnown(articles: Int) { knownArticles.store(articles, ordering: .relaxed) }

    /// What is known of them takes so much memory, about.
    package func setIndex(bytes: Int) { indexBytes.store(bytes, ordering: .relaxed) }

    /// A new configuration holds.
    package func reloaded() {
        reloads.add(1, ordering: .relaxed)
        lastReload.store(SystemClock.now, ordering: .relaxed)
    }

    /// A new configuration was refused.
    package func refusedReload() { refusedReloads.add(1, ordering: .relaxed) }

    /// All of it, each figure right by itself.
    struct Snapshot: Sendable {
        var latency: Histogram.Snapshot
        var commits: Histogram.Snapshot
        var files: Int
        var readBytes: Int
        var writtenBytes: Int
        var knownArticles: Int
        var indexBytes: Int
        /// Nanoseconds since 1970; 0 before the first.
        var lastRecord: Int64
        var reloads: Int
        var refusedReloads: Int
        /// Nanoseconds since 1970; 0 before the first.
        var lastReload: Int64
    }

    var snapshot: Snapshot {
        Snapshot(
            latency: latency.snapshot, commits: commits.snapshot,
            files: files.load(ordering: .relaxed), readBytes: readBytes.load(ordering: .relaxed),
            writtenBytes: writtenBytes.load(ordering: .relaxed),
            knownArticles: knownArticles.load(ordering: .relaxed),
            indexBytes: indexBytes.load(ordering: .relaxed),
            lastRecord: lastRecord.load(ordering: .relaxed),
            reloads: reloads.load(ordering: .relaxed),
            refusedReloads: refusedReloads.load(ordering: .relaxed),
            lastReload: lastReload.load(ordering: .relaxed))
    }
}
