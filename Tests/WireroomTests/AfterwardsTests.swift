import Glibc
import Testing

/// What becomes of a file once its articles are archived.
@Suite(.serialized) struct AfterwardsTests {
    @Test(.timeLimit(.minutes(1)))
    func `Delete leaves nothing`() async throws {
        let daemon = try Daemon(inbox: #""afterwards": "delete""#)
        try await daemon.start()
        for number in 1...5 { try daemon.drop(SampleText.article(number), as: "\(number).txt") }
        try await daemon.settle(records: 5)
        #expect(daemon.waiting.isEmpty && daemon.done.isEmpty)
    }

    @Test(.timeLimit(.minutes(1)))
    func `Keep gives one record, until the file changes`() async throws {
        let daemon = try Daemon(inbox: #""afterwards": "keep", "rescanSeconds": 1"#)
        try await daemon.start()
        try daemon.drop(SampleText.article(1), as: "a.txt")
        await waitUntil { daemon.lineCount == 1 }
        // Neither a look around, nor a change of mode, nor a restart makes a second one.
        try await Tools.shell("chmod 600 inbox/a.txt; sleep 1.4", in: daemon.scratch.path)
        #expect(daemon.lineCount == 1)
        #expect(await daemon.stop() == .exit(0))
        try await daemon.start()
        await pause(milliseconds: 400)
        #expect(daemon.lineCount == 1)
        await daemon.kill()
        try await daemon.start()
        await pause(milliseconds: 400)
        #expect(daemon.lineCount == 1)
        try Files.write(SampleText.article(2), to: daemon.inbox("a.txt"))
        await waitUntil { daemon.lineCount == 2 }
        #expect(try daemon.records().map(\.path) == ["a.txt", "a.txt"])
        #expect(daemon.waiting == ["a.txt"])
    }

    @Test(.timeLimit(.minutes(1)))
    func `A change of mode while a kept file is read makes no second record`() async throws {
        let daemon = try Daemon(inbox: #""afterwards": "keep""#)
        try await daemon.start()
        for number in 1...100 {
            try Files.write(SampleText.article(number), to: daemon.inbox(".\(number)"))
            try Files.rename(daemon.inbox(".\(number)"), daemon.inbox("\(number).txt"))
            for mode: mode_t in [0o600, 0o644] { chmod(daemon.inbox("\(number).txt"), mode) }
        }
        await waitUntil { daemon.lineCount >= 100 }
        await pause(milliseconds: 800)
        #expect(try daemon.allRecords().count == 100)
    }

    @Test(.timeLimit(.minutes(1)))
    func `A feed may have a way of its own`() async throws {
        let daemon = try Daemon()
        try daemon.configure(more: #""feeds": {"wire": {"afterwards": "delete"}}"#)
        try await daemon.start()
        try daemon.scratch.makeDirectory("inbox/wire/sport")
        try daemon.drop(SampleText.article(1), as: "wire/sport/a.txt")
        try daemon.drop(SampleText.article(2), as: "b.txt")
        try await daemon.settle(records: 2)
        #expect(daemon.done == ["b.txt"])
    }

    @Test(
        .timeLimit(.minutes(1)),
        .enabled(if: Tools.need(Scratch.isRoot, "only root may mount another file system")))
    func `Done on another file system takes files whole, also of a name that is taken`()
        async throws
    {
        let scratch = try Scratch()
        let daemon = try Daemon(inbox: #""done": "other/done""#, in: scratch)
        try scratch.mount("other", kibibytes: 4096)
        try await daemon.start()
        for number in 1...3 {
            try daemon.drop(SampleText.article(number), as: "same.txt")
            try await daemon.settle(records: number)
        }
        let done = Files.list(scratch.at("other/done"))
        #expect(done.count == 3)
        #expect(
            Set(done.map { Files.text(scratch.at("other/done/\($0)")) })
                == Set((1...3).map { SampleText.article($0) }))
        #expect(await daemon.stop() == .exit(0))
    }
}
