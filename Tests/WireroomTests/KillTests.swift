import Glibc
import TestSupport
import Testing

/// Killed at any moment, however often: every article once, for a reader of the finished archive
/// and for a `tail -F` that ran all along.
@Suite(.serialized) struct KillTests {
    @Test(.timeLimit(.minutes(2)))
    func `Five kills lose nothing and double nothing`() async throws {
        try await Run(files: 500, kills: 5, seed: 1).run()
    }

    @Test(
        .timeLimit(.minutes(30)),
        .enabled(if: Tools.need(Tools.areLongTestsWanted, "WIREROOM_LONG_TESTS=1 is not set")))
    func `A hundred kills lose nothing and double nothing`() async throws {
        for seed in 1...5 {
            // Where two segments are begun between two looks of tail at the name, it never sees the
            // first of them, whatever the layout: so many files need larger ones.
            try await Run(files: 6000, kills: 20, seed: seed, rotateBytes: 1_500_000).run()
        }
    }

    /// The calls by which records are appended and files put away.
    static let appending = ["pwrite64", "fdatasync", "renameat2"]
    static let calls = [
        "pwrite64", "fdatasync", "fsync", "linkat", "renameat", "renameat2", "openat", "openat2",
        "unlinkat", "mkdirat", "pread64", "newfstatat", "flock",
    ]

    @Test(
        .timeLimit(.minutes(2)),
        .enabled(if: Tools.need(Tools.has("strace"), "strace is not here")),
        arguments: calls)
    func `A kill at a chosen call loses nothing and doubles nothing`(call: String) async throws {
        let early = Self.appending.contains(call) ? [1, 7] : [1]
        let counts = Tools.areLongTestsWanted ? Array(1...20) : early
        for count in counts {
            try await Run(files: 40, kills: 0, seed: count).run { daemon in
                daemon.wrapper = Strace.killing(at: call, count: count)
                try await daemon.start(isReady: false)
                await waitUntil(seconds: 10) { daemon.ending != nil || daemon.waiting.isEmpty }
                // No thread may make the call so often; but each is made once.
                #expect(count > 1 || daemon.ending == .signal(SIGKILL), "\(call) \(count)")
                await daemon.kill()
                daemon.wrapper = []
            }
        }
    }

    @Test(.timeLimit(.minutes(2)))
    func `A large file goes on where a kill interrupted it`() async throws {
        let daemon = try Daemon(archive: #""rotateBytes": 1000000"#)
        var lines = "", bad = 0, random = SeededNumbers(seed: 5)
        for number in 1...4000 {
            let isBad = number > 1 && number % 100 == 0
            bad += isBad ? 1 : 0
            lines += isBad ? "broken \(number)\n" : SampleText.line(number, paragraphs: 2)
        }
        try daemon.scratch.makeDirectory("inbox")
        try daemon.drop(lines, as: "dump.jsonl")
        for number in 1...200 {
            try daemon.drop(SampleText.article(9000 + number), as: "\(number).txt")
        }
        for _ in 1...6 {
            try await daemon.start()
            let before = daemon.lineCount
            await waitUntil(seconds: 10) { daemon.lineCount > before }
            await pause(milliseconds: Int.random(in: 0...120, using: &random))
            await daemon.kill()
        }
        try await daemon.start()
        try await daemon.settle(records: 4000 - bad + 200, seconds: 60)
        let records = try daemon.allRecords()
        #expect(records.count == 4000 - bad + 200)
        let items = records.filter { $0.path == "dump.jsonl" }.map(\.item).sorted()
        #expect(items == (1...4000).filter { $0 == 1 || $0 % 100 != 0 })
        let rejected = try #require(
            Files.list(daemon.scratch.at("quarantine")).first { $0.hasSuffix(".rejected.jsonl") })
        let text = Files.text(daemon.scratch.at("quarantine/\(rejected)"))
        #expect(text.split(separator: "\n").count == bad)
        #expect(await daemon.stop() == .exit(0))
    }

    /// Files with a tenth of copies, dropped while the daemon is killed again and again.
    struct Run {
        let files: Int
        let kills: Int
        let seed: Int
        var rotateBytes = 300_000

        func run(_ interrupt: ((Daemon) async throws -> Void)? = nil) async throws {
            let daemon = try Daemon(archive: "\"rotateBytes\": \(rotateBytes)")
            let scratch = daemon.scratch
            try scratch.makeDirectory("archive")
            try scratch.makeDirectory("inbox/desk")
            let tail = try ChildProcess(
                ["tail", "-n", "+1", "-s", "0.02", "-F", "archive/articles.jsonl"],
                in: scratch.path, output: scratch.at("tailed"))
            defer { tail.sendToAll(SIGKILL) }
            var random = SeededNumbers(seed: UInt64(seed))
            for number in 0..<files {
                let copy = number % 10 == 9 ? number - 5 : number
                try daemon.drop(
                    SampleText.article(copy),
                    as: number % 3 == 0 ? "desk/\(number).txt" : "\(number).txt")
            }
            for _ in 0..<kills {
                try await daemon.start(isReady: false)
                await waitUntil(seconds: 10) { daemon.log.contains("Ready") }
                await pause(milliseconds: Int.random(in: 0...150, using: &random))
                await daemon.kill()
            }
            try await interrupt?(daemon)
            try await daemon.start()
            try await daemon.settle(records: files, seconds: Double(60 + files / 50))
            #expect(await daemon.stop() == .exit(0))
            try await check(daemon)
        }

        private func check(_ daemon: Daemon) async throws {
            let articles = try daemon.records()
            let all = try articles + daemon.records("duplicates")
            #expect(all.count == files)
            #expect(Set(all.map(\.path)).count == files)
            #expect(articles.count == (0..<files).count { $0 % 10 != 9 })
            #expect(Set(articles.map(\.id)).count == articles.count)
            #expect(daemon.waiting.isEmpty)
            #expect(daemon.done.count == files)
            let archived = try daemon.bytes(of: "articles")
            var tailed: [UInt8] = []
            let isWhole = try await waitUntil(seconds: 5) {
                tailed = try Files.read(daemon.scratch.at("tailed"))
                return tailed.count >= archived.count
            }
            // Its standard output holds what it read, byte for byte.
            #expect(isWhole && tailed == archived, "\(tailed.count) of \(archived.count) bytes")
        }
    }
}
