import Testing

@testable import Reporting

@Suite struct MetricsPageTests {
    private static func page(_ change: (inout MetricsPage, Progress) -> Void = { _, _ in })
        -> MetricsPage
    {
        let progress = Progress()
        var page = MetricsPage(
            version: "1.2", started: 1_000_000_000, now: 5_000_000_000, isReady: true,
            counters: progress.counters, measurements: progress.measurements,
            waiting: MetricsPage.Waiting(), stored: nil)
        change(&page, progress)
        return MetricsPage(
            version: page.version, started: page.started, now: page.now, isReady: page.isReady,
            counters: page.counters, measurements: progress.measurements, waiting: page.waiting,
            stored: page.stored)
    }

    private static func lines(_ page: MetricsPage) -> [String] {
        page.text.split(separator: "\n").map(String.init)
    }

    @Test func everyMetricIsOursAndSaysWhatItIs() {
        let page = Self.page { page, progress in
            page.stored = MetricsPage.Stored(
                shares: [.init(stream: "articles", isCompressed: false, segments: 1, bytes: 2)],
                freeBytes: 3)
            progress.measurements.archived(bytes: 1)
            progress.measurements.reloaded()
        }
        for family in page.families {
            #expect(family.name.hasPrefix("wireroom_"))
            #expect(!family.name.hasSuffix("_total") && !family.help.isEmpty)
            #expect(!family.samples.isEmpty, "\(family.name)")
            #expect(family.help.hasSuffix("."))
        }
        let names = page.families.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.count == 25)
    }

    @Test func figuresOfTheProgressStandInIt() {
        let page = Self.page { page, progress in
            progress.archived(originals: 4, revisions: 3, duplicates: 2, withdrawals: 1)
            progress.quarantinedFile()
            progress.rejected(articles: 5)
            progress.foundNoArticle(in: 6)
            progress.setUnreadable(7)
            progress.measurements.archived(bytes: 1_000)
            progress.measurements.finishedFile(bytes: 300)
            progress.measurements.finishedFile(bytes: 20)
            progress.measurements.setKnown(articles: 8)
            progress.measurements.setIndex(bytes: 9)
            progress.measurements.refusedReload()
            page.counters = progress.counters
            page.waiting = MetricsPage.Waiting(files: 10, longest: 1_500_000_000)
        }
        let lines = Self.lines(page)
        for line in [
            #"wireroom_build_info{version="1.2"} 1"#, "wireroom_start_time_seconds 1.0",
            "wireroom_written_timestamp_seconds 5.0", "wireroom_ready 1",
            #"wireroom_articles_total{verdict="original"} 4"#,
            #"wireroom_articles_total{verdict="revision"} 3"#,
            #"wireroom_articles_total{verdict="duplicate"} 2"#,
            #"wireroom_articles_total{verdict="withdrawal"} 1"#,
            "wireroom_quarantined_files_total 1", "wireroom_rejected_articles_total 5",
            "wireroom_files_without_article_total 6", "wireroom_unreadable_files 7",
            "wireroom_written_bytes_total 1000", "wireroom_read_bytes_total 320",
            "wireroom_files_total 2", "wireroom_known_articles 8", "wireroom_index_bytes 9",
            #"wireroom_reloads_total{result="good"} 0"#,
            #"wireroom_reloads_total{result="refused"} 1"#,
            "wireroom_waiting_files 10", "wireroom_oldest_waiting_seconds 1.5",
        ] {
            #expect(lines.contains(line), "\(line)")
        }
        #expect(lines.last == "# EOF")
    }

    @Test func whatIsNotKnownIsLeftOut() {
        let text = Self.page().text
        for name in ["last_record", "last_reload", "archive_bytes", "archive_free_bytes"] {
            #expect(!text.contains(name))
        }
    }

    @Test(arguments: Trouble.allCases)
    func eachTroubleHasALineOfItsOwn(trouble: Trouble) {
        let lines = Self.lines(Self.page { page, _ in page.counters.troubles = [trouble] })
            .filter { $0.hasPrefix("wireroom_trouble") }
        #expect(lines.count == Trouble.allCases.count)
        #expect(
            lines.filter { $0.hasSuffix(" 1") } == ["wireroom_trouble{kind=\"\(trouble.label)\"} 1"]
        )
        #expect(Set(Trouble.allCases.map(\.label)).count == Trouble.allCases.count)
    }

    @Test func timesOfCommitsAreMeasured() {
        let progress = Progress()
        progress.syncingJournal()
        progress.journalSynced()
        #expect(progress.measurements.snapshot.commits.counts.reduce(0, +) == 1)
    }
}
