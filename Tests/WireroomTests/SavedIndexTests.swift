import Glibc
import TestSupport
import Testing

/// Started from a saved index, from a part of one or from none, the daemon gives the same records.
@Suite(.serialized) struct SavedIndexTests {
    /// What is dropped first, so many lines, and then, which repeats, shortens and revises it.
    private static let first =
        (1...1_200).map { line($0) }.joined() + (1...20).map { notice($0 * 3) }.joined()
        + (7_001...7_010).map { notice($0) }.joined()
        + (1_201...1_300).map { line($0) }.joined()
        + (7_011...7_020).map { notice($0) }.joined()
    private static let second =
        (1...60).map { line($0 * 20) }.joined()
        + (1...60).map { line($0 * 20 + 1, paragraphs: 1) }.joined()
        + (1...60).map { line($0 + 5_000, guid: $0) }.joined()
        + (1...60).map { line($0 + 6_000) }.joined()
        + (1...60).map { line($0 + 6_000, paragraphs: 3) }.joined()
        + (7_001...7_020).map { line($0, guid: $0) }.joined()
        + (1...20).map { notice($0 * 3) }.joined()

    /// Takes back the article with a guid, which may come later.
    private static func notice(_ guid: Int) -> String {
        "{\"guid\":\"g\(guid)\",\"pubstatus\":\"canceled\",\"headline\":\"Kill \(guid)\"}\n"
    }

    private static func line(_ number: Int, paragraphs: Int = 2, guid: Int? = nil) -> String {
        let guid = guid ?? (number <= 1_300 ? number : nil)
        return String(
            SampleText.line(number, paragraphs: paragraphs).dropLast(2)
                + (guid.map { ",\"guid\":\"g\($0)\"" } ?? "") + "}\n")
    }

    /// A daemon that has archived the first articles, saved its index and was killed.
    private static func killed(_ lines: String = first) async throws -> Daemon {
        let daemon = try Daemon()
        try await daemon.start()
        try daemon.drop(lines, as: "first.jsonl")
        try await daemon.settle(
            records: lines.utf8.count { $0 == 0x0A }, seconds: 120)
        try await saved(daemon)
        await daemon.kill()
        return daemon
    }

    private static func saved(_ daemon: Daemon) async throws {
        let index = daemon.scratch.at("archive/index")
        try #require(await waitUntil(seconds: 60) { Files.exists(index) }, "\(daemon.log)")
    }

    /// The same directory again.
    private static func copy(_ daemon: Daemon) throws -> Daemon {
        let scratch = try Scratch()
        try ChildProcess(["cp", "-a", "\(daemon.scratch.path)/.", scratch.path], in: "/").join()
        return try Daemon(in: scratch)
    }

    /// All that the archive says of each article, but for where it came from and when.
    private static func judged(_ daemon: Daemon) throws -> [String] {
        try ["articles", "duplicates"].flatMap { stream in
            try daemon.bytes(of: stream).split(separator: 0x0A).map { line in
                String(decoding: line, as: UTF8.self).split(separator: ",\"file\":{")[0]
                    .description
            }
        }
    }

    /// Drops the second articles and gives what became of all.
    private static func goOn(_ daemon: Daemon, _ saying: String) async throws -> [String] {
        try await daemon.start(seconds: 60)
        #expect(daemon.log.contains(saying), "\(daemon.log)")
        let before = daemon.lineCount
        try daemon.drop(second, as: "second.jsonl")
        try await daemon.settle(records: before + 340, seconds: 120)
        #expect(await daemon.stop() == .exit(0))
        return try judged(daemon)
    }

    @Test(.timeLimit(.minutes(5)))
    func `A saved index that is lost, damaged or foreign changes no verdict`() async throws {
        let daemon = try await Self.killed()
        let index = daemon.scratch.at("archive/index")
        let bytes = try Files.read(index)
        let other = try await Self.killed(
            (3_000...4_100).map { Self.line($0) }.joined())
        let foreign = try Files.read(other.scratch.at("archive/index"))

        let whole = try Self.copy(daemon)
        let expected = try await Self.goOn(whole, "0 of them read from the archive")
        let verdicts = Set(expected.compactMap { $0.firstRange(of: "\"verdict\":\"revision") })
        #expect(!verdicts.isEmpty)
        #expect(expected.count { $0.contains("\"verdict\":\"withdrawal\",\"original\"") } == 20)
        #expect(expected.count { $0.contains("\"verdict\":\"withdrawal\",\"guid\"") } == 0)
        #expect(expected.count { $0.contains("\"status\":\"canceled\"") } >= 60)

        var random = SeededNumbers(seed: 4)
        var flipped = bytes
        flipped[Int.random(in: 0..<bytes.count - 60_000, using: &random)] ^= 0x10
        var contents = bytes
        contents[bytes.count - 1_000] ^= 1
        var form = bytes
        form[bytes.count - 3] ^= 1
        let wrong: [([UInt8]?, String)] = Tools.chosen(
            "wrong indexes",
            always: [
                (nil, "there is none"), (flipped, "a checksum is wrong"),
                (Array(bytes.prefix(bytes.count / 2)), "it is damaged"),
                (foreign, "it does not go with the archive"),
            ],
            long: [
                ([], "it is damaged"), (contents, "it is damaged"), (form, "it is damaged"),
                (Array(bytes.prefix(bytes.count - 1)), "it is damaged"),
                (Array(repeating: 0, count: bytes.count), "it is damaged"),
            ])
        for (content, reason) in wrong {
            let copy = try Self.copy(daemon)
            let place = copy.scratch.at("archive/index")
            if let content {
                try Files.write(content, to: Array(place.utf8CString))
            } else {
                unlink(place)
            }
            #expect(try await Self.goOn(copy, reason) == expected)
        }
    }

