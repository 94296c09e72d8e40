import Glibc
import Testing

/// Copies of articles whose segments were removed for their age: still exact duplicates, whether what
/// is known comes from a saved index, from `forgotten`, or was never lost.
@Suite(
    .serialized, .enabled(if: Tools.need(FakeClock.isHere, "faketime is not here")))
struct RemovedSegmentTests {
    private static let files = 11
    private static let lines = 100

    private static func file(_ number: Int) -> String {
        (0..<lines).map { SampleText.line(number * lines + $0, paragraphs: 1) }.joined()
    }

    /// The records of the segments that are there; of duplicates all.
    private static func records(_ daemon: Daemon, _ stream: String) throws -> [ArchiveLine] {
        try ArchiveLine.all(in: try daemon.bytes(of: stream))
    }

    /// Drops an article that was removed, one that was not, and a new one.
    private static func probe(_ daemon: Daemon, _ round: Int) async throws {
        let before = try records(daemon, "duplicates").count
        try daemon.drop(SampleText.line(3, paragraphs: 1), as: "removed-\(round).jsonl")
        try daemon.drop(
            SampleText.line(files * lines - 1, paragraphs: 1), as: "kept-\(round).jsonl")
        try daemon.drop(SampleText.article(90_000 + round), as: "new-\(round).txt")
        await waitUntil { daemon.waiting.isEmpty }
        let found = try records(daemon, "duplicates").dropFirst(before)
        #expect(
            Set(found.filter { $0.match == "exact" }.map(\.path))
                .isSuperset(of: ["kept-\(round).jsonl", "removed-\(round).jsonl"]), "\(found)")
        #expect(!found.contains { $0.path.hasPrefix("new") })
        let articles = try records(daemon, "articles")
        let first = try #require(articles.first?.sequence)
        #expect(articles.map(\.sequence) == Array(first..<first + articles.count))
        #expect(articles.contains { $0.path == "new-\(round).txt" })
    }

    @Test(.timeLimit(.minutes(3)))
    func `A copy of a removed article is an exact duplicate, however the daemon started`()
        async throws
    {
        let daemon = try Daemon(archive: #""rotateBytes": 40000"#)
        let clock = try FakeClock(daemon.scratch.at("clock"))
        try clock.set("-40d")
        try await clock.start(daemon)
        for number in 0..<Self.files {
            // The newest are of today, so that what the index ends with stays.
            if number == Self.files - 3 { try clock.set("+0") }
            try daemon.drop(Self.file(number), as: "\(number).jsonl")
            try await daemon.settle(records: (number + 1) * Self.lines)
        }
        let index = daemon.scratch.at("archive/index")
        let isSaved = await waitUntil { Files.exists(index) }
        try #require(isSaved, "\(daemon.log)")
        #expect(await daemon.stop() == .exit(0))
        try #require(ClosedSegments.plain(daemon, "articles").count > 5)

        try daemon.configure(archive: #""rotateBytes": 40000, "keepDays": 30"#)
        // Running when they are removed; from the index that was saved before; from `forgotten` alone;
        // each after a stop and after a kill.
        for round in 0..<5 {
            if round >= 3 { unlink(index) }
            try await clock.start(daemon)
            #expect(
                daemon.log.contains(round >= 3 ? "there is none" : "of them read from the archive"),
                "\(daemon.log)")
            if round == 0 {
                let areRemoved = await waitUntil(seconds: lowestPriorityPatience) {
                    Set(ClosedSegments.plain(daemon, "articles").map { $0.prefix(19) }).count == 1
                }
                try #require(areRemoved, "\(daemon.log)")
            }
            try await Self.probe(daemon, round)
            if round % 2 == 0 {
                await daemon.kill()
            } else {
                #expect(await daemon.stop() == .exit(0))
            }
        }
    }
}
