import Glibc
import Testing

/// `wireroom show`: records by what people call them.
@Suite struct ShowTests {
    @Test(.timeLimit(.minutes(2)))
    func `A record is shown for reading, or as it is archived`() async throws {
        let daemon = try await Corrections.archive()
        let line = try #require(try daemon.bytes(of: "articles").split(separator: 0x0A).first)
        let id = try daemon.records()[0].id
        for name in ["articles:1", id, String(id.prefix(12)), id.uppercased()] {
            let json = try await daemon.command("show", "--json", name)
            #expect(json.status == .exit(0), "\(json.errors)")
            #expect(Array(json.output.utf8) == line + [0x0A])
        }
        let page = try await daemon.command("show", "articles:2", "duplicates:1")
        #expect(page.status == .exit(0))
        #expect(page.output.contains("\nrecord    articles:2, received 20"))
        #expect(page.output.contains("verdict   Revision 1 of \(id)"))
        #expect(page.output.contains("verdict   A copy of \(id)"))
        #expect(page.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        let text = page.output.replacing("\n", with: " ")
        #expect(text.contains("Port Eldra on Tuesday with 218 people on board, the harbour office"))
    }

    @Test(.timeLimit(.minutes(2)))
    func `A copy without its text is shown with that of its original`() async throws {
        let daemon = try await Corrections.archive()
        try await Corrections.ingest([Corrections.quarry], into: daemon)
        let page = try await daemon.command("show", "duplicates:2")
        #expect(page.output.contains("A court in Skarne has fined"))
        #expect(page.output.contains("An exact copy of"))
    }

    @Test(.timeLimit(.minutes(2)))
    func `It works beside a daemon, and says where it has looked`() async throws {
        let daemon = try await Corrections.archive()
        try await daemon.start()
        #expect(try await daemon.command("show", "articles:3").status == .exit(0))
        let missing = try await daemon.command("show", "articles:9", "articles:1", "ffffffff")
        #expect(missing.status == .exit(66))
        #expect(missing.output.contains("articles:1"))
        #expect(missing.errors.contains("no record articles:9 in 2 segments of "))
        #expect(missing.errors.contains("articles:1 to articles:3, duplicates:1 to duplicates:1"))
        #expect(missing.errors.contains("no record ffffffff"))
        #expect(try await daemon.command("show", "articles").status == .exit(64))
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(2)))
    func `A beginning that several have is refused with what it may mean`() async throws {
        let daemon = try Daemon()
        // Of 700 ids some begin with the same four digits, all but surely.
        try Files.write(
            (1...700).map { SampleText.line($0) }.joined(), to: daemon.scratch.at("dump.jsonl"))
        _ = try await daemon.command("ingest", "dump.jsonl")
        let ids = try daemon.records().map(\.id)
        let byPrefix = Dictionary(grouping: ids) { String($0.prefix(4)) }
        let several = try #require(byPrefix.first { $0.value.count > 1 })
        let outcome = try await daemon.command("show", several.key)
        #expect(outcome.status == .exit(64))
        for id in several.value { #expect(outcome.errors.contains(id)) }
        #expect(outcome.errors.contains("Report "))
        let only = try #require(byPrefix.first { $0.value.count == 1 })
        #expect(try await daemon.command("show", only.key).output.contains(only.value[0]))
    }

    /// What an article says is shown, and nothing of it steers the terminal; letters that are two
    /// columns wide are counted as such.
    @Test(.timeLimit(.minutes(2)))
    func `Texts of any kind are wrapped, and steer no terminal`() async throws {
        let daemon = try Daemon()
        let wide = String(repeating: "東京の新聞は昨日、大きな橋が閉鎖されたと伝えた。", count: 8)
        let steering =
            "Words \\u001b[2J with \\u0007 marks \\u009b31m in them, and many more words."
        try Files.write(
            #"{"headline":"橋が閉鎖 \u001b]0;x","text":"\#(wide)\n\n\#(steering)"}"# + "\n",
            to: daemon.scratch.at("a.json"))
        _ = try await daemon.command("ingest", "a.json")
        let page = try await daemon.command("show", "articles:1")
        #expect(page.status == .exit(0))
        #expect(
            page.output.unicodeScalars.allSatisfy {
                $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) || $0 == "\n"
            })
        let lines = page.output.split(separator: "\n")
        #expect(lines.count { $0.contains("東") || $0.contains("橋") } > 4)
        #expect(lines.allSatisfy { $0.count <= 40 || !$0.contains("橋") })
        #expect(!lines.contains { $0.first == "、" || $0.first == "。" })
    }

    @Test(.timeLimit(.minutes(1)))
    func `Without an archive it says so`() async throws {
        let daemon = try Daemon()
        let outcome = try await daemon.command("show", "articles:1")
        #expect(outcome.status == .exit(66) && outcome.errors.contains("there is no archive at"))
    }
}