    @Test(.timeLimit(.minutes(5)))
    func `An index older than the archive is completed from it, a newer one is not used`()
        async throws
    {
        let daemon = try await Self.killed()
        let older = try Files.read(daemon.scratch.at("archive/index"))
        try await daemon.start()
        try daemon.drop((2_001...2_200).map { Self.line($0) }.joined(), as: "more.jsonl")
        try await daemon.settle(records: 1_500, seconds: 60)
        await daemon.kill()
        #expect(try Files.read(daemon.scratch.at("archive/index")) == older)

        let rebuilt = try Self.copy(daemon)
        unlink(rebuilt.scratch.at("archive/index"))
        let expected = try await Self.goOn(rebuilt, "there is none")
        let copy = try Self.copy(daemon)
        #expect(try await Self.goOn(copy, "200 of them read from the archive") == expected)

        // A backup of the archive from before the index was saved.
        let earlier = try Self.copy(daemon)
        let segments = earlier.scratch.at("archive/segments")
        let name = try #require(Files.list(segments).first { $0.hasPrefix("articles-") })
        let lines = try Files.read("\(segments)/\(name)").split(
            separator: 0x0A, omittingEmptySubsequences: false)
        let kept = Array(lines[..<700].joined(separator: [0x0A])) + [0x0A]
        try Files.write(kept, to: Array("\(segments)/\(name)".utf8CString))
        unlink(earlier.scratch.at("archive/journal"))
        try await earlier.start(seconds: 60)
        #expect(earlier.log.contains("it does not go with the archive"), "\(earlier.log)")
        await earlier.kill()
    }

    @Test(.timeLimit(.minutes(5)))
    func `Killed again and again while it saves, it starts from what is there`() async throws {
        let daemon = try Daemon()
        let control = try Daemon()
        var random = SeededNumbers(seed: 8)
        for round in 0..<5 {
            let lines = (1...1_050).map { Self.line(round * 1_000 + $0) }.joined()
            for daemon in [daemon, control] {
                try await daemon.start(seconds: 60)
                try daemon.drop(lines, as: "\(round).jsonl")
                try await daemon.settle(records: (round + 1) * 1_050, seconds: 120)
            }
            // A save begins a second after the last article and takes some tens of milliseconds.
            let temporary = daemon.scratch.at("archive/.index.tmp")
            let begun = round % 2 == 0
            if begun { await waitUntil(seconds: 20) { Files.exists(temporary) } }
            await pause(milliseconds: Int.random(in: 0...30, using: &random))
            await daemon.kill()
            await control.kill()
            unlink(control.scratch.at("archive/index"))
        }
        let expected = try await Self.goOn(control, "there is none")
        #expect(try await Self.goOn(daemon, "Index of") == expected)
        #expect(!Files.exists(daemon.scratch.at("archive/.index.tmp")))
    }

    @Test(
        .timeLimit(.minutes(2)),
        .enabled(if: Tools.need(Scratch.isRoot, "not root, who may mount")))
    func `Without room the index is not saved, and all goes on`() async throws {
        let scratch = try Scratch()
        try scratch.mount("archive", kibibytes: 100_000)
        let daemon = try Daemon(in: scratch)
        try await daemon.start()
        try daemon.drop(Self.first, as: "first.jsonl")
        try await daemon.settle(records: 1_340, seconds: 60)
        try await daemon.hear("The index is not saved")
        try daemon.drop(Self.second, as: "second.jsonl")
        try await daemon.settle(records: 1_600, seconds: 60)
        #expect(!Files.exists(scratch.at("archive/index")))
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(
        .timeLimit(.minutes(3)),
        .enabled(if: Tools.need(Tools.has("strace"), "strace is not here")))
    func `A stop in the middle of reading the archive is obeyed at once`() async throws {
        let daemon = try Daemon(archive: #""rotateBytes": 20000"#)
        try await daemon.start()
        // A segment begins with a group, so each group is waited for.
        for number in 1...12 {
            try daemon.drop(
                (1...100).map { Self.line(number * 100 + $0) }.joined(), as: "\(number).jsonl")
            try await daemon.settle(records: number * 100, seconds: 60)
        }
        await daemon.kill()
        unlink(daemon.scratch.at("archive/index"))
        // Each read takes a second, and a segment two reads.
        daemon.wrapper = Strace.injecting("pread64:delay_enter=1000000:when=12+")
        try await daemon.start(isReady: false)
        await pause(milliseconds: 4_000)
        #expect(!daemon.log.contains("Ready"))
        #expect(await daemon.stop(seconds: 10) == .exit(0))
        #expect(!daemon.log.contains("Ready"))
    }
}
