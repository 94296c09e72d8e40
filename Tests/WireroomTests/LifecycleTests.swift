import Glibc
import JSON
import Testing

/// Start, stop, reload, and the words and codes of each.
@Suite(.serialized) struct LifecycleTests {
    @Test(.timeLimit(.minutes(1)))
    func `What lies in the inbox before the start is taken`() async throws {
        let daemon = try Daemon()
        try daemon.scratch.makeDirectory("inbox/desk")
        for number in 1...50 {
            try Files.write(
                SampleText.article(number),
                to: daemon.inbox(number % 2 == 0 ? "\(number).txt" : "desk/\(number).txt"))
        }
        try await daemon.start()
        try await daemon.settle(records: 50)
        #expect(try daemon.allRecords().count == 50)
    }

    @Test(.timeLimit(.minutes(1)))
    func `SIGTERM finishes what was begun within seconds, and a restart goes on`() async throws {
        let daemon = try Daemon()
        try daemon.scratch.makeDirectory("inbox")
        for number in 1...600 {
            try Files.write(SampleText.article(number), to: daemon.inbox("\(number).txt"))
        }
        try await daemon.start()
        await waitUntil { daemon.lineCount > 0 }
        #expect(await daemon.stop(seconds: 8) == .exit(0))
        let before = try daemon.allRecords()
        // All that has a record is put away, so that a restart has nothing to recover.
        #expect(daemon.waiting.count + before.count == 600)
        try await daemon.start()
        #expect(!daemon.log.contains("Completed"))
        try await daemon.settle(records: 600)
        let records = try daemon.allRecords()
        #expect(Set(records.map(\.path)).count == 600 && records.count == 600)
        #expect(Array(records[..<before.count]) == before)
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(1)))
    func `A second daemon on the same archive exits with 75`() async throws {
        let daemon = try Daemon()
        try await daemon.start()
        let second = try await daemon.command("run")
        #expect(second.status == .exit(75))
        #expect(second.errors.contains("inbox"))
        let ingest = try await daemon.command("ingest", "config.json")
        #expect(ingest.status == .exit(75))
        #expect(daemon.ending == nil)
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            #"{"inbox": {"pth": "inbox"}}"#, #"{"archive": {"rotateBytes": "many"}}"#, "{", "",
        ])
    func `A bad configuration exits with 78`(json: String) async throws {
        let daemon = try Daemon()
        try Files.write(json, to: daemon.scratch.at("config.json"))
        let outcome = try await daemon.command("run")
        #expect(outcome.status == .exit(78))
        #expect(outcome.errors.contains("config.json"))
    }

    @Test(.timeLimit(.minutes(1)))
    func `SIGHUP takes a good configuration and refuses a bad one`() async throws {
        let daemon = try Daemon()
        try await daemon.start()
        try daemon.configure(inbox: #""ignore": ["*.skip"]"#)
        daemon.process?.send(SIGHUP)
        try await daemon.hear("Configuration read anew")
        try daemon.drop(SampleText.article(1), as: "a.skip")
        try Files.write("{\"inbox\": 1}", to: daemon.scratch.at("config.json"))
        daemon.process?.send(SIGHUP)
        try await daemon.hear("refused")
        try daemon.drop(SampleText.article(2), as: "b.txt")
        await waitUntil { daemon.lineCount == 1 }
        await pause(milliseconds: 300)
        #expect(try daemon.allRecords().map(\.path) == ["b.txt"])
        try daemon.configure(archive: #""rotateBytes": 4096"#)
        try Files.write(
            #"{"inbox": {"path": "elsewhere"}, "archive": {"path": "archive"}}"#,
            to: daemon.scratch.at("config.json"))
        daemon.process?.send(SIGHUP)
        try await daemon.hear("inbox.path")
        try daemon.drop(SampleText.article(3), as: "c.txt")
        try await daemon.settle(records: 2)
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(1)))
    func `Status tells how the daemon stands, and exits with 69 without one`() async throws {
        let daemon = try Daemon()
        #expect(try await daemon.command("status").status == .exit(69))
        try await daemon.start()
        try daemon.drop(SampleText.article(1), as: "a.txt")
        try daemon.drop(SampleText.article(1), as: "b.txt")
        try await daemon.settle(records: 2)
        var status = ""
        let told = try await waitUntil {
            let outcome = try await daemon.command("status", "--json")
            status = outcome.output
            return status.contains("\"originals\":1") && status.contains("\"duplicates\":1")
        }
        #expect(told, "\(status)")
        #expect(try await daemon.command("status").output.contains("1 article, 1 duplicate"))
        await daemon.kill()
        #expect(try await daemon.command("status").status == .exit(69))
    }

    @Test(.timeLimit(.minutes(1)))
    func `A daemon with nothing to do leaves its status alone, and its age is told`()
        async throws
    {
        let daemon = try Daemon()
        try await daemon.start()
        let path = daemon.scratch.at("archive/.status.json")
        #expect(try await waitUntil { Files.exists(path) })
        let first = Files.text(path)
        #expect(first.contains("0 articles, 0 duplicates; 0 waiting"))
        try await Task.sleep(for: .seconds(2.5))
        // It holds the moment at which it was written.
        #expect(Files.text(path) == first)
        let figures = try await daemon.command("status", "--json").output
        #expect(figures == first)

        // As if the last record had been written an hour before the status was.
        let old = first.replacing("\"process\"", with: "\"secondsSinceLast\":3600,\"process\"")
        try Files.write(old, to: path)
        try await Task.sleep(for: .seconds(1.1))
        let aged = try await daemon.command("status", "--json").output
        let seconds = try #require(aged.split(separator: "\"secondsSinceLast\":").last)
        #expect((3_602...3_700).contains(Int(seconds.prefix { $0.isNumber }) ?? 0), "\(aged)")
        #expect(await daemon.stop() == .exit(0))
        #expect(!Files.exists(path))
    }

    @Test(.timeLimit(.minutes(1)))
    func `A done directory that cannot be made is told and waited for, and nothing is lost`()
        async throws
    {
        let daemon = try Daemon(inbox: #""rescanSeconds": 1"#)
        try Files.write("a file", to: daemon.scratch.at("done"))
        try await daemon.start()
        try daemon.drop(SampleText.article(1), as: "a.txt")
        try await daemon.hear("cannot be moved to \(daemon.scratch.at("done"))")
        #expect(daemon.ending == nil && daemon.waiting == ["a.txt"])
        try await Tools.shell("rm done", in: daemon.scratch.path)
        try await daemon.settle(records: 1)
        #expect(try daemon.allRecords().count == 1)
        #expect(daemon.done == ["a.txt"])
    }
}
