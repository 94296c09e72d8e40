import Glibc
import JSON
import TestSupport
import Testing

/// Files that cannot be read, or not all of them: in quarantine with a reason, and nothing lost.
@Suite(.serialized) struct BadInputTests {
    /// The file's name, its bytes, and the code of the reason.
    struct Bad: CustomTestStringConvertible, Sendable {
        let name: String
        let bytes: [UInt8]
        let code: String
        var testDescription: String { name }

        init(_ name: String, _ bytes: [UInt8], _ code: String) {
            (self.name, self.bytes, self.code) = (name, bytes, code)
        }

        init(_ name: String, _ text: String, _ code: String) {
            self.init(name, Array(text.utf8), code)
        }
    }

    static let files = [
        Bad("empty.txt", "", "empty"),
        Bad("blank.txt", "  \n\n\t\n", "blank"),
        Bad("memory.txt", [0x17, 0, 0x03, 0xEE] + [UInt8](repeating: 0, count: 64), "binary"),
        Bad(
            "none.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + [UInt8](repeating: 7, count: 10),
            "damaged"),
        Bad("broken.json", #"{"headline": "A", "text": oops}"#, "broken-json"),
        Bad("number.json", #"{"headline": 17, "text": {"a": 1}}"#, "wrong-type"),
        Bad("nothing.json", #"{"keywords": "a"}"#, "no-text"),
        Bad("deep.json", String(repeating: "[", count: 100_000), "too-deep"),
        Bad(
            "picture.png",
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 3, count: 99),
            "unsupported-kind"),
    ]

    @Test(.timeLimit(.minutes(1)))
    func `A file that cannot be read is quarantined whole, with a reason`() async throws {
        let daemon = try Daemon()
        try await daemon.start()
        try daemon.scratch.makeDirectory("inbox/desk")
        for bad in Self.files {
            try Files.write(bad.bytes, to: Array(daemon.inbox("desk/\(bad.name)").utf8CString))
        }
        try daemon.drop(SampleText.article(1), as: "good.txt")
        try await daemon.settle(records: 1)
        await waitUntil { daemon.quarantine.count == Self.files.count * 2 }
        let day = try #require(Files.list(daemon.scratch.at("quarantine")).first?.prefix(10))
        for bad in Self.files {
            let path = daemon.scratch.at("quarantine/\(day)/desk/\(bad.name)")
            #expect(try Files.read(path) == bad.bytes)
            var parser = JSONParser()
            try parser.parse(try Files.read(path + ".reason.json")) { reason in
                #expect(reason.member("reason")?.string == bad.code, "\(bad.name)")
                #expect(reason.member("file")?.string == "desk/\(bad.name)")
                #expect(reason.member("what")?.string?.isEmpty == false)
                #expect(reason.member("advice")?.string?.isEmpty == false)
            }
        }
        #expect(daemon.log.contains("Quarantined desk/empty.txt"))
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(1)), arguments: [false, true])
    func `Of JSON Lines the good are archived, the bad quarantined byte for byte`(
        isLarge: Bool
    ) async throws {
        let daemon = try Daemon()
        try await daemon.start()
        var random = SeededNumbers(seed: 3)
        var file = "", bad: [String] = [], places: [(item: Int, start: Int)] = []
        var good = 0
        for item in 1...(isLarge ? 1600 : 40) {
            if item > 1, Int.random(in: 0..<4, using: &random) == 0 {
                let line =
                    [
                        "{\"headline\": \"H \(item)\", \"text\": }", "not json \(item)", "[1,2",
                        "{\"a\":\"\u{1}\"}",
                    ]
                    .randomElement(using: &random) ?? ""
                bad.append(line)
                places.append((item, file.utf8.count))
                file += line + "\n"
            } else {
                good += 1
                file += SampleText.line(item, paragraphs: 3)
            }
        }
        try #require(isLarge == (file.utf8.count > 1 << 20))
        try daemon.drop(file, as: "dump.jsonl")
        try await daemon.settle(records: good)
        await waitUntil { daemon.quarantine.count == 2 }
        let records = try daemon.allRecords()
        #expect(records.count == good)
        #expect(Set(records.map(\.item)).isDisjoint(with: places.map(\.item)))
        #expect(records.map(\.item) == records.map(\.item).sorted())
        let items = try #require(daemon.quarantine.first { $0.hasSuffix(".rejected.jsonl") })
        let day = try #require(Files.list(daemon.scratch.at("quarantine")).first?.prefix(10))
        let path = daemon.scratch.at("quarantine/\(day)/\(items)")
        #expect(Files.text(path) == bad.map { $0 + "\n" }.joined())
        var parser = JSONParser()
        try parser.parse(try Files.read(path + ".reason.json")) { reason in
            let noted = reason.member("items").map { Array($0.elements) } ?? []
            #expect(noted.map { Int($0.member("item")?.integer ?? 0) } == places.map(\.item))
            #expect(noted.map { Int($0.member("start")?.integer ?? 0) } == places.map(\.start))
        }
        #expect(daemon.done == ["dump.jsonl"])
        try await daemon.hear("dump.jsonl")
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(2)))
    func `A line of 100 MB stops nobody`() async throws {
        let daemon = try Daemon()
        try await daemon.start()
        let long = [UInt8](repeating: 0x61, count: 100 << 20)
        try Files.write(long, to: Array(daemon.inbox(".long.tmp").utf8CString))
        try Files.rename(daemon.inbox(".long.tmp"), daemon.inbox("long.txt"))
        let lines =
            Array(SampleText.line(1).utf8) + Array(#"{"text": ""#.utf8) + long
            + Array("\"}\n".utf8) + Array(SampleText.line(2).utf8)
        try Files.write(lines, to: Array(daemon.inbox(".lines.tmp").utf8CString))
        try Files.rename(daemon.inbox(".lines.tmp"), daemon.inbox("lines.jsonl"))
        try daemon.drop(SampleText.article(3), as: "small.txt")
        await waitUntil { daemon.lineCount >= 1 }
        #expect(try daemon.records().first?.path == "small.txt", "the small file had to wait")
        try await daemon.settle(records: 3, seconds: 60)
        await waitUntil { daemon.quarantine.count == 4 }
        let records = try daemon.allRecords()
        #expect(Set(records.map(\.path)) == ["small.txt", "lines.jsonl"])
        #expect(records.filter { $0.path == "lines.jsonl" }.map(\.item) == [1, 3])
        #expect(daemon.quarantine.contains("long.txt"))
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(1)))
    func `A file larger than the limit is quarantined unread`() async throws {
        let daemon = try Daemon()
        try daemon.configure(more: #""limits": {"fileBytes": 1000}"#)
        try await daemon.start()
        try daemon.drop(String(repeating: "word ", count: 1000), as: "large.txt")
        await waitUntil { daemon.quarantine.count == 2 }
        #expect(daemon.quarantine == ["large.txt", "large.txt.reason.json"])
        try await daemon.hear("limits.fileBytes")
    }

    @Test(.timeLimit(.minutes(1)))
    func `A file that ends in the middle of its structure is waited for`() async throws {
        let daemon = try Daemon()
        try await daemon.start()
        let line = SampleText.line(1)
        try daemon.drop(String(line.prefix(300)), as: "cut.json")
        await pause(milliseconds: 700)
        #expect(daemon.waiting == ["cut.json"])
        #expect(daemon.lineCount == 0)
        // The sender goes on.
        try await Tools.shell(
            "tail -c +301 line >> inbox/cut.json || true", in: daemon.scratch.path)
        try Files.write(line, to: daemon.scratch.at("line"))
        try await Tools.shell("tail -c +301 line >> inbox/cut.json", in: daemon.scratch.path)
        try await daemon.settle(records: 1, seconds: 10)
        #expect(daemon.quarantine.isEmpty)
    }

    @Test(
        .timeLimit(.minutes(2)),
        .enabled(if: Tools.need(Tools.areLongTestsWanted, "WIREROOM_LONG_TESTS=1 is not set")))
    func `A large file that stays cut off is read to its last whole line, each line once`()
        async throws
    {
        let daemon = try Daemon()
        try await daemon.start()
        let lines = (1...1500).map { SampleText.line($0, paragraphs: 3) }.joined()
        try daemon.drop(String(lines.dropLast(100)), as: "cut.jsonl")
        try await daemon.settle(records: 1499, seconds: 60)
        let records = try daemon.allRecords()
        #expect(records.map(\.item) == Array(1...1499))
        #expect(daemon.quarantine.count == 2)
    }
}
