import Glibc
import JSON
import Testing

/// Compressed files, archives and other encodings, dropped into the inbox.
@Suite(.serialized) struct ContainerTests {
    /// Runs a program in the scratch directory.
    private func make(_ daemon: Daemon, _ command: String) async throws {
        let outcome = try await Tools.shell(command, in: daemon.scratch.path)
        #expect(outcome.status == .exit(0), "\(command): \(outcome.errors)")
    }

    @Test(.timeLimit(.minutes(2)))
    func `Each member becomes an article that tells where it lay`() async throws {
        let tools = ["python3", "tar", "gzip", "xz", "bzip2"].allSatisfy { Tools.has($0) }
        guard Tools.need(tools, "python3, tar, gzip, xz or bzip2 is not here") else { return }
        let daemon = try Daemon()
        try daemon.scratch.makeDirectory("made/deep")
        try Files.write(SampleText.article(1), to: daemon.scratch.at("made/a.txt"))
        try Files.write(SampleText.article(2), to: daemon.scratch.at("made/deep/b.txt"))
        try Files.write(
            SampleText.line(3) + "oops\n" + SampleText.line(4),
            to: daemon.scratch.at("made/c.jsonl"))
        try Files.write("p { color: red }\n", to: daemon.scratch.at("made/page.css"))
        try await make(
            daemon,
            "tar -C made -cf made.tar . && gzip -k made.tar && xz -k made.tar && bzip2 -k made.tar")
        try await make(
            daemon, "cd made && python3 -m zipfile -c ../made.zip a.txt deep c.jsonl page.css")
        try await daemon.start()
        for name in ["made.zip", "made.tar", "made.tar.gz", "made.tar.xz", "made.tar.bz2"] {
            try await make(daemon, "mv \(name) inbox/\(name)")
        }
        try await daemon.settle(records: 20)
        let records = try daemon.allRecords()
        #expect(records.count == 20)
        for name in ["made.zip", "made.tar", "made.tar.gz", "made.tar.xz", "made.tar.bz2"] {
            let own = records.filter { $0.path == name }
            #expect(own.count == 4, "\(name)")
            #expect(own.map(\.item).sorted() != [], "\(name)")
        }
        #expect(records.filter { $0.verdict == "original" }.count == 4)
        await waitUntil { daemon.done.count == 5 }
        let reasons = daemon.quarantine.filter { $0.hasSuffix(".rejected.jsonl") }
        #expect(reasons.count == 5, "\(daemon.quarantine)")
        let day = try #require(Files.list(daemon.scratch.at("quarantine")).first?.prefix(10))
        let zip = daemon.scratch.at("quarantine/\(day)/made.zip.rejected.jsonl")
        #expect(Files.text(zip) == "oops\n")
        var parser = JSONParser()
        try parser.parse(try Files.read(zip + ".reason.json")) { reason in
            let items = reason.member("items").map { Array($0.elements) } ?? []
            #expect(items.first?.member("member")?.string == "c.jsonl")
            #expect(items.first?.member("start") == nil)
        }
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(1)))
    func `Members and decoded texts are known again, and what holds nothing says so`() async throws
    {
        guard Tools.need(Tools.has("python3") && Tools.has("gzip"), "python3 or gzip is not here")
        else { return }
        let daemon = try Daemon()
        try Files.write(SampleText.article(1), to: daemon.scratch.at("a.txt"))
        try Files.write("p { color: red }\n", to: daemon.scratch.at("page.css"))
        try await make(daemon, "gzip -k a.txt && python3 -m zipfile -c none.zip page.css")
        try await make(
            daemon,
            "python3 -c \"open('wide.txt','wb').write(open('a.txt').read().encode('utf-16'))\"")
        let outcome = try await daemon.command(
            "ingest", "--json", "a.txt", "a.txt.gz", "wide.txt", "none.zip")
        #expect(outcome.output.contains("\"withoutArticle\":1"), "\(outcome.output)")
        #expect(outcome.status == .exit(0))
        let records = try daemon.allRecords()
        #expect(records.count == 3)
        #expect(records.filter { $0.verdict == "original" }.count == 1)
    }

    @Test(.timeLimit(.minutes(5)))
    func `A small file that becomes large is archived once, also over kill -9`() async throws {
        guard Tools.need(Tools.has("gzip"), "gzip is not here") else { return }
        let daemon = try Daemon()
        let count = 4_000
        let lines = (1...count).map {
            "{\"id\":\"\($0)\",\"text\":\"Ferry \($0) left pier \($0 % 7) with \($0 * 3) on board.\"}\n"
        }
        try Files.write(lines.joined(), to: daemon.scratch.at("many.jsonl"))
        try await make(daemon, "gzip many.jsonl")
        try #require(try Files.read(daemon.scratch.at("many.jsonl.gz")).count < 1 << 20)
        try await daemon.start()
        try await make(daemon, "mv many.jsonl.gz inbox/many.jsonl.gz")
        await waitUntil { daemon.lineCount > 200 }
        await daemon.kill()
        try await daemon.start()
        try await daemon.settle(records: count, seconds: 150)
        let records = try daemon.allRecords()
        #expect(records.count == count)
        #expect(Set(records.map(\.item)) == Set(1...count))
        #expect(await daemon.stop() == .exit(0))
    }
}
