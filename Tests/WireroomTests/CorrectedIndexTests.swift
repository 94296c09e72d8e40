import Glibc
import Testing

/// Corrections hold whether the index was saved before or after them, or is built anew.
@Suite(.serialized) struct CorrectedIndexTests {
    private static func saves(_ daemon: Daemon) -> Int {
        daemon.log.split(separator: "\n").count { $0.contains("saved:") }
    }

    /// Drops articles enough for the index to be saved, and waits for that.
    private static func grow(_ daemon: Daemon, from first: Int) async throws {
        let saves = saves(daemon)
        let lines = (first..<first + 1_100).map { SampleText.line($0) }.joined()
        let before = daemon.lineCount
        try daemon.drop(lines, as: "\(first).jsonl")
        try await daemon.settle(records: before + 1_100, seconds: 120)
        let isSaved = await waitUntil(seconds: 60) { Self.saves(daemon) > saves }
        try #require(isSaved, "\(daemon.log)")
    }

    private static func correct(_ daemon: Daemon, _ lines: [[String]]) async throws {
        for arguments in lines {
            let outcome = try await Tools.run(
                [Daemon.program] + arguments, in: daemon.scratch.path)
            #expect(outcome.status == .exit(0), "\(arguments): \(outcome.errors)")
        }
    }

    @Test(.timeLimit(.minutes(10)))
    func `A saved index, one without them and none at all give the same verdicts`() async throws {
        let daemon = try await Corrections.archive()
        try daemon.configure(more: #""log": {"level": "debug"}"#)
        try await daemon.start()
        try await Self.grow(daemon, from: 1)
        try await Self.correct(
            daemon,
            [
                ["separate", "duplicates:1"], ["join", "articles:10", "articles:11"],
                ["join", "--story", "articles:20", "articles:21"], ["separate", "articles:2"],
            ])
        try await Self.grow(daemon, from: 2_001)
        try await Self.correct(
            daemon,
            [
                ["join", "articles:11", "articles:1500"], ["separate", "articles:10"],
                ["join", "articles:21", "articles:22"], ["separate", "--story", "articles:20"],
                ["join", "duplicates:1", "articles:3"],
            ])
        await daemon.kill()

        let again = (1...30).map { SampleText.line($0) }.joined()
        let texts = [
            Corrections.ferry, Corrections.copy, Corrections.revision, Corrections.quarry,
            Corrections.revision.replacing("two tugs", with: "three tugs"),
        ].map { Corrections.file($0) }.joined()
        var found: [[String]] = []
        for isSaved in [true, false] {
            let copy = try Corrections.copy(of: daemon)
            try copy.configure()
            if !isSaved { unlink(copy.scratch.at("archive/index")) }
            try await copy.start(seconds: 60)
            #expect(copy.log.contains("restored") == isSaved, "\(copy.log)")
            let before = copy.lineCount
            try copy.drop(again + texts, as: "again.jsonl")
            try await copy.settle(records: before + 35, seconds: 60)
            #expect(await copy.stop() == .exit(0))
            found.append(
                try ["articles", "duplicates"].flatMap { try Corrections.lines(copy, $0) }
                    .map(\.description))
        }
        #expect(found[0] == found[1])
    }
}
