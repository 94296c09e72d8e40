import Glibc
import Testing

/// Directories of the inbox: made, moved, removed, and the inbox itself.
@Suite(.serialized) struct DirectoryTests {
    @Test(.timeLimit(.minutes(1)))
    func `Files in directories that are made, moved in and moved within are taken`() async throws {
        let daemon = try Daemon()
        try await daemon.start()
        let scratch = daemon.scratch
        try scratch.makeDirectory("outside/x/y")
        for number in 1...20 {
            try Files.write(SampleText.article(number), to: scratch.at("outside/x/y/\(number).txt"))
        }
        try Files.rename(scratch.at("outside/x"), daemon.inbox("x"))
        try await daemon.settle(records: 20)
        try Files.rename(daemon.inbox("x"), daemon.inbox("moved"))
        for number in 21...25 {
            try daemon.drop(SampleText.article(number), as: "moved/y/\(number).txt")
        }
        try await daemon.settle(records: 25)
        let feeds = Set(try daemon.allRecords().map(\.feed))
        #expect(feeds == ["x/y", "moved/y"])
        #expect(daemon.done.count == 25)
    }

    @Test(.timeLimit(.minutes(1)))
    func `A directory with the name of a file that was put away does not stop its files`()
        async throws
    {
        let daemon = try Daemon(inbox: #""rescanSeconds": 1"#)
        try await daemon.start()
        try daemon.drop(SampleText.article(1), as: "news")
        try await daemon.settle(records: 1)
        try daemon.scratch.makeDirectory("inbox/news/world")
        try daemon.drop(SampleText.article(2), as: "news/world/a.txt")
        try daemon.drop(SampleText.article(3), as: "news/b.txt")
        try await daemon.settle(records: 3)
        await pause(milliseconds: 2500)
        #expect(try daemon.allRecords().count == 3)
        #expect(daemon.done.count == 3)
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(1)))
    func `A file with the name of a directory in done is filed beside it`() async throws {
        let daemon = try Daemon()
        try await daemon.start()
        try daemon.scratch.makeDirectory("inbox/news")
        try daemon.drop(SampleText.article(1), as: "news/a.txt")
        try await daemon.settle(records: 1)
        rmdir(daemon.inbox("news"))
        try daemon.drop(SampleText.article(2), as: "news")
        try await daemon.settle(records: 2)
        let digest = try daemon.records()[1].sha256.prefix(8)
        #expect(Set(daemon.done) == ["news/a.txt", "news-\(digest)"])
    }

