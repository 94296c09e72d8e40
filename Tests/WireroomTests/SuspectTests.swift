import Glibc
import Testing

/// Files on which the program crashes: in quarantine at the second death, and only they.
@Suite(.serialized, .enabled(if: FaultyLibrary.isHere)) struct SuspectTests {
    @Test(
        .timeLimit(.minutes(3)),
        arguments: zip(
            [
                FaultyLibrary.Fault.wildPointer, .abort, .trap, .stackOverflow,
                .wildPointerInJournal,
            ],
            [SIGSEGV, SIGABRT, SIGILL, SIGSEGV, SIGSEGV]))
    func `A file that crashes the program twice is quarantined, and the others flow`(
        fault: FaultyLibrary.Fault, signal: CInt
    ) async throws {
        let daemon = try await Daemon.faulty(fault)
        #expect(try await daemon.death() == .signal(signal))
        #expect(try await daemon.death() == .signal(signal))
        #expect(daemon.log.contains("desk/bad.txt in hand; it is read again, alone"))
        try await daemon.start(seconds: 60)
        try await daemon.hear("again with desk/bad.txt in hand; it goes to quarantine")
        try await daemon.checkSuspect(
            bytes: FaultyLibrary.article(fault), cause: "signal \(signal), SIG")
        #expect(await daemon.stop() == .exit(0))
        try await daemon.start(seconds: 60)
        #expect(!daemon.log.contains("in hand"))
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(3)))
    func `A large file keeps what was read before it crashes, each article once`() async throws {
        let daemon = try await Daemon.faulty(.wildPointerWhenReadAgain)
        unlink(daemon.inbox("desk/bad.txt"))
        let lines = (1...1600).map { number in
            number == 1500
                ? "{\"text\": \"Fault as SECOND-LOOK.\"}\n"
                : SampleText.line(1000 + number, paragraphs: 4)
        }.joined()
        try #require(lines.utf8.count > 2 << 20)
        try daemon.drop(lines, as: "dump.jsonl")
        for _ in 1...2 { #expect(try await daemon.death() == .signal(SIGSEGV)) }
        try await daemon.start(seconds: 60)
        await waitUntil(seconds: 60) { daemon.waiting.isEmpty }
        let items = try daemon.allRecords().filter { $0.path == "dump.jsonl" }.map(\.item)
        #expect(!items.isEmpty && items == Array(1...max(1, items.count)))
        try await daemon.checkSuspect(
            good: 40, bad: "dump.jsonl", bytes: lines, cause: "signal 11",
            advice: "Up to number \(items.count) its articles are archived.")
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(3)))
    func `Kills from outside blame nobody, however often`() async throws {
        let daemon = try await Daemon.faulty(.hanging)
        for signal in [SIGKILL, SIGKILL, SIGKILL, SIGSEGV, SIGABRT, SIGBUS, SIGTRAP] {
            try await daemon.start(seconds: 60)
            try await daemon.hang(in: "desk/bad.txt")
            daemon.process?.send(signal)
            #expect(await daemon.process?.wait() == .signal(signal))
        }
        #expect(!Files.exists(daemon.scratch.at("archive/suspects")))
        daemon.wrapper = []
        try await daemon.start(seconds: 60)
        try await daemon.settle(records: 41)
        #expect(!daemon.log.contains("in hand") && daemon.quarantine.isEmpty)
        #expect(try daemon.allRecords().count == 41)
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(3)))
    func `A file on which a reader hangs is known by the watchdog, and read again alone`()
        async throws
    {
        let daemon = try await Daemon.faulty(.hanging, more: ["WATCHDOG_USEC=30000000"])
        for isAlone in [false, true] {
            try await daemon.start(seconds: 60)
            try await daemon.hang(in: "desk/bad.txt")
            if isAlone {
                #expect(Set(daemon.held) == ["desk/bad.txt"])
                try daemon.drop(SampleText.article(41), as: "41.txt")
                await pause(milliseconds: 300)
                #expect(daemon.waiting.contains("41.txt"), "something was read beside a suspect")
            }
            // As the service manager does, which is our parent.
            daemon.process?.send(SIGABRT)
            #expect(await daemon.process?.wait() == .signal(SIGABRT))
        }
        try await daemon.start(seconds: 60)
        try await daemon.checkSuspect(
            good: 41, bytes: FaultyLibrary.article(.hanging), cause: "the watchdog")
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(3)))
    func `A suspect that is read well is suspected no more`() async throws {
        let daemon = try await Daemon.faulty(.trap)
        for _ in 1...2 {
            #expect(try await daemon.death() == .signal(SIGILL))
            let wrapper = daemon.wrapper
            daemon.wrapper = []
            try await daemon.start(seconds: 60)
            try await daemon.hear("desk/bad.txt in hand; it is read again, alone")
            await waitUntil { daemon.waiting.isEmpty }
            #expect(await daemon.stop() == .exit(0))
            daemon.wrapper = wrapper
            // The very same file again.
            let day = try #require(Files.list(daemon.scratch.at("done")).first?.prefix(10))
            try Files.rename(
                daemon.scratch.at("done/\(day)/desk/bad.txt"), daemon.inbox("desk/bad.txt"))
        }
        #expect(daemon.quarantine.isEmpty)
        #expect(try daemon.records().count == 41)
    }

    @Test(.timeLimit(.minutes(3)))
    func `Notes that are damaged are told of, and blame nobody`() async throws {
        let daemon = try await Daemon.faulty(.trap)
        for number in 0..<4 {
            #expect(try await daemon.death() == .signal(SIGILL))
            for name in ["held", "suspects"]
            where Files.exists(daemon.scratch.at("archive/\(name)")) {
                let path = daemon.scratch.at("archive/\(name)")
                var bytes = try Files.read(path)
                switch number {
                case 0: bytes[30] ^= 0x55
                case 1: bytes = Array(bytes.prefix(25))
                case 2: bytes = (0..<50_000).map { _ in UInt8.random(in: 0...255) }
                default: bytes.replaceSubrange(2100..., with: bytes[2100...].map { ~$0 })
                }
                try Files.write(bytes, to: Array(path.utf8CString))
            }
        }
        daemon.wrapper = []
        try await daemon.start(seconds: 60)
        try await daemon.settle(records: 41, seconds: 60)
        #expect(daemon.quarantine.isEmpty)
        #expect(try daemon.allRecords().count == 41)
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(3)))
    func `Files given by name that crash the program are passed over at the third time`()
        async throws
    {
        let scratch = try Scratch()
        let library = try await FaultyLibrary(in: scratch)
        let daemon = try Daemon(in: scratch)
        try scratch.makeDirectory("given")
        for number in 1...5 {
            try Files.write(SampleText.article(number), to: scratch.at("given/\(number).txt"))
        }
        try Files.write(FaultyLibrary.article(.wildPointer), to: scratch.at("given/bad.txt"))
        for ending in [ChildProcess.Ending.signal(SIGSEGV), .signal(SIGSEGV), .exit(65), .exit(65)]
        {
            let run = try await Tools.run(
                library.wrapper + [Daemon.program, "ingest", "given"], in: scratch.path)
            #expect(run.status == ending, "\(run.errors)")
            #expect(ending != .exit(65) || run.errors.contains("crashed-the-reader"))
        }
        #expect(try daemon.allRecords().count == 5)
        #expect(Files.list(scratch.at("given")).count == 6)
    }
}
