import Glibc
import TestSupport
import Testing

/// `wireroom separate` and `wireroom join` beside a running daemon, which does what they ask.
@Suite(.serialized) struct CorrectionRequestTests {
    /// A daemon that runs on an archive of ferry, copy, revision and quarry.
    private static func running() async throws -> Daemon {
        let daemon = try await Corrections.archive()
        try await daemon.start()
        return daemon
    }

    private static func requests(_ daemon: Daemon) -> [String] {
        Files.list(daemon.scratch.at("archive/requests")).filter { $0.hasSuffix(".request") }
    }

    private static func write(_ text: String, as name: String, to daemon: Daemon) throws {
        try Files.write(text, to: daemon.scratch.at("archive/requests/\(name)"))
    }

    @Test(.timeLimit(.minutes(2)))
    func `A running daemon does what is asked, and judges by it from then on`() async throws {
        let daemon = try await Self.running()
        let outcome = try await daemon.command("separate", "duplicates:1")
        #expect(outcome.status == .exit(0), "\(outcome.errors)")
        #expect(outcome.output.contains("is an original of its own now: articles:4."))
        try await daemon.hear("duplicates:1 is corrected by articles:4, original")
        #expect(try await daemon.command("join", "articles:3", "articles:1").status == .exit(0))
        #expect(try await daemon.command("separate", "duplicates:1").output.contains("already"))
        let lines = try Corrections.lines(daemon)
        #expect(lines.map(\.corrects) == [nil, nil, nil, "duplicates:1", "articles:3"])

        try daemon.drop(Corrections.file(Corrections.copy), as: "copy.json")
        try daemon.drop(Corrections.file(Corrections.quarry), as: "quarry.json")
        try await daemon.settle(records: 8)
        let found = try Corrections.lines(daemon, "duplicates").dropFirst()
        #expect(Set(found.map(\.original)) == [lines[3].id, lines[0].id])
        #expect(Files.list(daemon.scratch.at("archive/requests")).isEmpty)
        #expect(await daemon.stop() == .exit(0))
    }

    /// Every one of them is in the archive once, among articles that arrive all the time.
    @Test(.timeLimit(.minutes(5)))
    func `Requests among a stream of articles are all done, over kills too`() async throws {
        let daemon = try Daemon()
        let pairs = 12
        let lines = (1...pairs).map { SampleText.line($0) }.joined()
        try Files.write(lines, to: daemon.scratch.at("first.jsonl"))
        _ = try await daemon.command("ingest", "first.jsonl")
        try #require(try daemon.records().count == pairs)

        try await daemon.start()
        var random = SeededNumbers(seed: 8)
        for number in 2...pairs {
            try Self.write(
                #"{"record":"articles:\#(number)","joins":"articles:1","story":false}"#,
                as: "\(String(number + 100)).request", to: daemon)
            try daemon.drop(SampleText.article(500 + number), as: "\(number).txt")
            guard number % 3 == 0 else { continue }
            await pause(milliseconds: Int.random(in: 0...700, using: &random))
            await daemon.kill()
            try await daemon.start()
        }
        try await daemon.settle(records: 3 * pairs - 2, seconds: 60)
        let areDone = await waitUntil(seconds: 20) { Self.requests(daemon).isEmpty }
        #expect(areDone, "\(daemon.log)")
        #expect(await daemon.stop() == .exit(0))
        let records = try Corrections.lines(daemon)
        let corrections = records.filter { $0.corrects != nil }
        #expect(corrections.map(\.corrects) == (2...pairs).map { "articles:\($0)" })
        #expect(corrections.map(\.revision) == Array(1..<pairs))
        #expect(corrections.allSatisfy { $0.original == records[0].id })
        #expect(records.count == 3 * pairs - 2)
    }

    @Test(.timeLimit(.minutes(2)))
    func `While the daemon does not answer, what is asked is kept for later`() async throws {
        let daemon = try await Self.running()
        daemon.process?.send(SIGSTOP)
        let outcome = try await daemon.command("separate", "duplicates:1")
        #expect(outcome.status == .exit(75))
        #expect(outcome.errors.contains("will be done"))
        #expect(Self.requests(daemon).count == 1)
        await daemon.kill()
        try await daemon.start()
        let isDone = await waitUntil { Self.requests(daemon).isEmpty }
        #expect(isDone)
        #expect(try Corrections.lines(daemon).last?.corrects == "duplicates:1")
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(2)))
    func `What is no request harms nothing`() async throws {
        let daemon = try await Self.running()
        let requests = daemon.scratch.at("archive/requests")
        var status = stat()
        #expect(stat(requests, &status) == 0 && status.st_mode & 0o777 == 0o700)
        for (name, text) in [
            ("1.request", ""), ("2.request", "{"), ("3.request", "[1]"),
            ("4.request", #"{"record":"articles:1"}"#),
            ("5.request", #"{"record":"../../x:1","story":false}"#),
            ("6.request", #"{"record":"articles:1","story":false,"joins":7}"#),
            ("7.request", String(repeating: "[", count: 100_000)),
            ("8.request", #"{"record":"articles:99","story":false}"#),
        ] {
            try Self.write(text, as: name, to: daemon)
        }
        symlink("/etc/passwd", "\(requests)/link.request")
        mkfifo("\(requests)/fifo.request", 0o600)
        mkdir("\(requests)/directory.request", 0o700)
        // In the inbox a request is a file like others.
        try daemon.drop(#"{"record":"articles:3","story":false}"#, as: "inbox.request")
        let outcome = try await daemon.command("separate", "duplicates:1")
        #expect(outcome.status == .exit(0), "\(outcome.errors)")
        let areAnswered = await waitUntil {
            (1...8).allSatisfy { Files.exists("\(requests)/\($0).answer") }
        }
        #expect(areAnswered)
        #expect(Files.text("\(requests)/8.answer").contains("no record articles:99"))
        #expect(try Corrections.lines(daemon).map(\.corrects) == [nil, nil, nil, "duplicates:1"])
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(
        .timeLimit(.minutes(1)),
        .enabled(if: Tools.need(Scratch.isRoot, "only root can be another user")))
    func `Who does not own the archive corrects nothing`() async throws {
        let daemon = try await Corrections.archive()
        try await Tools.shell("chown -R 1234:1234 . && chmod -R a+rX .", in: daemon.scratch.path)
        let outcome = try await daemon.command("separate", "duplicates:1")
        #expect(outcome.status == .exit(73))
        #expect(outcome.errors.contains("belongs to user 1234"))
        #expect(try Corrections.lines(daemon).count == 3)
        let owner = try await Tools.run(
            [
                "setpriv", "--reuid=1234", "--regid=1234", "--clear-groups", "--", Daemon.program,
                "separate", "duplicates:1",
            ], in: daemon.scratch.path)
        #expect(owner.status == .exit(0), "\(owner.errors)")
    }
}
