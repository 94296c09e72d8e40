/// Everything that is measured, at one moment, as a page of metrics.
package struct MetricsPage: Sendable {
    /// Files that lie in the inbox and are known to.
    package struct Waiting: Sendable {
        package var files: Int
        /// How long the one has been there that has been there longest, nanoseconds.
        package var longest: Int64

        package init(files: Int = 0, longest: Int64 = 0) {
            self.files = files
            self.longest = longest
        }
    }

    /// What the archive takes of its file system.
    package struct Stored: Sendable {
        package struct Share: Sendable {
            package var stream: String
            package var isCompressed: Bool
            package var segments: Int
            package var bytes: Int

            package init(stream: String, isCompressed: Bool, segments: Int, bytes: Int) {
                self.stream = stream
                self.isCompressed = isCompressed
                self.segments = segments
                self.bytes = bytes
            }
        }

        package var shares: [Share]
        /// Bytes that may still be written there.
        package var freeBytes: Int

        package init(shares: [Share], freeBytes: Int) {
            self.shares = shares
            self.freeBytes = freeBytes
        }
    }

    package var version: String
    /// When the process started, and when this was looked at, nanoseconds since 1970.
    package var started: Int64
    package var now: Int64
    /// Whether the inbox is watched.
    package var isReady: Bool
    package var counters: Counters
    package var waiting: Waiting
    /// Nil where the archive cannot be looked at.
    package var stored: Stored?
    private let measured: Measurements.Snapshot

    package init(
        version: String, started: Int64, now: Int64, isReady: Bool, counters: Counters,
        measurements: Measurements, waiting: Waiting, stored: Stored?
    ) {
        self.version = version
        self.started = started
        self.now = now
        self.isReady = isReady
        self.counters = counters
        self.waiting = waiting
        self.stored = stored
        measured = measurements.snapshot
    }

    /// In the text format of OpenMetrics.
    package var text: String { OpenMetricsText(families).text }

    var families: [MetricFamily] { process + work + state + archive }

    private var process: [MetricFamily] {
        var families = [
            MetricFamily.gauge(
                "wireroom_build_info", "The version that runs; always 1.",
                [.init(labels: [("version", version)], value: "1")]),
            .seconds(
                "wireroom_start_time_seconds", "When the process started, since 1970.",
                nanoseconds: started),
            .seconds(
                "wireroom_written_timestamp_seconds", "When this page was written, since 1970.",
                nanoseconds: now),
            .gauge("wireroom_ready", "1 while the inbox is watched.", isReady ? 1 : 0),
            .counter(
                "wireroom_reloads", "Configurations read anew at SIGHUP.", label: "result",
                [
                    "good": measured.reloads, "refused": measured.refusedReloads,
                ]),
        ]
        if measured.lastReload > 0 {
            families.append(
                .seconds(
                    "wireroom_last_reload_timestamp_seconds",
                    "When a new configuration last came to hold, since 1970.",
                    nanoseconds: measured.lastReload))
        }
        return families
    }

    /// What was done since the start.
    private var work: [MetricFamily] {
        var families: [MetricFamily] = [
            .counter(
                "wireroom_articles", "Articles that were archived.", label: "verdict",
                [
                    "original": counters.originals, "revision": counters.revisions,
                    "duplicate": counters.duplicates, "withdrawal": counters.withdrawals,
                ]),
            .counter(
                "wireroom_files", "Files whose articles were archived.", measured.files),
            .counter(
                "wireroom_quarantined_files", "Files that could not be read, now in quarantine.",
                counters.quarantined),
            .counter(
                "wireroom_files_without_article",
                "Files, or parts of them, that could be read and hold no article.",
                counters.withoutArticle),
            .counter(
                "wireroom_rejected_articles",
                "Articles of otherwise good files that could not be read.", counters.rejected),
            .counter(
                "wireroom_read_bytes", "Size of the files whose articles were archived.",
                measured.readBytes),
            .counter(
                "wireroom_written_bytes", "Lines that were written to the archive.",
                measured.writtenBytes),
            .histogram(
                "wireroom_latency_seconds",
                "From the last change of a file in the inbox to its article, synced, in the archive.",
                measured.latency),
            .histogram(
                "wireroom_commit_seconds",
                "To sync a group of records to the journal and append it to the archive.",
                measured.commits),
        ]
        if measured.lastRecord > 0 {
            families.append(
                .seconds(
                    "wireroom_last_record_timestamp_seconds",
                    "When a record was last written, since 1970.", nanoseconds: measured.lastRecord)
            )
        }
        return families
    }

    /// How it stands now.
    private var state: [MetricFamily] {
        [
            .gauge(
                "wireroom_waiting_files",
                "Files of the inbox, in work or incomplete ones among them.",
                waiting.files),
            .seconds(
                "wireroom_oldest_waiting_seconds",
                "Since when the oldest of these has been there unchanged; 0 where none waits.",
                nanoseconds: waiting.longest),
            .gauge(
                "wireroom_unreadable_files", "Files of the inbox that may not be read.",
                counters.unreadable),
            .gauge(
                "wireroom_trouble", "1 while the daemon waits for a trouble to end.",
                Trouble.allCases.map {
                    .init(
                        labels: [("kind", $0.label)],
                        value: counters.troubles.contains($0) ? "1" : "0")
                }),
            .gauge(
                "wireroom_known_articles",
                "Originals and revisions that new articles are compared with.",
                measured.knownArticles),
            .gauge(
                "wireroom_index_bytes", "Memory that the index of known articles takes, about.",
                measured.indexBytes),
        ]
    }

    private var archive: [MetricFamily] {
        guard let stored else { return [] }
        func shares(_ value: (Stored.Share) -> Int) -> [MetricFamily.Sample] {
            stored.shares.map {
                .init(
                    labels: [
                        ("form", $0.isCompressed ? "compressed" : "plain"), ("stream", $0.stream),
                    ], value: String(value($0)))
            }
        }
        return [
            .gauge(
                "wireroom_archive_bytes", "Size of the archive's segments.",
                shares(\.bytes)),
            .gauge("wireroom_archive_segments", "The archive's segments.", shares(\.segments)),
            .gauge(
                "wireroom_archive_free_bytes",
                "Bytes that may still be written to the archive's file system.", stored.freeBytes),
        ]
    }
}

extension Trouble {
    /// As labels have it.
    var label: String {
        switch self {
        case .archiveFailed: "archive_failed"
        case .diskFull: "disk_full"
        case .diskSlow: "disk_slow"
        case .inboxGone: "inbox_gone"
        case .noDescriptors: "no_descriptors"
        case .cannotPutAway: "cannot_put_away"
        }
    }
}
