import Glibc
import Testing

/// The file for those who collect metrics.
@Suite(.serialized) struct MetricsTests {
    private static func daemon() async throws -> Daemon {
        let daemon = try Daemon()
        try daemon.scratch.makeDirectory("metrics")
        try daemon.configureMetrics()
        return daemon
    }

    @Test(.timeLimit(.minutes(1)))
    func `The figures are those of the archive, for everybody to read`() async throws {
        let daemon = try await Self.daemon()
        daemon.wrapper = ["sh", "-c", "umask 077; exec \"$@\"", "-"]
        try await daemon.start()
        for number in 1...5 { try daemon.drop(SampleText.article(number), as: "\(number).txt") }
        for number in 1...2 { try daemon.drop(SampleText.article(number), as: "\(number)-b.txt") }
        try daemon.drop("\0\0\0\0", as: "binary")
        try await daemon.settle(records: 7)
        let latencies = "wireroom_latency_seconds_"
        let metrics = await daemon.waitForMetrics {
            $0["wireroom_files_total"] == 7 && $0["wireroom_quarantined_files_total"] == 1
                && $0["wireroom_waiting_files"] == 0
        }
        #expect(metrics["wireroom_articles_total{verdict=\"original\"}"] == 5)
        #expect(metrics["wireroom_articles_total{verdict=\"duplicate\"}"] == 2)
        #expect(metrics["wireroom_known_articles"] == 5)
        #expect(metrics[latencies + "count"] == 7)
        #expect(metrics[latencies + "bucket{le=\"+Inf\"}"] == 7)
        #expect(metrics[latencies + "bucket{le=\"30.0\"}"] == 7)
        #expect(metrics["wireroom_commit_seconds_count"] ?? 0 > 0)
        let bytes = try ["articles", "duplicates"].map { try daemon.bytes(of: $0).count }
        #expect(metrics["wireroom_written_bytes_total"] == Double(bytes[0] + bytes[1]))
        for (stream, bytes) in zip(["articles", "duplicates"], bytes) {
            let labels = "{form=\"plain\",stream=\"\(stream)\"}"
            #expect(metrics["wireroom_archive_bytes" + labels] == Double(bytes))
            #expect(metrics["wireroom_archive_segments" + labels] == 1)
        }
        let read = (1...5).map { SampleText.article($0).utf8.count }
        #expect(
            metrics["wireroom_read_bytes_total"] == Double(read.reduce(0, +) + read[0] + read[1]))
        var status = stat()
        #expect(lstat(daemon.metricsPath, &status) == 0 && status.st_mode & 0o777 == 0o644)
        #expect(Files.text(daemon.metricsPath).hasSuffix("\n# EOF\n"))
        #expect(await daemon.stop() == .exit(0))
        #expect(Files.list(daemon.scratch.at("metrics")) == [])
    }

    @Test(.timeLimit(.minutes(1)))
    func `What cannot be written is told once, and again when it can`() async throws {
        let daemon = try await Self.daemon()
        try Files.rename(daemon.scratch.at("metrics"), daemon.scratch.at("elsewhere"))
        try await daemon.start()
        try await daemon.hear("Metrics cannot be written")
        try daemon.drop(SampleText.article(1), as: "a.txt")
        try await daemon.settle(records: 1)
        await pause(milliseconds: 2_500)
        #expect(daemon.log.split(separator: "Metrics cannot be written").count == 2)
        #expect(daemon.log.contains("no such file or directory") || daemon.log.contains("No such"))
        try Files.rename(daemon.scratch.at("elsewhere"), daemon.scratch.at("metrics"))
        try await daemon.hear("Metrics can be written to \(daemon.metricsPath) again")
        #expect(daemon.metrics["wireroom_articles_total{verdict=\"original\"}"] == 1)
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(1)))
    func `SIGHUP names another file, or none`() async throws {
        let daemon = try await Self.daemon()
        try daemon.configure()
        try await daemon.start()
        try daemon.configureMetrics()
        daemon.process?.send(SIGHUP)
        let first = await daemon.waitForMetrics { !$0.isEmpty }
        #expect(first["wireroom_reloads_total{result=\"good\"}"] == 1)
        #expect(first["wireroom_last_reload_timestamp_seconds"] ?? 0 > 1_700_000_000)
        try daemon.configureMetrics("metrics/other.prom")
        daemon.process?.send(SIGHUP)
        await waitUntil { Files.list(daemon.scratch.at("metrics")) == ["other.prom"] }
        #expect(Files.list(daemon.scratch.at("metrics")) == ["other.prom"])
        try Files.write("{\"inbox\": 1}", to: daemon.scratch.at("config.json"))
        daemon.process?.send(SIGHUP)
        try await daemon.hear("refused")
        let refused = "wireroom_reloads_total{result=\"refused\"}"
        await waitUntil {
            Daemon.samples(Files.text(daemon.scratch.at("metrics/other.prom")))[refused] == 1
        }
        let other = Daemon.samples(Files.text(daemon.scratch.at("metrics/other.prom")))
        #expect(other[refused] == 1 && other["wireroom_reloads_total{result=\"good\"}"] == 2)
        try daemon.configureMetrics("")
        daemon.process?.send(SIGHUP)
        await waitUntil { Files.list(daemon.scratch.at("metrics")).isEmpty }
        #expect(Files.list(daemon.scratch.at("metrics")) == [])
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(1)))
    func `A file that its sender does not finish grows old`() async throws {
        let daemon = try await Self.daemon()
        try await daemon.start()
        let writer = open(daemon.inbox("slow.txt"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
        try #require(writer >= 0)
        let text = Array(SampleText.article(1).utf8)
        #expect(write(writer, text, text.count) == text.count)
        let age = "wireroom_oldest_waiting_seconds"
        let waiting = await daemon.waitForMetrics { $0[age] ?? 0 > 3 }
        #expect(waiting[age] ?? 0 > 3 && waiting["wireroom_waiting_files"] == 1)
        close(writer)
        try await daemon.settle(records: 1)
        let done = await daemon.waitForMetrics { $0["wireroom_files_total"] == 1 && $0[age] == 0 }
        #expect(done[age] == 0 && done["wireroom_waiting_files"] == 0)
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(1)))
    func `A trouble and what waits for its end are told`() async throws {
        let daemon = try await Self.daemon()
        try Files.write("a file", to: daemon.scratch.at("done"))
        try await daemon.start()
        try daemon.drop(SampleText.article(1), as: "a.txt")
        let trouble = "wireroom_trouble{kind=\"cannot_put_away\"}"
        let age = "wireroom_oldest_waiting_seconds"
        let waiting = await daemon.waitForMetrics { $0[trouble] == 1 && $0[age] ?? 0 > 1 }
        #expect(waiting[trouble] == 1 && waiting["wireroom_waiting_files"] == 1)
        #expect(waiting["wireroom_trouble{kind=\"disk_full\"}"] == 0)
        // It is archived, and only to be moved.
        #expect(waiting["wireroom_latency_seconds_count"] == 1)
        unlink(daemon.scratch.at("done"))
        let over = await daemon.waitForMetrics { $0[trouble] == 0 && $0[age] == 0 }
        #expect(over[trouble] == 0 && over["wireroom_waiting_files"] == 0)
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(1)))
    func `What was dropped while the daemon was stopped has waited since then`() async throws {
        let daemon = try await Self.daemon()
        try daemon.scratch.makeDirectory("inbox")
        try daemon.drop(SampleText.article(1), as: "early.txt")
        await pause(milliseconds: 2_600)
        try await daemon.start()
        try await daemon.settle(records: 1)
        try daemon.drop(SampleText.article(2), as: "late.txt")
        let buckets = "wireroom_latency_seconds_bucket"
        let metrics = await daemon.waitForMetrics { $0[buckets + "{le=\"+Inf\"}"] == 2 }
        #expect(metrics[buckets + "{le=\"2.5\"}"] == 1)
        #expect(metrics[buckets + "{le=\"60.0\"}"] == 2)
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(1)))
    func `Nobody sees half a page`() async throws {
        let daemon = try await Self.daemon()
        try await daemon.start()
        await daemon.waitForMetrics { !$0.isEmpty }
        // Each reload writes a page at once.
        var seen: Set<Double> = []
        for _ in 0..<200 {
            daemon.process?.send(SIGHUP)
            for _ in 0..<20 {
                let page = Files.text(daemon.metricsPath)
                #expect(page.hasPrefix("# TYPE wireroom_") && page.hasSuffix("\n# EOF\n"))
                seen.insert(Daemon.samples(page)["wireroom_written_timestamp_seconds"] ?? 0)
            }
            await pause(milliseconds: 5)
        }
        #expect(seen.count > 20 && !seen.contains(0))
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(1)))
    func `A second daemon, which ends at once, leaves the page of the first alone`() async throws {
        let daemon = try await Self.daemon()
        try await daemon.start()
        let start = "wireroom_start_time_seconds"
        let before = await daemon.waitForMetrics { $0["wireroom_ready"] == 1 }
        #expect(try await daemon.command("run").status == .exit(75))
        #expect(daemon.metrics[start] == before[start] && before[start] != nil)
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(1)))
    func `A page that a kill has left is written anew`() async throws {
        let daemon = try await Self.daemon()
        try await daemon.start()
        let before = await daemon.waitForMetrics { $0["wireroom_ready"] == 1 }
        await daemon.kill()
        #expect(daemon.metrics == before)
        try Files.write("half a pa", to: daemon.scratch.at("metrics/.wireroom.prom.tmp"))
        try await daemon.start()
        let start = "wireroom_start_time_seconds"
        let after = await daemon.waitForMetrics { $0[start] ?? 0 > before[start] ?? .infinity }
        #expect(after[start] ?? 0 > before[start] ?? .infinity)
        #expect(await daemon.stop() == .exit(0))
        #expect(Files.list(daemon.scratch.at("metrics")) == [])
    }
}
