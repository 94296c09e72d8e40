import Glibc
import Testing

/// Groups that end in the middle of a file, and what kills and want of room make of them.
@Suite(.serialized) struct GroupBoundaryTests {
    private static let files = 4
    private static let items = 100

    /// Files that fill more than one group, so that one of them is committed in two.
    private static func drop(into daemon: Daemon) throws {
        for file in 0..<files {
            let lines = (0..<items).map { SampleText.line(file * items + $0, paragraphs: 18) }
            try daemon.drop(lines.joined(), as: "\(file).jsonl")
        }
    }

    private static func expectOnce(_ daemon: Daemon) throws {
        let records = try daemon.allRecords()
        #expect(records.count == files * items)
        for file in 0..<files {
            let found = records.filter { $0.path == "\(file).jsonl" }.map(\.item).sorted()
            #expect(found == Array(1...items), "of \(file).jsonl: \(found.count)")
        }
        #expect(daemon.done.count == files)
    }

    @Test(
        .timeLimit(.minutes(3)),
        .enabled(if: Tools.need(Tools.has("strace"), "strace is not here")),
        arguments: Tools.chosen("kills between groups", always: [2, 4], long: [1, 3, 5, 6]))
    func `A kill between two groups that share a small file doubles nothing`(
        count: Int
    ) async throws {
        let daemon = try Daemon()
        // The journal is made beforehand, so that only groups are synced in what follows.
        try await daemon.start()
        #expect(await daemon.stop() == .exit(0))
        try Self.drop(into: daemon)
        daemon.wrapper = Strace.killing(at: "fdatasync", count: count)
        try await daemon.start(isReady: false)
        await waitUntil(seconds: 20) { daemon.ending != nil || daemon.waiting.isEmpty }
        await daemon.kill()
        daemon.wrapper = []
        try await daemon.start()
        try await daemon.settle(records: Self.files * Self.items, seconds: 60)
        #expect(await daemon.stop() == .exit(0))
        try Self.expectOnce(daemon)
    }
}
