import Glibc
import Testing

/// No room left in the middle of a group's append, and then room again: the rest of the same bytes
/// follows, whatever happens in between.
@Suite(
    .serialized,
    .enabled(if: Tools.need(Scratch.isRoot, "only root may mount a small file system")))
struct FullDiskTests {
    enum Meanwhile: CaseIterable { case nothing, reload, stop, kill, killTwice }

    private static let articles = 80

    /// One file, whose records are one group of 700 KB.
    private static var lines: String {
        (1...articles).map { SampleText.line($0, paragraphs: 24) }.joined()
    }

    /// Leaves so many bytes of the file system.
    private static func fill(_ daemon: Daemon, leaving bytes: Int) async throws {
        try await Tools.shell(
            "head -c 100M /dev/zero > small/fill; truncate -s -\(bytes) small/fill",
            in: daemon.scratch.path)
    }

    /// - Parameter begins: whether the group is the first of its segment.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: Tools.chosen(
            "interruptions of a full disk",
            always: [(Meanwhile.nothing, true), (.reload, false), (.killTwice, false)],
            long: [
                (.nothing, false), (.reload, true), (.stop, false), (.stop, true), (.kill, false),
                (.kill, true), (.killTwice, true),
            ]))
    func `A group that is cut short is completed, once`(
        meanwhile: Meanwhile, begins: Bool
    ) async throws {
        let scratch = try Scratch()
        let small = try scratch.mount("small", kibibytes: 20 << 10)
        let daemon = try Daemon(in: scratch)
        try Files.write(
            #"{"inbox": {"path": "inbox", "settleMilliseconds": 100}, "archive": {"path": "small/archive"}}"#,
            to: scratch.at("config.json"))
        try scratch.makeDirectory("small/archive")
        let tail = try ChildProcess(
            ["tail", "-n", "+1", "-s", "0.02", "-F", "small/archive/articles.jsonl"],
            in: scratch.path, output: scratch.at("tailed"))
        defer { tail.sendToAll(SIGKILL) }
        try await daemon.start()
        if !begins {
            try daemon.drop(SampleText.article(0), as: "first.txt")
            await waitUntil { daemon.waiting.isEmpty }
        }
        try await Self.fill(daemon, leaving: 200 << 10)
        try daemon.drop(Self.lines, as: "many.jsonl")
        try daemon.drop(SampleText.article(500), as: "after.txt")
        try await daemon.hear("No room left")
        let torn = try Self.segment(small)
        if begins {
            #expect(torn.isEmpty, "a segment is there with its first group in it, or not at all")
        } else {
            #expect(torn.count > 100 << 10 && torn.last != 0x0A, "it is not cut: \(torn.count)")
        }
        try await Self.pass(meanwhile, daemon)
        let before = try Self.segment(small)
        #expect(before.starts(with: torn))
        unlink("\(small)/fill")
        try await daemon.hear("Room again")
        await waitUntil { daemon.waiting.isEmpty }
        #expect(daemon.waiting.isEmpty)
        #expect(await daemon.stop() == .exit(0))
        let all = try Self.segment(small)
        #expect(all.starts(with: before))
        let records = try ArchiveLine.all(in: all)
        let count = Self.articles + (begins ? 1 : 2)
        #expect(records.map(\.sequence) == Array(1...count))
        #expect(
            records.filter { $0.path == "many.jsonl" }.map(\.item) == Array(1...Self.articles))
        #expect(daemon.done.count == (begins ? 2 : 3))
        let isTailed = try await waitUntil(seconds: 5) {
            try Files.read(scratch.at("tailed")).count >= all.count
        }
        #expect(try isTailed && Files.read(scratch.at("tailed")) == all)
    }

    private static func pass(_ meanwhile: Meanwhile, _ daemon: Daemon) async throws {
        switch meanwhile {
        case .nothing: await pause(milliseconds: 1200)
        case .reload:
            daemon.process?.send(SIGHUP)
            try await daemon.hear("Configuration read anew")
        case .stop: #expect(await daemon.stop() == .exit(0))
        case .kill: await daemon.kill()
        case .killTwice:
            await daemon.kill()
            try await daemon.start(isReady: false)
            try await daemon.hear("No room left")
            await daemon.kill()
        }
        guard daemon.ending != nil else { return }
        try await daemon.start(isReady: false)
        try await daemon.hear("No room left")
    }

    /// The bytes of the one segment of articles; none where it is not there.
    private static func segment(_ small: String) throws -> [UInt8] {
        let names = Files.list("\(small)/archive/segments").filter {
            $0.hasPrefix("articles") && $0.hasSuffix(".jsonl")
        }
        #expect(names.count <= 1)
        return try names.first.map { try Files.read("\(small)/archive/segments/\($0)") } ?? []
    }
}
