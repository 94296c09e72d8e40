import Glibc
import Testing

/// Trouble of the machine: no room, too many files at once, files of other users.
@Suite(.serialized) struct TroubleTests {
    private static let nobody = 65_534
    static let canBeNobody = Scratch.isRoot && Tools.has("setpriv")

    @Test(
        .timeLimit(.minutes(1)),
        .enabled(if: Tools.need(Scratch.isRoot, "only root may mount a small file system")))
    func `A full archive is told and survived`() async throws {
        let scratch = try Scratch()
        let small = try scratch.mount("small", kibibytes: 20 << 10)
        let daemon = try Daemon(archive: #""path": "small/archive""#, in: scratch)
        try Files.write(
            #"{"inbox": {"path": "inbox", "settleMilliseconds": 100}, "archive": {"path": "small/archive"}}"#,
            to: scratch.at("config.json"))
        try await daemon.start()
        for number in 1...2 { try daemon.drop(SampleText.article(number), as: "\(number).txt") }
        await waitUntil { daemon.waiting.isEmpty }
        try await Tools.shell("head -c 100M /dev/zero > small/fill || true", in: scratch.path)
        for number in 3...200 { try daemon.drop(SampleText.article(number), as: "\(number).txt") }
        try await daemon.hear("No room left")
        #expect(daemon.ending == nil)
        // Stopped and killed in the middle of it, it still has all.
        if daemon.ending == nil { #expect(await daemon.stop(seconds: 10) == .exit(0)) }
        try Files.rename("\(small)/fill", "\(small)/other")
        unlink("\(small)/other")
        try await daemon.start()
        try await Tools.shell("head -c 100M /dev/zero > small/fill || true", in: scratch.path)
        for number in 201...400 { try daemon.drop(SampleText.article(number), as: "\(number).txt") }
        try await daemon.hear("No room left")
        unlink("\(small)/fill")
        try await daemon.hear("Room again")
        await waitUntil { daemon.waiting.isEmpty }
        #expect(await daemon.stop() == .exit(0))
        let segments = Files.list("\(small)/archive/segments").filter { $0.hasPrefix("articles") }
        let records = try ArchiveLine.all(
            in: segments.flatMap { try Files.read("\(small)/archive/segments/\($0)") })
        #expect(records.count == 400 && Set(records.map(\.path)).count == 400)
        #expect(records.map(\.sequence) == Array(1...400))
    }

    @Test(
        .timeLimit(.minutes(1)),
        .enabled(if: Tools.need(Scratch.isRoot, "only root may mount a small file system")))
    func `A full done directory is told, and does not hold up the stop`() async throws {
        let scratch = try Scratch()
        let daemon = try Daemon(inbox: #""done": "small/done""#, in: scratch)
        let small = try scratch.mount("small", kibibytes: 8 << 10)
        try await daemon.start()
        try await Tools.shell("head -c 100M /dev/zero > small/fill || true", in: scratch.path)
        for number in 1...300 { try daemon.drop(SampleText.article(number), as: "\(number).txt") }
        try await daemon.hear("No room left")
        #expect(await daemon.stop(seconds: 10) == .exit(0))
        unlink("\(small)/fill")
        try await daemon.start()
        try await daemon.settle(records: 300)
        #expect(try daemon.allRecords().count == 300)
        #expect(Files.list(scratch.at("small/done")).count == 300)
    }

    @Test(.timeLimit(.minutes(1)))
    func `Events that the kernel drops hide no file`() async throws {
        let daemon = try Daemon()
        try await daemon.start()
        try daemon.scratch.makeDirectory("inbox/desk")
        await pause(milliseconds: 300)
        daemon.process?.send(SIGSTOP)
        // Events of a name that is never taken fill the queue, so that those of the files are lost.
        try Files.write("", to: daemon.inbox(".a"))
        for _ in 1...9000 {
            try Files.rename(daemon.inbox(".a"), daemon.inbox(".b"))
            try Files.rename(daemon.inbox(".b"), daemon.inbox(".a"))
        }
        for number in 1...200 {
            try daemon.drop(
                SampleText.article(number),
                as: number % 2 == 0 ? "\(number).txt" : "desk/\(number).txt")
        }
        daemon.process?.send(SIGCONT)
        try await daemon.settle(records: 200)
        try await daemon.hear("event queue")
        #expect(try daemon.allRecords().count == 200)
    }

    @Test(
        .timeLimit(.minutes(5)),
        .enabled(if: Tools.need(Tools.areLongTestsWanted, "WIREROOM_LONG_TESTS=1 is not set")))
    func `20,000 files at once are all taken`() async throws {
        let daemon = try Daemon()
        try await daemon.start()
        daemon.process?.send(SIGSTOP)
        for number in 1...20_000 {
            try daemon.drop(SampleText.article(number, paragraphs: 1), as: "\(number).txt")
        }
        daemon.process?.send(SIGCONT)
        try await daemon.settle(records: 20_000, seconds: 240)
        #expect(try daemon.allRecords().count == 20_000)
    }

    @Test(
        .timeLimit(.minutes(1)),
        .enabled(if: Tools.need(canBeNobody, "only root may drop as another user")),
        arguments: ["022", "077"])
    func `Another user drops with any umask`(umask: String) async throws {
        let daemon = try Daemon()
        try daemon.scratch.makeDirectory("inbox")
        chmod(daemon.inbox(), 0o1777)
        try await daemon.start()
        try Files.write(SampleText.article(1), to: daemon.scratch.at("story.txt"))
        let line =
            "umask \(umask); cp story.txt inbox/a.txt; (cat story.txt; sleep 1) > inbox/b.txt"
        let outcome = try await Tools.run(
            ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "bash", "-c", line],
            in: daemon.scratch.path)
        #expect(outcome.status == .exit(0), "\(outcome.errors)")
        try await daemon.settle(records: 2)
        #expect(try daemon.allRecords().count == 2)
    }

    @Test(
        .timeLimit(.minutes(1)),
        .enabled(if: Tools.need(canBeNobody, "only root may start it as another user")))
    func `What is not ours to read is told, and taken when that changes`() async throws {
        let daemon = try Daemon(inbox: #""rescanSeconds": 1"#)
        daemon.user = Self.nobody
        for name in ["inbox", "archive", "done", "quarantine"] {
            chown(try daemon.scratch.makeDirectory(name), uid_t(Self.nobody), gid_t(Self.nobody))
        }
        try await daemon.start()
        try Files.write(SampleText.article(1), to: daemon.inbox(".secret"))
        chmod(daemon.inbox(".secret"), 0o600)
        try Files.rename(daemon.inbox(".secret"), daemon.inbox("secret.txt"))
        try await daemon.hear("Cannot read secret.txt")
        try daemon.drop(SampleText.article(2), as: "open.txt")
        await waitUntil { daemon.lineCount == 1 }
        await pause(milliseconds: 2300)
        #expect(daemon.log.split(separator: "\n").count { $0.contains("secret.txt") } == 1)
        #expect(try await daemon.command("status").output.contains("1 file not readable"))
        chmod(daemon.inbox("secret.txt"), 0o644)
        try await daemon.settle(records: 2)
        #expect(try daemon.allRecords().map(\.path) == ["open.txt", "secret.txt"])
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(
        .timeLimit(.minutes(1)),
        .enabled(if: Tools.need(canBeNobody, "only root may start it as another user")))
    func `What is not ours to move is archived once and told once`() async throws {
        let daemon = try Daemon(inbox: #""rescanSeconds": 1"#)
        daemon.user = Self.nobody
        for name in ["inbox", "archive", "done", "quarantine"] {
            chown(try daemon.scratch.makeDirectory(name), uid_t(Self.nobody), gid_t(Self.nobody))
        }
        try daemon.scratch.makeDirectory("inbox/theirs")
        try Files.write(SampleText.article(1), to: daemon.inbox("theirs/a.txt"))
        try Files.write("", to: daemon.inbox("theirs/bad.txt"))
        try await daemon.start()
        try daemon.drop(SampleText.article(2), as: "b.txt")
        await waitUntil { daemon.lineCount == 2 }
        await pause(milliseconds: 2500)
        #expect(try daemon.allRecords().count == 2)
        #expect(daemon.log.split(separator: "\n").count { $0.contains("theirs/a.txt") } == 1)
        #expect(daemon.log.split(separator: "\n").count { $0.contains("theirs/bad.txt") } == 1)
        #expect(daemon.waiting == ["theirs/a.txt", "theirs/bad.txt"])
        #expect(await daemon.stop() == .exit(0))
        try await daemon.start()
        await pause(milliseconds: 700)
        #expect(daemon.lineCount == 2)
    }
}
