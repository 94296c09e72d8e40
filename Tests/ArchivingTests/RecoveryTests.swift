import Articles
import Platform
import SystemPackage
import TestSupport
import Testing

@testable import Archiving

/// What a crash leaves is completed from the journal, byte for byte.
@Suite struct RecoveryTests {
    /// The archive before and after a group that is not settled.
    private func archives() throws -> (scratch: Scratch, before: Int, after: [UInt8]) {
        let scratch = try Scratch()
        let archive = try Archive(at: scratch.path.appending("a"))
        var lines = archive.add("one", at: ArchiveTests.start)
        try archive.finishGroup()
        let before = lines.count
        for number in 2...9 { lines += archive.add("\(number)", at: ArchiveTests.later(1)) }
        try archive.finishGroup(settles: false)
        return (scratch, before, lines)
    }

    @Test func `What is missing is appended, the identical bytes, also over NULs`() throws {
        let (scratch, before, lines) = try archives()
        let name = try #require(try scratch.names("a/segments").first)
        for cut in stride(from: before, through: lines.count, by: 37) {
            for isFilled in [false, true] {
                try scratch.copy("a", to: "b")
                let torn = Array(lines[..<cut])
                let rest = isFilled ? [UInt8](repeating: 0, count: lines.count - cut) : []
                try scratch.write(torn + rest, to: "b/segments/\(name)")
                let archive = try Archive(at: scratch.path.appending("b"))
                #expect(try scratch.bytes("b/segments/\(name)") == lines)
                #expect(archive.recovered.groups == 1 && archive.count(of: .articles) == 9)
                #expect(
                    try scratch.inode("b/articles.jsonl") == scratch.inode("b/segments/\(name)"))
            }
        }
    }

    @Test func `A segment that is missing is made with its group`() throws {
        let scratch = try Scratch()
        let lines: [UInt8]
        do {
            let archive = try Archive(at: scratch.path.appending("a"))
            lines = archive.add("one", at: ArchiveTests.start)
            try archive.finishGroup(settles: false)
        }
        let name = try #require(try scratch.names("a/segments").first)
        try scratch.remove("a/segments/\(name)")
        try scratch.remove("a/articles.jsonl")
        let archive = try Archive(at: scratch.path.appending("a"))
        #expect(try scratch.bytes("a/articles.jsonl") == lines)
        #expect(archive.count(of: .articles) == 1)
    }

    @Test func `A journal of another archive changes nothing`() throws {
        let (scratch, before, lines) = try archives()
        let name = try #require(try scratch.names("a/segments").first)
        let content =
            Array(lines[..<before]) + Array("{\"id\":\"0\",\"sequence\":2,\"other\":1}\n".utf8)
        try scratch.write(content, to: "a/segments/\(name)")
        #expect(throws: ArchiveError.self) { try Archive(at: scratch.path.appending("a")) }
        #expect(try scratch.bytes("a/segments/\(name)") == content)
    }

    /// Random records in random groups, against arrays, with a crash at a random point of every
    /// few groups.
    @Test(arguments: 1...LongForm.rounds(2, long: 12))
    func `However it crashes, the archive is what the model says`(seed: Int) throws {
        let scratch = try Scratch()
        var random = SeededNumbers(seed: UInt64(seed))
        var model: [Articles.Stream: [UInt8]] = [.articles: [], .duplicates: []]
        var clock: Int64 = 0
        for round in 0..<12 {
            let archive = try Archive(at: scratch.path.appending("a"))
            for stream in Articles.Stream.allCases {
                #expect(
                    try scratch.stream(stream.rawValue, of: "a") == model[stream], "round \(round)")
                #expect(
                    archive.count(of: stream) == UInt64(model[stream]?.count { $0 == 0x0A } ?? 0))
            }
            archive.rotateBytes = Int64.random(in: 200...4000, using: &random)
            for _ in 0..<Int.random(in: 0...5, using: &random) {
                clock += Int64.random(in: -3000...50_000, using: &random)
                gather(in: archive, at: clock, &model, &random)
                try archive.finishGroup(settles: Bool.random(using: &random))
            }
            try scratch.copy("a", to: "before")
            let known = model
            clock += 5
            gather(in: archive, at: clock, &model, &random)
            try archive.finishGroup(settles: false)
            if Bool.random(using: &random) {
                try crashAfterJournal(scratch, &random)
            } else {
                // The entry is torn: the group never was.
                try crashInJournal(scratch, &random)
                model = known
            }
        }
    }

    private func gather(
        in archive: Archive, at clock: Int64, _ model: inout [Articles.Stream: [UInt8]],
        _ random: inout SeededNumbers
    ) {
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let stream = Articles.Stream.allCases.randomElement(using: &random) ?? .articles
            let text = String(repeating: "x", count: Int.random(in: 0...300, using: &random))
            model[stream]? += archive.add(text, to: stream, at: ArchiveTests.later(clock))
        }
    }

    /// The journal has the group; its segments have any part of it.
    private func crashAfterJournal(_ scratch: Scratch, _ random: inout SeededNumbers) throws {
        try scratch.copy("a", to: "after")
        for name in try scratch.names("after/segments") {
            let after = try scratch.bytes("after/segments/\(name)").count
            let wasThere = try scratch.names("before/segments").contains(name)
            let before = wasThere ? try scratch.bytes("before/segments/\(name)").count : 0
            guard after > before else { continue }
            if !wasThere {
                // A segment is there whole or not at all.
                if Bool.random(using: &random) { try scratch.remove("after/segments/\(name)") }
                continue
            }
            try scratch.truncate(
                "after/segments/\(name)", to: Int.random(in: before...after, using: &random))
        }
        try scratch.copy("after", to: "a")
    }

    private func crashInJournal(_ scratch: Scratch, _ random: inout SeededNumbers) throws {
        let before = try scratch.bytes("before/journal"), after = try scratch.bytes("a/journal")
        let changed = try #require(difference(before, after))
        let cut = Int.random(in: changed.lowerBound..<changed.lowerBound + 200, using: &random)
        try scratch.write(Array(after[..<cut]) + Array(before[cut...]), to: "before/journal")
        try scratch.copy("before", to: "a")
    }
}
