import Glibc
import Testing

/// `wireroom separate` and `wireroom join` without a daemon: what they append, and what later articles
/// are found to be.
@Suite struct CorrectionTests {
    /// What becomes of texts that are dropped next, with the index as it is and built anew.
    static func judged(
        _ texts: [String], in daemon: Daemon
    ) async throws -> [Corrections.Line] {
        let copy = try Corrections.copy(of: daemon)
        unlink(copy.scratch.at("archive/index"))
        var found: [[Corrections.Line]] = []
        for daemon in [daemon, copy] {
            let before = try ["articles", "duplicates"].map {
                try Corrections.lines(daemon, $0).count
            }
            try await Corrections.ingest(texts, into: daemon)
            found.append(
                try zip(["articles", "duplicates"], before).flatMap { stream, count in
                    try Corrections.lines(daemon, stream).dropFirst(count)
                })
        }
        #expect(found[0] == found[1])
        return found[0]
    }

    @Test(.timeLimit(.minutes(2)))
    func `A near copy that is separated is an original, and copies of it are its own`()
        async throws
    {
        let daemon = try await Corrections.archive()
        let old = try daemon.records("duplicates")[0]
        let outcome = try await daemon.command("separate", "duplicates:1")
        #expect(outcome.status == .exit(0), "\(outcome.errors)")
        #expect(
            outcome.output
                == "duplicates:1 “Ferry runs aground off Port Eldra” is an original of its own "
                + "now: articles:4.\n")
        let record = try daemon.records()[3]
        #expect(record.id == old.id && record.text == old.text && record.path == old.path)
        let line = try Corrections.lines(daemon)[3]
        #expect(line.verdict == "original" && line.original == line.id && line.revision == 0)
        #expect(line.story == line.id && line.corrects == "duplicates:1")

        let again = try await daemon.command("separate", "duplicates:1")
        #expect(again.status == .exit(0) && again.output.contains("already"))
        #expect(try daemon.records().count == 4)

