import Glibc
import Testing

/// One name again and again, with the same bytes and with others, in done/ and in quarantine/:
/// every file is kept whole, and a record tells where its file lies.
@Suite(.serialized) struct SameNameTests {
    static let names = [
        "same.txt", "no-extension",
        String(repeating: "n", count: 251) + ".txt", String(repeating: "é", count: 127) + "x",
        String(repeating: "n", count: 255),
    ]

    /// What lies under a directory of done/ or quarantine/, by name.
    private static func contents(_ daemon: Daemon, _ place: String) -> [String: String] {
        let directory = daemon.scratch.at(place)
        return Dictionary(
            Files.list(directory).map {
                (String($0.split(separator: "/").last ?? ""), Files.text("\(directory)/\($0)"))
            }, uniquingKeysWith: { $1 })
    }

    /// Drops under a name of any length.
    private static func drop(_ text: String, as name: String, into daemon: Daemon) throws {
        try Files.write(text, to: daemon.inbox(".next.tmp"))
        try Files.rename(daemon.inbox(".next.tmp"), daemon.inbox(name))
    }

    @Test(.timeLimit(.minutes(1)), arguments: names)
    func `In done, three times with other bytes and three times with the same`(
        name: String
    ) async throws {
        let daemon = try Daemon()
        try await daemon.start()
        // Other, other, and three times the first.
        let numbers = [1, 2, 1, 3, 1]
        for (count, number) in numbers.enumerated() {
            try Self.drop(SampleText.article(number), as: name, into: daemon)
            try await daemon.settle(records: count + 1)
        }
        let contents = Self.contents(daemon, "done")
        #expect(contents.count == numbers.count)
        #expect(contents.values.sorted() == numbers.map { SampleText.article($0) }.sorted())
        #expect(contents.keys.allSatisfy { $0.utf8.count <= 255 })
        let records = try daemon.allRecords()
        #expect(records.allSatisfy { $0.path == name })
        // The name, or with the digest before the extension: there lies what the record is of.
        #expect(contents[name] == SampleText.article(1))
        for record in records.filter({ $0.text != nil && $0.text != records[0].text }) {
            let filed = contents.keys.first { $0.contains("-\(record.sha256.prefix(8))") }
            let text = filed.flatMap { contents[$0] }
            #expect(text?.dropLast() == record.text.map { Substring($0) })
        }
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(1)), arguments: names)
    func `In quarantine, each with a reason of its own`(name: String) async throws {
        let daemon = try Daemon()
        try await daemon.start()
        let files = ["\0one", "\0two", "\0one", "\0three", "\0one"]
        for (count, text) in files.enumerated() {
            try Self.drop(text, as: name, into: daemon)
            let taken = await waitUntil {
                daemon.quarantine.count == 2 * (count + 1) && daemon.waiting.isEmpty
            }
            try #require(taken, "\(daemon.quarantine) \(daemon.log)")
        }
        let contents = Self.contents(daemon, "quarantine")
        let reasons = contents.filter { $0.key.hasSuffix(".reason.json") }
        #expect(reasons.count == files.count)
        let kept = contents.filter { !$0.key.hasSuffix(".reason.json") }
        #expect(kept.values.sorted() == files.sorted())
        #expect(contents.keys.allSatisfy { $0.utf8.count <= 255 })
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(1)), arguments: [names[0], names[4]])
    func `Of each, the bad lines are kept`(name: String) async throws {
        let daemon = try Daemon()
        try await daemon.start()
        let numbers = [1, 2, 1, 3]
        for (count, number) in numbers.enumerated() {
            let lines = SampleText.line(number) + "{bad \(number)\n" + SampleText.line(number + 10)
            try Self.drop(lines, as: name, into: daemon)
            try await daemon.settle(records: 2 * (count + 1))
        }
        let rejected = Self.contents(daemon, "quarantine").filter {
            $0.key.hasSuffix(".rejected.jsonl")
        }
        // The same bytes have the same bad lines.
        #expect(Set(rejected.values) == ["{bad 1\n", "{bad 2\n", "{bad 3\n"])
        #expect(rejected.count == 3)
        #expect(Self.contents(daemon, "done").count == numbers.count)
        #expect(await daemon.stop() == .exit(0))
    }
}
