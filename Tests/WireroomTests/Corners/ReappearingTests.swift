import Glibc
import Testing

/// A file that lies in the inbox again: because its put-away never reached the disk, which is no new
/// drop, or because somebody moved it back on purpose, which is one.
@Suite(.serialized) struct ReappearingTests {
    /// Moves files back into the inbox; inode, size and time of change stay.
    private static func moveBack(_ daemon: Daemon, _ names: String...) throws {
        let done = daemon.scratch.at("done")
        for name in names {
            let place = try #require(Files.list(done).first { $0.hasSuffix("/\(name)") })
            try Files.rename("\(done)/\(place)", daemon.inbox(name))
        }
    }

    private static func paths(_ daemon: Daemon, _ stream: String) throws -> [String] {
        try daemon.records(stream).map(\.path).sorted()
    }

    /// As a power cut leaves it: the records are on the disk and the moves are not.
    @Test(
        .timeLimit(.minutes(1)),
        .enabled(if: Tools.need(Tools.has("strace"), "strace is not here")))
    func `What a lost put-away left in the inbox is no new drop, and all else is`() async throws {
        // All four are one group.
        let daemon = try Daemon(archive: #""syncMilliseconds": 1000"#)
        try await daemon.start()
        try daemon.drop(SampleText.article(9), as: "first.txt")
        try await daemon.settle(records: 1)
        #expect(await daemon.stop() == .exit(0))
        let day = try #require(
            Files.list(daemon.scratch.at("done")).first?.split(separator: "/").first)

        let names = ["as-it-was.txt", "touched.txt", "copied.txt", "replaced.txt"]
        for (number, name) in names.enumerated() {
            try daemon.drop(SampleText.article(number), as: name)
        }
        // Killed when it has moved them and is to sync the directory.
        daemon.wrapper = Strace.killing(
            at: "fsync", count: 1, in: [daemon.scratch.at("done/\(day)")])
        try await daemon.start(isReady: false)
        await waitUntil { daemon.ending != nil }
        try #require(daemon.ending == .signal(SIGKILL) && daemon.waiting.isEmpty)
        daemon.wrapper = []
        try Self.moveBack(daemon, "as-it-was.txt", "touched.txt")
        try await Tools.shell(
            """
            touch inbox/touched.txt
            cp -p done/*/copied.txt inbox/
            """, in: daemon.scratch.path)
        try daemon.drop(SampleText.article(3), as: "replaced.txt")

        try await daemon.start()
        try await daemon.settle(records: 8)
        await pause(milliseconds: 700)
        #expect(try Self.paths(daemon, "articles") == (names + ["first.txt"]).sorted())
        #expect(
            try Self.paths(daemon, "duplicates") == ["copied.txt", "replaced.txt", "touched.txt"])
        // What lay there as it was is put away, once.
        #expect(daemon.done.count { $0.hasPrefix("as-it-was") } == 1)
        #expect(daemon.done.count { $0.hasPrefix("touched") } == 1)
        #expect(daemon.done.count { $0.hasPrefix("copied") } == 2)
        #expect(daemon.done.count { $0.hasPrefix("replaced") } == 2)
        #expect(await daemon.stop() == .exit(0))
    }

    enum Meanwhile: CaseIterable { case running, stopped, killed }

    @Test(.timeLimit(.minutes(1)), arguments: Meanwhile.allCases)
    func `A file that is moved back from done is dropped again`(meanwhile: Meanwhile) async throws {
        let daemon = try Daemon()
        try await daemon.start()
        for (number, name) in ["a.txt", "b.txt", "c.txt"].enumerated() {
            try daemon.drop(SampleText.article(number), as: name)
        }
        try await daemon.settle(records: 3)
        switch meanwhile {
        case .running: break
        case .stopped: #expect(await daemon.stop() == .exit(0))
        case .killed:
            // What is put away is marked so in a quiet moment.
            await pause(milliseconds: 1500)
            await daemon.kill()
        }
        try Self.moveBack(daemon, "a.txt", "c.txt")
        if meanwhile != .running { try await daemon.start() }
        try await daemon.settle(records: 5)
        #expect(try Self.paths(daemon, "articles") == ["a.txt", "b.txt", "c.txt"])
        #expect(try Self.paths(daemon, "duplicates") == ["a.txt", "c.txt"])
        #expect(try daemon.records("duplicates").allSatisfy { $0.match == "exact" })
        #expect(daemon.done.sorted() == ["a.txt", "b.txt", "c.txt"])
        // And once more, where the daemon knows it as a duplicate.
        try Self.moveBack(daemon, "a.txt")
        try await daemon.settle(records: 6)
        #expect(try Self.paths(daemon, "duplicates") == ["a.txt", "a.txt", "c.txt"])
        #expect(await daemon.stop() == .exit(0))
    }
}
