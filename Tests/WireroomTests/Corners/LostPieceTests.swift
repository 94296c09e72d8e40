import Glibc
import Testing

/// The files of an archive, each lost or damaged alone: the daemon comes up, tells what it must, takes
/// nothing back, doubles nothing, and goes on.
@Suite(.serialized) struct LostPieceTests {
    enum Damage: CaseIterable {
        case gone, emptied, garbled, cutInHalf

        func befall(_ path: String) throws {
            let bytes = try Files.read(path)
            // A hard link would be written through.
            unlink(path)
            let path = Array(path.utf8CString)
            switch self {
            case .gone: break
            case .emptied: try Files.write([], to: path)
            case .garbled:
                try Files.write(bytes.isEmpty ? [7] : bytes.map { $0 ^ 0x55 }, to: path)
            case .cutInHalf: try Files.write(Array(bytes.prefix(bytes.count / 2)), to: path)
            }
        }
    }

    private static let items = 20

    /// A daemon with what makes the files of an archive be there, killed in the middle of putting
    /// away, or stopped after all was done.
    private static func archive(isKilled: Bool) async throws -> Daemon {
        let daemon = try Daemon(archive: #""rotateBytes": 8000"#)
        try daemon.configure(
            archive: #""rotateBytes": 8000"#, more: #""feeds": {"kept": {"afterwards": "keep"}}"#)
        try daemon.scratch.makeDirectory("inbox/kept")
        try daemon.drop(SampleText.article(1000), as: "kept/stays.txt")
        try await daemon.start()
        for number in 0..<items {
            try daemon.drop(SampleText.article(number), as: "\(number).txt")
            try daemon.drop(SampleText.article(number), as: "copy-\(number).txt")
            await waitUntil { daemon.waiting == ["kept/stays.txt"] }
        }
        #expect(await daemon.stop() == .exit(0))
        guard isKilled else { return daemon }
        for number in items..<2 * items {
            try daemon.drop(SampleText.article(number), as: "\(number).txt")
        }
        daemon.wrapper = Strace.killing(at: "renameat2", count: 3)
        try await daemon.start(isReady: false)
        await waitUntil { daemon.ending != nil }
        try #require(daemon.ending == .signal(SIGKILL))
        daemon.wrapper = []
        return daemon
    }

    private static func copy(_ daemon: Daemon) async throws -> Daemon {
        let scratch = try Scratch()
        // Hard links stay what they are, and files of the inbox the ones that the journal names.
        let copied = try await Tools.run(
            [
                "sh", "-c", "cp -a \"$1/.\" . && rm -r inbox && cp -al \"$1/inbox\" .", "sh",
                daemon.scratch.path,
            ], in: scratch.path)
        try #require(copied.status == .exit(0), "\(copied.errors)")
        let copy = try Daemon(in: scratch)
        try Files.write(
            Files.text(daemon.scratch.at("config.json")), to: scratch.at("config.json"))
        return copy
    }

    /// The newest segment of each stream, and every file beside segments/.
    private static func pieces(_ daemon: Daemon) throws -> [String] {
        let names = Files.list(daemon.scratch.at("archive")).filter { !$0.hasPrefix("segments/") }
        let newest = ["articles", "duplicates"].compactMap {
            ClosedSegments.plain(daemon, $0).last.map { "segments/\($0)" }
        }
        return names + newest
    }

    private static func bytes(_ daemon: Daemon) throws -> [String: [UInt8]] {
        let directory = daemon.scratch.at("archive/segments")
        return try Dictionary(
            uniqueKeysWithValues: ClosedSegments.segments(daemon).map {
                ($0, try Files.read("\(directory)/\($0)"))
            })
    }

    /// Goes on with a damaged archive: what was there stays, an article that is known is an exact
    /// duplicate, a new one is new.
    private static func goOn(_ daemon: Daemon, expecting isWhole: Bool, files: Int) async throws {
        let before = try bytes(daemon)
        try await daemon.start()
        try daemon.drop(SampleText.article(3), as: "again.txt")
        try daemon.drop(SampleText.article(5000), as: "new.txt")
        await waitUntil { daemon.waiting == ["kept/stays.txt"] }
        #expect(daemon.waiting == ["kept/stays.txt"], "\(daemon.log)")
        #expect(await daemon.stop() == .exit(0))
        for (name, bytes) in try Self.bytes(daemon) {
            #expect(bytes.starts(with: before[name] ?? []), "bytes of \(name) were taken back")
        }
        let articles = try ArchiveLine.all(in: wholeLines(daemon.bytes(of: "articles")))
        let duplicates = try ArchiveLine.all(in: wholeLines(daemon.bytes(of: "duplicates")))
        #expect(articles.contains { $0.path == "new.txt" })
        #expect(duplicates.contains { $0.path == "again.txt" && $0.match == "exact" })
        #expect(Set(articles.map(\.sequence)).count == articles.count)
        #expect(Set(articles.map(\.id)).count == articles.count)
        #expect(Set(duplicates.map(\.sequence)).count == duplicates.count)
        // What is read again where the list of kept files is gone is a duplicate.
        let paths = (articles + duplicates).map(\.path).filter { $0 != "kept/stays.txt" }
        #expect(Set(paths).count == paths.count)
        if isWhole {
            #expect(paths.count == files + 2, "\(daemon.log)")
            #expect(articles.map(\.sequence) == Array(1...articles.count))
        }
    }

    /// Without what is left of a line that lost its end.
    private static func wholeLines(_ bytes: [UInt8]) -> [UInt8] {
        let lines = bytes.split(separator: 0x0A).filter { $0.first == 0x7B && $0.last == 0x7D }
        return Array(lines.joined(separator: [0x0A])) + [0x0A]
    }

    @Test(
        .timeLimit(.minutes(3)),
        .enabled(if: Tools.need(Tools.has("strace"), "strace is not here")),
        arguments: Tools.chosen("archives that are damaged", always: [true], long: [false]))
    func `Each file alone, lost or damaged`(isKilled: Bool) async throws {
        let original = try await Self.archive(isKilled: isKilled)
        let damages = Tools.areLongTestsWanted ? Damage.allCases : [.gone, .garbled]
        let pieces = try Self.pieces(original)
        try #require(pieces.count >= 6, "\(pieces)")
        for piece in pieces {
            for damage in damages {
                // A segment whose bytes are others is damage that nothing can mend; that is told.
                let isSegment = piece.hasPrefix("segments/")
                if isSegment, damage != .gone { continue }
                let daemon = try await Self.copy(original)
                try damage.befall(daemon.scratch.at("archive/\(piece)"))
                let files = isKilled ? 3 * Self.items : 2 * Self.items
                do {
                    try await Self.goOn(daemon, expecting: true, files: files)
                } catch {
                    Issue.record(error, "\(piece) \(damage): \(daemon.log)")
                }
                if isSegment { #expect(daemon.log.contains("was gone from segments/")) }
            }
        }
    }

    /// Where a segment and its hard link are both gone, what is left goes on behind what was lost.
    @Test(.timeLimit(.minutes(1)))
    func `A newest segment that is gone with its hard link is told, and nothing counts anew`()
        async throws
    {
        let daemon = try await Self.archive(isKilled: false)
        let newest = try #require(ClosedSegments.plain(daemon, "articles").last)
        let last = try #require(try daemon.records().last)
        unlink(daemon.scratch.at("archive/segments/\(newest)"))
        unlink(daemon.scratch.at("archive/articles.jsonl"))
        try await Self.goOn(daemon, expecting: false, files: 0)
        let articles = try ArchiveLine.all(in: daemon.bytes(of: "articles"))
        #expect(articles.last?.sequence == last.sequence + 1, "\(daemon.log)")
        #expect(daemon.log.contains("are gone"), "\(daemon.log)")
    }
}
