import Glibc
import TestSupport
import Testing

/// Files that are made to hurt: endless, huge, deep, or in more places than there are descriptors.
@Suite(.serialized) struct HostileFileTests {
    @Test(.timeLimit(.minutes(2)))
    func `A file that grows all the time is never taken half, and holds up nobody`() async throws {
        // A busy machine may hold up a writer for longer than the usual 100 ms.
        let daemon = try Daemon(inbox: #""rescanSeconds": 1"#, settles: 2_000)
        try await daemon.start()
        // One writer keeps the file open, the other opens it for each line.
        try await Tools.shell(
            "for n in {1..400}; do echo line; done > lines; : > inbox/again.txt",
            in: daemon.scratch.path)
        let writers = try [
            "exec 3>> inbox/open.txt; while read -r line; do echo \"$line\" >&3; sleep 0.07; done < lines",
            "while read -r line; do echo \"$line\" >> inbox/again.txt; sleep 0.07; done < lines",
        ].map { try ChildProcess(["bash", "-c", $0], in: daemon.scratch.path) }
        for number in 1...20 {
            try daemon.drop(SampleText.article(number), as: "\(number).txt")
            await pause(milliseconds: 100)
        }
        await waitUntil { daemon.lineCount >= 20 }
        #expect(writers.allSatisfy { $0.look() == nil }, "the writers were done too early")
        #expect(try daemon.records().count == 20)
        for writer in writers { #expect(await writer.wait(seconds: 60) == .exit(0)) }
        try await daemon.settle(records: 22)
        let whole = Set(["again.txt", "open.txt"])
        let taken = try daemon.allRecords().filter { whole.contains($0.path) }
        #expect(Set(taken.map(\.path)) == whole && taken.count == 2)
        let day = try #require(Files.list(daemon.scratch.at("done")).first?.prefix(10))
        for name in whole {
            #expect(
                Files.lineCount(try Files.read(daemon.scratch.at("done/\(day)/\(name)"))) == 400)
        }
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(2)))
    func `Files in more directories than there are descriptors are all put away`() async throws {
        let daemon = try Daemon()
        for number in 1...300 {
            try daemon.scratch.makeDirectory("inbox/desk-\(number)")
            try Files.write(
                SampleText.article(number, paragraphs: 1),
                to: daemon.inbox("desk-\(number)/a.txt"))
        }
        daemon.wrapper = ["bash", "-c", "ulimit -n 128; exec \"$@\"", "bash"]
        try await daemon.start()
        try await daemon.settle(records: 300, seconds: 90)
        #expect(try daemon.allRecords().count == 300)
        #expect(daemon.done.count == 300 && daemon.quarantine.isEmpty)
        #expect(daemon.ending == nil)
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(2)))
    func `Directories nested a hundred deep are read and put away as they are`() async throws {
        let daemon = try Daemon()
        let deep = Array(repeating: "d", count: 100).joined(separator: "/")
        try daemon.scratch.makeDirectory("inbox/\(deep)")
        try Files.write(SampleText.article(1), to: daemon.inbox("\(deep)/a.txt"))
        try Files.write([0, 1, 2], to: Array(daemon.inbox("\(deep)/bad.txt").utf8CString))
        try await Tools.shell("ln -s . inbox/round; ln -s .. inbox/d/up", in: daemon.scratch.path)
        try await daemon.start()
        await waitUntil(seconds: 60) {
            daemon.done.count == 1 && daemon.quarantine.count == 2
        }
        #expect(try daemon.records().map(\.feed) == [deep])
        #expect(daemon.done == ["\(deep)/a.txt"])
        #expect(
            daemon.quarantine == ["\(deep)/bad.txt", "\(deep)/bad.txt.reason.json"])
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(1)), arguments: [false, true])
    func `Files said to be of many terabytes are refused at once, whole, and stay sparse`(
        isOnOtherFileSystem: Bool
    ) async throws {
        guard !isOnOtherFileSystem || Tools.need(Scratch.isRoot, "no root, no file system to mount")
        else { return }
        let daemon = try Daemon()
        if isOnOtherFileSystem { try daemon.scratch.mount("quarantine", kibibytes: 4096) }
        try await daemon.start()
        let size = 8 << 40
        for name in ["x.txt", "x.json", "x.jsonl"] {
            let made = try await Tools.shell(
                "truncate -s \(size) .x && mv .x inbox/\(name)", in: daemon.scratch.path)
            guard Tools.need(made.status == .exit(0), "files here cannot be that large") else {
                return
            }
        }
        try daemon.drop(SampleText.article(1), as: "small.txt")
        await waitUntil { daemon.waiting.isEmpty && daemon.quarantine.count == 6 }
        #expect(daemon.quarantine.count == 6 && daemon.lineCount == 1)
        for path in Files.list(daemon.scratch.at("quarantine"))
        where !path.hasSuffix(".reason.json") {
            var status = stat()
            #expect(stat(daemon.scratch.at("quarantine/\(path)"), &status) == 0)
            #expect(Int(status.st_size) == size && status.st_blocks < 100, "\(path)")
        }
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(2)))
    func `Names of one file are each a drop, and each has its bad lines in quarantine`()
        async throws
    {
        let daemon = try Daemon(inbox: #""rescanSeconds": 1"#)
        let lines = (1...40).map { SampleText.line($0, paragraphs: 1) + "bad \($0)\n" }.joined()
        for file in 1...4 {
            let text = "{\"headline\":\"File \(file)\",\"text\":\"It is \(file).\"}\n" + lines
            try Files.write(text, to: daemon.scratch.at("file-\(file)"))
        }
        try daemon.scratch.makeDirectory("inbox")
        for file in 1...4 {
            for name in 1...8 {
                #expect(
                    link(
                        daemon.scratch.at("file-\(file)"),
                        daemon.inbox("\(file)-\(name).jsonl")) == 0)
            }
        }
        try await daemon.start()
        try await daemon.settle(records: 32 * 41, seconds: 60)
        #expect(try daemon.records().count == 44)
        #expect(try daemon.records("duplicates").count == 32 * 41 - 44)
        #expect(daemon.done.count == 32 && daemon.quarantine.count == 64)
        for path in Files.list(daemon.scratch.at("quarantine")) where path.hasSuffix(".jsonl") {
            #expect(
                Files.text(daemon.scratch.at("quarantine/\(path)"))
                    == (1...40).map { "bad \($0)\n" }.joined())
        }
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(2)))
    func `Large documents and lines are kept whole in little memory`() async throws {
        let daemon = try Daemon()
        try daemon.scratch.makeDirectory("inbox")
        let letters = [UInt8](repeating: 0x61, count: 60 << 20)
        let line = Array(#"{"text": ""#.utf8) + letters + Array("\"}".utf8)
        let files: [(name: String, bytes: [UInt8])] = [
            ("string.json", line), ("key.json", Array("{\"".utf8) + letters + Array("\":1}".utf8)),
            ("deep.json", [UInt8](repeating: 0x5B, count: 10 << 20)),
            (
                "dense.json",
                Array("[".utf8) + (0..<5 << 20).flatMap { _ in [0x31, 0x2C] as [UInt8] }
            ),
            ("line.jsonl", Array(SampleText.line(1).utf8) + line + [0x0A]),
        ]
        for (name, bytes) in files {
            try Files.write(bytes, to: Array(daemon.inbox(name).utf8CString))
        }
        try await daemon.start()
        await waitUntil(seconds: 90) { daemon.waiting.isEmpty && daemon.quarantine.count == 10 }
        #expect(try daemon.records().map(\.path) == ["line.jsonl"])
        let quarantine = daemon.scratch.at("quarantine")
        for path in Files.list(quarantine) where !path.hasSuffix(".reason.json") {
            let kept = try Files.read("\(quarantine)/\(path)")
            let name = String(path.split(separator: "/").last ?? "")
            let whole = files.first { $0.name == name }?.bytes ?? line + [0x0A]
            #expect(kept.count == whole.count && kept == whole, "\(path)")
        }
        let peak = try #require(
            daemon.process.map { Files.text("/proc/\($0.identifier)/status") }?
                .split(separator: "\n").first { $0.hasPrefix("VmHWM:") }?
                .split(separator: " ").dropFirst().first.flatMap { Int($0) })
        #expect(peak < 320 << 10, "\(peak) KiB")
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(2)))
    func `A large file that is cut off and replaced while it is read loses nothing`() async throws {
        let daemon = try Daemon(inbox: #""rescanSeconds": 1"#)
        try await daemon.start()
        var random = SeededNumbers(seed: 23)
        func version(_ number: Int) -> String {
            (1...900).map { SampleText.line(number * 1000 + $0, paragraphs: 4) }.joined()
        }
        for number in 1...4 {
            try daemon.drop(version(number), as: "hot.jsonl")
            await pause(milliseconds: Int.random(in: 0...400, using: &random))
            truncate(daemon.inbox("hot.jsonl"), Int.random(in: 1...500_000, using: &random))
            await pause(milliseconds: Int.random(in: 0...100, using: &random))
        }
        try daemon.drop(version(9), as: "hot.jsonl")
        await waitUntil(seconds: 90) { daemon.waiting.isEmpty }
        await pause(milliseconds: 500)
        let articles = try daemon.records()
        #expect(Set(articles.map(\.id)).count == articles.count)
        let last = Set(articles.compactMap(\.headline))
        #expect((9001...9900).allSatisfy { last.contains("Report \($0) of the day") })
        // A text is one that was dropped, whole.
        #expect(
            articles.allSatisfy { record in
                let number = record.headline?.split(separator: " ")[1]
                return number.flatMap { Int($0) }.map {
                    String(SampleText.article($0, paragraphs: 4).dropLast()) == record.text
                } ?? false
            })
        #expect(await daemon.stop() == .exit(0))
    }
}
