import Glibc
import Testing

/// Trouble with the archive itself, each injected for real: it is told, waited for where that helps,
/// and in the end every article is there once.
@Suite(.serialized) struct ArchiveTroubleTests {
    /// All files in the archive once, none left, nothing put away that is not archived.
    private func check(_ daemon: Daemon, files: Int) async throws {
        try await daemon.settle(records: files, seconds: 60)
        #expect(try daemon.allRecords().count == files)
        #expect(Set(try daemon.allRecords().map(\.path)).count == files)
        #expect(daemon.done.count == files)
        let ending = await daemon.stop()
        guard ending != .exit(0) else { return }
        // strace counts the calls of each thread: one may have failed in the stop itself, which says
        // so and leaves the rest to the next start.
        #expect(ending == .exit(74), "\(daemon.log)")
        daemon.wrapper = []
        try await daemon.start()
        #expect(await daemon.stop() == .exit(0))
        #expect(try daemon.allRecords().count == files)
        #expect(daemon.done.count == files)
    }

    // strace counts the calls of each thread by itself, and each attempt has new threads.
    static let syncFaults = Tools.chosen(
        "faults of syncs", always: ["fdatasync:error=EIO:when=6", "fsync:error=EIO:when=9"],
        long: ["fdatasync:error=EIO:when=7..20+4", "fdatasync:error=ENOSPC:when=5"])