        let near = Corrections.copy.replacing(" at the next high tide", with: "")
        let found = try await Self.judged([Corrections.copy, near], in: daemon)
        #expect(found.map(\.verdict) == ["duplicate", "duplicate"])
        #expect(found.allSatisfy { $0.original == old.id })
    }

    @Test(.timeLimit(.minutes(2)))
    func `A revision that is separated leaves its chain as it was before it`() async throws {
        let daemon = try await Corrections.archive()
        let revision = try daemon.records()[1]
        #expect(try await daemon.command("separate", revision.id).status == .exit(0))
        let separated = try #require(try Corrections.lines(daemon).last)
        #expect(separated.original == revision.id && separated.corrects == "articles:2")
        let other = Corrections.ferry.replacing("two tugs", with: "three tugs")
        let own = Corrections.revision.replacing("at noon", with: "at midnight")
            .replacing("four hours", with: "five hours")
        let found = try await Self.judged([Corrections.revision, other, own], in: daemon)
        let ferry = try Corrections.lines(daemon)[0].id
        #expect(found.first { $0.id == revision.id }?.original == revision.id)
        #expect(found.filter { $0.original == ferry }.count == 1)
        #expect(found.filter { $0.original == ferry }.allSatisfy { $0.revision <= 1 })
        #expect(found.filter { $0.original == revision.id }.count == 2)
    }

    @Test(.timeLimit(.minutes(2)))
    func `What is joined is a revision of the other's original, and its copies are too`()
        async throws
    {
        let daemon = try await Corrections.archive()
        let outcome = try await daemon.command("join", "articles:3", "duplicates:1", "--json")
        #expect(outcome.status == .exit(0), "\(outcome.errors)")
        #expect(outcome.output.contains(#""outcome":"corrected""#))
        #expect(outcome.output.contains(#""record":"articles:4""#))
        let lines = try Corrections.lines(daemon)
        #expect(lines[3].id == lines[2].id && lines[3].original == lines[0].id)
        #expect(lines[3].verdict == "revision" && lines[3].revision == 2)
        #expect(lines[3].story == lines[0].story && lines[3].corrects == "articles:3")
        #expect(
            try await daemon.command("join", "articles:3", "articles:1").output.contains("already"))
        let found = try await Self.judged([Corrections.quarry, Corrections.ferry], in: daemon)
        #expect(found.map(\.verdict) == ["duplicate", "duplicate"])
        #expect(found.allSatisfy { $0.original == lines[0].id })

        // And back.
        #expect(try await daemon.command("separate", "articles:3").status == .exit(0))
        #expect(try Corrections.lines(daemon).last?.corrects == "articles:4")
        let apart = try await Self.judged([Corrections.quarry, Corrections.ferry], in: daemon)
        #expect(apart.map(\.original) == [lines[2].id, lines[0].id])
    }

    @Test(.timeLimit(.minutes(2)))
    func `A story alone is corrected, and given to what is found to belong to the article`()
        async throws
    {
        let daemon = try await Corrections.archive()
        let ids = try Corrections.lines(daemon).map(\.id)
        #expect(
            try await daemon.command("join", "--story", "articles:1", "articles:3").status
                == .exit(0))
        // The newest state of the article is archived again.
        let joined = try #require(try Corrections.lines(daemon).last)
        #expect(joined.id == ids[1] && joined.verdict == "revision" && joined.revision == 1)
        #expect(joined.original == ids[0] && joined.story == ids[2])
        #expect(joined.corrects == "articles:2")
        let found = try await Self.judged([Corrections.ferry, Corrections.revision], in: daemon)
        #expect(found.allSatisfy { $0.story == ids[2] && $0.original == ids[0] })

        #expect(try await daemon.command("separate", "--story", "articles:1").status == .exit(0))
        #expect(try Corrections.lines(daemon).last?.story == ids[0])
        #expect(
            try await daemon.command("separate", "--story", "articles:1").output
                .contains("begins its story itself"))
        #expect(try Corrections.lines(daemon).count == 5)
        let apart = try await Self.judged([Corrections.ferry, Corrections.quarry], in: daemon)
        #expect(apart.map(\.story) == [ids[0], ids[2]])
    }

    @Test(.timeLimit(.minutes(2)))
    func `The archive's own lines stay exact duplicates`() async throws {
        let daemon = try await Corrections.archive()
        for arguments in [
            ["separate", "duplicates:1"], ["separate", "articles:2"],
            ["join", "articles:3", "articles:1"], ["join", "--story", "articles:2", "articles:1"],
        ] {
            #expect(
                try await Tools.run([Daemon.program] + arguments, in: daemon.scratch.path).status
                    == .exit(0))
        }
        let count = try daemon.records().count
        #expect(count == 7)
        try Files.write(
            try daemon.bytes(of: "articles"), to: Array(daemon.scratch.at("own.jsonl").utf8CString))
        #expect(try await daemon.command("ingest", "own.jsonl").status == .exit(0))
        #expect(try daemon.records().count == count)
        let copies = try daemon.records("duplicates").dropFirst()
        #expect(copies.count == count && copies.allSatisfy { $0.match == "exact" })
    }

    @Test(.timeLimit(.minutes(2)))
    func `What cannot be done is refused, and says what to do`() async throws {
        let daemon = try await Corrections.archive()
        try await Corrections.ingest([Corrections.quarry], into: daemon)
        let before = try daemon.bytes(of: "articles")
        let refused: [([String], Int, String)] = [
            (["separate", "duplicates:2"], 65, "exact copy"),
            (["join", "articles:1", "articles:1"], 65, "the same article"),
            (["join", "articles:1", "articles:2"], 65, "wireroom separate articles:2"),
            (["join", "duplicates:2", "articles:1"], 65, "exact copy"),
            (["separate", "--story", "duplicates:1"], 65, "is a duplicate"),
            (["separate", "articles:99"], 66, "articles:1 to articles:3"),
            (["join", "articles:1", "0123456789abcdef"], 66, "no record 0123456789abcdef"),
            (["separate", "abc"], 64, "at least four"),
        ]
        for (arguments, code, words) in refused {
            let outcome = try await Tools.run(
                [Daemon.program] + arguments, in: daemon.scratch.path)
            #expect(outcome.status == .exit(code), "\(arguments): \(outcome)")
            #expect(outcome.errors.contains(words), "\(arguments): \(outcome.errors)")
            #expect(outcome.output.isEmpty)
        }
        #expect(try daemon.bytes(of: "articles") == before)
        #expect(Files.list(daemon.scratch.at("archive/requests")).isEmpty)
    }

    @Test(
        .timeLimit(.minutes(2)),
        .enabled(if: Tools.need(Tools.has("strace"), "strace is not here")),
        arguments: ["pwrite64", "fdatasync", "renameat", "unlinkat", "fsync", "openat2"])
    func `Killed at any call, it is done once`(call: String) async throws {
        let fresh = try await Corrections.archive()
        let step = Tools.areLongTestsWanted ? 1 : 5
        var count = 1
        while true {
            let daemon = try Corrections.copy(of: fresh)
            let outcome = try await Tools.run(
                Strace.killing(at: call, count: count) + [
                    Daemon.program, "join", "articles:3", "articles:1",
                ], in: daemon.scratch.path)
            // What was written down is done by whoever opens the archive next, before anything is asked.
            let again = try await daemon.command("join", "articles:3", "articles:1")
            #expect(again.status == .exit(0), "\(call) \(count): \(again.errors)")
            let lines = try Corrections.lines(daemon)
            #expect(lines.count == 4 && lines[3].corrects == "articles:3", "\(call) \(count)")
            #expect(lines[3].revision == 2)
            #expect(
                Files.list(daemon.scratch.at("archive/requests")).allSatisfy {
                    $0.hasSuffix(".answer") || $0.hasPrefix(".")
                })
            if outcome.status == .exit(0) { break }
            #expect(count < 1000)
            count += count < 4 ? 1 : step
        }
    }
}
