import Glibc
import Testing

/// `wireroom ingest`: the same pipeline once, over files that are left as they are.
@Suite(.serialized) struct IngestTests {
    @Test(.timeLimit(.minutes(1)))
    func `A second time finds nothing new`() async throws {
        let daemon = try Daemon()
        try daemon.scratch.makeDirectory("dump/deep")
        for number in 1...30 {
            try Files.write(
                SampleText.article(number), to: daemon.scratch.at("dump/deep/\(number).txt"))
        }
        let first = try await daemon.command("ingest", "--json", "dump")
        #expect(first.status == .exit(0))
        #expect(first.output.contains("\"originals\":30"))
        let second = try await daemon.command("ingest", "--json", "dump", "dump/deep/1.txt")
        #expect(second.status == .exit(0))
        #expect(second.output.contains("\"known\":31") && second.output.contains("\"files\":0"))
        #expect(try daemon.allRecords().count == 30)
        #expect(Files.list(daemon.scratch.at("dump")).count == 30)
        try Files.write(SampleText.article(99), to: daemon.scratch.at("dump/deep/1.txt"))
        #expect(try await daemon.command("ingest", "dump").status == .exit(0))
        #expect(try daemon.allRecords().count == 31)
    }

    @Test(.timeLimit(.minutes(2)))
    func `Many large files are all taken`() async throws {
        let daemon = try Daemon()
        try daemon.scratch.makeDirectory("dump")
        // A member that nobody asks for makes a file a large one.
        let padding = "{\"notes\":\"\(String(repeating: "x", count: 1 << 20))\","
        for number in 1...50 {
            try Files.write(
                SampleText.line(number) + padding + SampleText.line(number + 100).dropFirst(),
                to: daemon.scratch.at("dump/\(number).jsonl"))
        }
        let outcome = try await daemon.command("ingest", "--json", "dump")
        #expect(outcome.status == .exit(0), "\(outcome.errors)")
        #expect(try daemon.allRecords().count == 100)
    }

    @Test(.timeLimit(.minutes(1)))
    func `Input that cannot be read exits with 65, and is left where it is`() async throws {
        let daemon = try Daemon()
        try daemon.scratch.makeDirectory("dump")
        try Files.write("", to: daemon.scratch.at("dump/empty.txt"))
        try Files.write(SampleText.article(1), to: daemon.scratch.at("dump/good.txt"))
        let outcome = try await daemon.command("ingest", "dump")
        #expect(outcome.status == .exit(65))
        #expect(outcome.errors.contains("empty.txt"))
        #expect(Files.list(daemon.scratch.at("dump")) == ["empty.txt", "good.txt"])
        #expect(try daemon.allRecords().count == 1)
        #expect(try await daemon.command("ingest", "nowhere").status == .exit(65))
    }

    @Test(.timeLimit(.minutes(1)))
    func `JSON Lines with bad lines exits with 65, the good ones archived`() async throws {
        let daemon = try Daemon()
        try Files.write(
            SampleText.line(1) + "oops\n" + SampleText.line(2), to: daemon.scratch.at("a.jsonl"))
        let outcome = try await daemon.command("ingest", "--json", "a.jsonl")
        #expect(outcome.status == .exit(65))
        #expect(outcome.output.contains("\"rejected\":1"))
        #expect(try daemon.allRecords().map(\.item) == [1, 3])
    }

    @Test(.timeLimit(.minutes(1)))
    func `What a killed daemon had archived is not archived again after an ingest`() async throws {
        let daemon = try Daemon()
        daemon.wrapper = Strace.killing(at: "renameat2", count: 1)
        guard Tools.need(Tools.has("strace"), "strace is not here") else { return }
        try await daemon.start()
        try daemon.drop(SampleText.article(1), as: "a.txt")
        _ = await daemon.process?.wait()
        daemon.wrapper = []
        #expect(daemon.waiting == ["a.txt"] && daemon.lineCount == 1)
        try Files.write(SampleText.article(2), to: daemon.scratch.at("other.txt"))
        #expect(try await daemon.command("ingest", "other.txt").status == .exit(0))
        try await daemon.start()
        await waitUntil { daemon.waiting.isEmpty }
        await pause(milliseconds: 300)
        #expect(try daemon.allRecords().count == 2)
        #expect(daemon.waiting.isEmpty)
    }
}