    @Test(.timeLimit(.minutes(1)))
    func `An inbox that is removed and made again is found again`() async throws {
        let daemon = try Daemon()
        try await daemon.start()
        try daemon.drop(SampleText.article(1), as: "1.txt")
        try await daemon.settle(records: 1)
        for number in 2...3 {
            try await Tools.shell("rm -rf inbox", in: daemon.scratch.path)
            try await daemon.hear("is gone")
            await pause(milliseconds: 200)
            try daemon.scratch.makeDirectory("inbox")
            try daemon.drop(SampleText.article(number), as: "\(number).txt")
            try await daemon.settle(records: number)
            try await daemon.hear("is there again")
        }
        // And what is dropped from then on is seen by itself.
        try daemon.drop(SampleText.article(9), as: "9.txt")
        try await daemon.settle(records: 4, seconds: 5)
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(1)))
    func `An inbox that is moved away and replaced is the new one`() async throws {
        let daemon = try Daemon()
        try await daemon.start()
        try await Tools.shell("mv inbox old; mkdir inbox", in: daemon.scratch.path)
        try daemon.drop(SampleText.article(1), as: "1.txt")
        try await daemon.settle(records: 1)
        try Files.write(SampleText.article(2), to: daemon.scratch.at("old/2.txt"))
        try daemon.drop(SampleText.article(3), as: "3.txt")
        try await daemon.settle(records: 2)
        await pause(milliseconds: 300)
        #expect(try daemon.allRecords().map(\.path) == ["1.txt", "3.txt"])
    }

    @Test(.timeLimit(.minutes(1)))
    func `Whatever is no regular file is left alone`() async throws {
        let daemon = try Daemon(inbox: #""rescanSeconds": 1"#)
        let scratch = daemon.scratch
        try scratch.makeDirectory("inbox/directory.txt")
        try Files.write("The secret text of another place.\n", to: scratch.at("secret.txt"))
        try await Tools.shell(
            """
            cd inbox && mkfifo fifo.txt && ln -s ../secret.txt link.txt && ln -s .. up
            mkfifo ../moved && ln -s /etc dir-link
            python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("socket.txt")' || true
            """, in: scratch.path)
        try await daemon.start()
        // A sender that waits for a reader of its FIFO must not be let go by us.
        let sender = try ChildProcess(
            ["bash", "-c", "echo hello > moved"], in: scratch.path)
        await pause(milliseconds: 300)
        try Files.rename(scratch.at("moved"), daemon.inbox("moved.txt"))
        try daemon.drop(SampleText.article(1), as: "a.txt")
        await waitUntil { daemon.lineCount == 1 }
        await pause(milliseconds: 1500)
        #expect(try daemon.allRecords().map(\.path) == ["a.txt"])
        #expect(sender.look() == nil, "the FIFO was opened")
        #expect(Files.exists(daemon.inbox("fifo.txt")) && Files.exists(daemon.inbox("link.txt")))
        #expect(daemon.log.contains("link.txt: it is no regular file"))
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(1)))
    func `Names may hold any bytes`() async throws {
        let daemon = try Daemon()
        try await daemon.start()
        let names: [[UInt8]] = [
            Array("line\nfeed.txt".utf8), Array("quote\"s and 'others'.txt".utf8),
            Array("-rf".utf8), Array("100%.txt".utf8), [0x61, 0xFF, 0xFE, 0x2E, 0x74, 0x78, 0x74],
            Array(String(repeating: "n", count: 255).utf8),
            Array((String(repeating: "é", count: 125) + ".txt").utf8), Array("…".utf8),
            [0x1B, 0x5B, 0x33, 0x31, 0x6D], Array("tab\t.txt".utf8), Array("a b ".utf8),
            Array("\\.txt".utf8), [UInt8](repeating: 0xFF, count: 200),
        ]
        for (number, name) in names.enumerated() {
            let path = Array(daemon.inbox("").utf8) + [0x2F] + name + [0]
            try Files.write(
                Array(SampleText.article(number).utf8), to: path.map { CChar(bitPattern: $0) })
        }
        try await daemon.settle(records: names.count)
        let paths = Set(try daemon.records().map(\.path))
        #expect(paths.count == names.count)
        #expect(paths.isSuperset(of: ["line\nfeed.txt", "-rf", "100%25.txt", "a%FF%FE.txt"]))
        #expect(daemon.done.count == names.count)
        #expect(!daemon.log.contains("\u{1B}"))
    }

    @Test(.timeLimit(.minutes(1)))
    func `Unreadable files of any name are quarantined, each with a reason of its own`()
        async throws
    {
        let daemon = try Daemon()
        try await daemon.start()
        let names: [[UInt8]] = [
            Array(String(repeating: "n", count: 255).utf8),
            Array(String(repeating: "é", count: 127).utf8),
            Array((String(repeating: "é", count: 126) + "x").utf8),
            [UInt8](repeating: 0xFF, count: 255), [0x61, 0xFF], [0x61, 0xFE],
            Array("line\nfeed.txt".utf8),
        ]
        for name in names {
            let path = Array(daemon.inbox("").utf8) + [0x2F] + name + [0]
            try Files.write([0, 1, 2, 3], to: path.map { CChar(bitPattern: $0) })
        }
        await waitUntil { daemon.waiting.isEmpty }
        #expect(daemon.waiting.isEmpty)
        #expect(daemon.quarantine.count { $0.hasSuffix(".reason.json") } == names.count)
        #expect(daemon.quarantine.count == names.count * 2)
        #expect(await daemon.stop() == .exit(0))
    }
}
