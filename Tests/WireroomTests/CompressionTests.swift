import Testing

/// Closed segments are compressed behind everything else; whatever interrupts that, no byte of the
/// archive is lost, and the judge reads back what it compares with.
@Suite(
    .serialized,
    .enabled(if: Tools.need(Tools.has("zstd") && Tools.has("gzip"), "zstd or gzip is not here")))
struct CompressionTests {
    static func settings(_ compression: String) -> String {
        #""compress": "\#(compression)", "compressAfterHours": 0"#
    }

    /// Whether all but the newest segments of both streams are compressed.
    static func isDone(_ daemon: Daemon) -> Bool {
        ["articles", "duplicates"].allSatisfy { ClosedSegments.plain(daemon, $0).count == 1 }
    }

    static func check(_ daemon: Daemon, _ archive: ClosedSegments) async throws {
        #expect(try await ClosedSegments.bytes(daemon, "articles") == archive.articles)
        #expect(try await ClosedSegments.bytes(daemon, "duplicates") == archive.duplicates)
    }

    @Test(.timeLimit(.minutes(6)), arguments: ["zstd", "gzip"])
    func `Closed segments are compressed, and read as before`(compression: String) async throws {
        let archive = try await ClosedSegments()
        let daemon = try await archive.copy(archive: Self.settings(compression))
        try #require(ClosedSegments.plain(daemon, "articles").count > 4)
        try #require(ClosedSegments.plain(daemon, "duplicates").count > 1)
        try await daemon.start()
        let isDone = await waitUntil(seconds: lowestPriorityPatience) { Self.isDone(daemon) }
        try #require(isDone, "\(ClosedSegments.segments(daemon)) \(daemon.log)")
        try await Self.check(daemon, archive)
        let tested = try await Tools.shell(
            compression == "zstd"
                ? "zstd -tq archive/segments/*.zst" : "gzip -t archive/segments/*.gz",
            in: daemon.scratch.path)
        #expect(tested.status == .exit(0), "\(tested.errors)")
        #expect(daemon.log.contains("compressed"))

        // Near copies: the texts that they are compared with are read back from compressed segments,
        // also by a daemon that is started on them.
        for round in 0..<2 {
            for number in 0..<6 {
                try daemon.drop(
                    SampleText.article(number + 6 * round, paragraphs: 6)
                        + "\nOne more line number \(round).\n", as: "near-\(round)-\(number).txt")
            }
            let count = (round + 1) * 6
            let isThere = await waitUntil { daemon.done.count { $0.hasPrefix("near") } == count }
            try #require(isThere, "\(daemon.waiting) \(daemon.log)")
            #expect(await daemon.stop() == .exit(0))
            #expect(!daemon.log.contains("Trouble"), "\(daemon.log)")
            try await daemon.start()
        }
        #expect(await daemon.stop() == .exit(0))
        var related: [ArchiveLine] = []
        for stream in ["articles", "duplicates"] {
            related += try ArchiveLine.all(in: try await ClosedSegments.bytes(daemon, stream))
                .filter { $0.path.hasPrefix("near") }
        }
        #expect(related.count == 12)
        #expect(related.allSatisfy { $0.match == "near" || $0.match == "partial" })
    }

    static let calls = [
        "pwrite64", "fdatasync", "fsync", "renameat", "unlinkat", "pread64",
    ]

    @Test(
        .timeLimit(.minutes(20)),
        .enabled(if: Tools.need(Tools.has("strace"), "strace is not here")), arguments: calls)
    func `A kill at any call of the compression loses no byte`(call: String) async throws {
        let archive = try await ClosedSegments()
        let isLong = Tools.areLongTestsWanted
        for count in isLong ? Array(1...60) : [1, 4] {
            for compression in isLong ? ["zstd", "gzip"] : [count == 1 ? "zstd" : "gzip"] {
                let daemon = try await archive.copy(archive: Self.settings(compression))
                daemon.wrapper = Strace.killing(
                    at: call, count: count, in: Self.paths(daemon, compression))
                try await daemon.start(isReady: false)
                await waitUntil(seconds: lowestPriorityPatience) {
                    daemon.ending != nil || Self.isDone(daemon)
                }
                let wasKilled = daemon.ending != nil
                await daemon.kill()
                try await Self.check(daemon, archive)
                daemon.wrapper = []
                try await daemon.start()
                let isDone = await waitUntil(seconds: lowestPriorityPatience) {
                    Self.isDone(daemon)
                }
                #expect(isDone, "\(call) \(count): \(daemon.log)")
                #expect(await daemon.stop() == .exit(0))
                try await Self.check(daemon, archive)
                #expect(!ClosedSegments.segments(daemon).contains { $0.hasPrefix(".") })
                if count == 1 { #expect(wasKilled, "\(call) was not met") }
                if !wasKilled { return }
            }
        }
    }

    /// The directory of the segments, and the files that are made in it.
    static func paths(_ daemon: Daemon, _ compression: String) -> [String] {
        let directory = daemon.scratch.at("archive/segments")
        let suffix = compression == "zstd" ? "zst" : "gz"
        return [directory]
            + ["articles", "duplicates"].flatMap { ClosedSegments.plain(daemon, $0).dropLast() }
            .flatMap { ["\(directory)/\($0)", "\(directory)/.\($0).\(suffix).tmp"] }
    }
}