    /// A sync that fails in any place: what the kernel shows afterwards need not be on the disk, so
    /// the archive is opened anew and what is in the journal written once more.
    @Test(
        .timeLimit(.minutes(3)),
        .enabled(if: Tools.need(Tools.has("strace"), "strace is not here")), arguments: syncFaults)
    func `A sync that fails loses nothing and doubles nothing`(fault: String) async throws {
        let daemon = try Daemon(archive: #""rotateBytes": 8000"#)
        daemon.wrapper = Strace.injecting(fault)
        try await daemon.start()
        var files = 0
        while files < 300, !daemon.log.contains("Trouble with the archive: cannot sync") {
            files += 1
            try daemon.drop(SampleText.article(files), as: "\(files).txt")
            await pause(milliseconds: 10)
        }
        try await daemon.hear("Trouble with the archive: cannot sync")
        try await daemon.hear("can be used again")
        try await check(daemon, files: files)
    }

    /// Few, as each attempt that fails is followed by a longer pause.
    private static let files = 25

    static let callFaults = Tools.chosen(
        "faults of calls",
        always: [
            "pwrite64:error=EROFS:when=30", "pwrite64:error=EINTR:when=5+3",
            "linkat:error=EIO:when=2", "openat2:error=EMFILE:when=30..36",
            "renameat2:error=EIO:when=2..3",
        ],
        long: [
            "pwrite64:error=EIO:when=20..40", "pwrite64:error=EROFS:when=25..60",
            "pwrite64:error=EDQUOT:when=25..60", "openat2:error=EMFILE:when=30..80",
            "openat2:error=ENFILE:when=25..60", "renameat2:error=EIO:when=2..6",
        ])

    @Test(
        .timeLimit(.minutes(3)),
        .enabled(if: Tools.need(Tools.has("strace"), "strace is not here")), arguments: callFaults)
    func `A call that fails for a while loses nothing and doubles nothing`(
        fault: String
    ) async throws {
        let files = Tools.areLongTestsWanted ? 60 : Self.files
        let daemon = try Daemon(archive: #""rotateBytes": 8000"#)
        daemon.wrapper = Strace.injecting(fault)
        try await daemon.start()
        for number in 1...files {
            try daemon.drop(SampleText.article(number), as: "\(number).txt")
            await pause(milliseconds: 5)
        }
        try await check(daemon, files: files)
    }

    @Test(
        .timeLimit(.minutes(1)),
        .enabled(if: Tools.need(Tools.has("strace"), "strace is not here")))
    func `A slow disk is told and waited for`() async throws {
        let daemon = try Daemon()
        daemon.wrapper =
            Strace.injecting("fdatasync:delay_enter=4500000:when=3")
            + ["-P", daemon.scratch.at("archive/journal")]
        try await daemon.start()
        for number in 1...20 { try daemon.drop(SampleText.article(number), as: "\(number).txt") }
        try await daemon.hear("The disk has not answered")
        try await check(daemon, files: 20)
    }

    @Test(.timeLimit(.minutes(1)))
    func
        `An archive that is deleted is waited for, and begun anew where its directory is made again`()
        async throws
    {
        let daemon = try Daemon()
        try await daemon.start()
        try daemon.drop(SampleText.article(1), as: "1.txt")
        try await daemon.settle(records: 1)
        try Files.rename(daemon.scratch.at("archive"), daemon.scratch.at("elsewhere"))
        try await daemon.hear("Trouble with the archive")
        for number in 2...20 { try daemon.drop(SampleText.article(number), as: "\(number).txt") }
        await pause(milliseconds: 1500)
        #expect(!Files.exists(daemon.scratch.at("archive")) && daemon.waiting.count == 19)
        try daemon.scratch.makeDirectory("archive")
        try await daemon.settle(records: 19)
        #expect(try daemon.records().count == 19)
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(
        .timeLimit(.minutes(1)),
        .enabled(if: Tools.need(Scratch.isRoot, "only root may mount a small file system")))
    func `An archive that is unmounted is waited for, and nothing is written under its mount`()
        async throws
    {
        let scratch = try Scratch()
        let image = try scratch.makeDirectory("image")
        let mounted = try scratch.mount("small", kibibytes: 64 << 10)
        let daemon = try Daemon(archive: #""path": "small""#, in: scratch)
        try Files.write(
            #"{"inbox": {"path": "inbox", "settleMilliseconds": 100}, "archive": {"path": "small"}}"#,
            to: scratch.at("config.json"))
        // Kept alive by a second mount of the same file system.
        try #require(mount(mounted, image, nil, UInt(MS_BIND), nil) == 0)
        try await daemon.start()
        for number in 1...5 { try daemon.drop(SampleText.article(number), as: "\(number).txt") }
        await waitUntil { daemon.waiting.isEmpty }
        umount2(mounted, CInt(MNT_DETACH))
        try await daemon.hear("Trouble with the archive")
        for number in 6...20 { try daemon.drop(SampleText.article(number), as: "\(number).txt") }
        await pause(milliseconds: 1500)
        #expect(Files.list(mounted).isEmpty && daemon.waiting.count == 15)
        try #require(mount(image, mounted, nil, UInt(MS_BIND), nil) == 0)
        umount2(image, CInt(MNT_DETACH))
        try await daemon.hear("can be used again")
        await waitUntil { daemon.waiting.isEmpty }
        #expect(await daemon.stop() == .exit(0))
        let records = try ArchiveLine.all(in: try Files.read("\(mounted)/articles.jsonl"))
        #expect(records.map(\.sequence) == Array(1...20))
    }

    @Test(
        .timeLimit(.minutes(1)),
        .enabled(if: Tools.need(Scratch.isRoot, "only root may mount a small file system")))
    func `A disk that is full at the start is waited for`() async throws {
        let scratch = try Scratch()
        let small = try scratch.mount("small", kibibytes: 24 << 10)
        let daemon = try Daemon(in: scratch)
        try Files.write(
            #"{"inbox": {"path": "inbox", "settleMilliseconds": 100}, "archive": {"path": "small/archive"}}"#,
            to: scratch.at("config.json"))
        try await Tools.shell("head -c 20M /dev/zero > small/fill", in: scratch.path)
        try scratch.makeDirectory("inbox")
        for number in 1...20 { try daemon.drop(SampleText.article(number), as: "\(number).txt") }
        try await daemon.start(isReady: false)
        try await daemon.hear("No room left")
        await pause(milliseconds: 1200)
        #expect(daemon.ending == nil && !daemon.log.contains("Ready"))
        unlink("\(small)/fill")
        try await daemon.hear("Ready after")
        await waitUntil { daemon.waiting.isEmpty }
        #expect(await daemon.stop() == .exit(0))
        let records = try ArchiveLine.all(in: try Files.read("\(small)/archive/articles.jsonl"))
        #expect(records.count == 20)
    }

    /// Killed between the records and the put-away, and then the journal is gone as well: the
    /// archive itself tells what is in it.
    @Test(
        .timeLimit(.minutes(1)),
        .enabled(if: Tools.need(Tools.has("strace"), "strace is not here")))
    func `A journal that is lost after a kill doubles nothing`() async throws {
        let daemon = try Daemon()
        try daemon.scratch.makeDirectory("inbox")
        for number in 1...30 { try daemon.drop(SampleText.article(number), as: "\(number).txt") }
        let lines = (31...40).map { SampleText.line($0) }.joined()
        try daemon.drop(lines, as: "many.jsonl")
        daemon.wrapper = Strace.injecting("renameat2:signal=KILL:when=5")
        try await daemon.start(isReady: false)
        await waitUntil { daemon.ending != nil }
        let before = daemon.lineCount
        #expect(before >= 5 && daemon.waiting.count >= 5)
        daemon.wrapper = []
        unlink(daemon.scratch.at("archive/journal"))
        try await daemon.start()
        try await daemon.hear("the journal was gone")
        try await daemon.settle(records: 40)
        #expect(try daemon.allRecords().count == 40)
        #expect(daemon.done.count == 31)
        #expect(await daemon.stop() == .exit(0))
    }
}
