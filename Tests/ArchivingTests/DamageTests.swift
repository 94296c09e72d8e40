import Articles
import Platform
import SystemPackage
import Testing

@testable import Archiving

/// The pieces of an archive lost or damaged, each alone: what is left goes on, and what is lost is
/// told.
@Suite struct DamageTests {
    /// Two settled groups and one that is not, in one segment.
    private func archive(
        settled: Int = 2, unsettled: Int = 1, rotates: Bool = false
    ) throws -> (Scratch, lines: [[UInt8]]) {
        let scratch = try Scratch()
        let archive = try Archive(at: scratch.path.appending("a"))
        if rotates { archive.rotateBytes = 1 }
        var lines: [[UInt8]] = []
        for number in 1...settled + unsettled {
            lines.append(archive.add("number \(number)", at: ArchiveTests.later(Int64(number))))
            try archive.finishGroup(settles: number <= settled)
        }
        return (scratch, lines)
    }

    private func open(_ scratch: Scratch) throws -> Archive {
        try Archive(at: scratch.path.appending("a"))
    }

    @Test func `A segment whose name is gone is found by its hard link`() throws {
        for unsettled in [0, 1] {
            let (scratch, lines) = try archive(settled: 2, unsettled: unsettled, rotates: true)
            let names = try scratch.names("a/segments")
            let newest = try #require(names.last)
            try scratch.remove("a/segments/\(newest)")
            let archive = try open(scratch)
            #expect(try scratch.names("a/segments") == names)
            #expect(try scratch.stream("articles", of: "a") == lines.flatMap { $0 })
            #expect(archive.count(of: .articles) == UInt64(lines.count))
            #expect(archive.recovered.damages.count == 1)
        }
    }

    @Test func `A hard link that is gone or a copy is made again, and nothing is told`() throws {
        let (scratch, lines) = try archive()
        let name = try #require(try scratch.names("a/segments").first)
        try scratch.remove("a/articles.jsonl")
        for _ in 1...2 {
            let archive = try open(scratch)
            #expect(archive.recovered.damages.isEmpty)
            #expect(try scratch.inode("a/articles.jsonl") == scratch.inode("a/segments/\(name)"))
            #expect(try scratch.stream("articles", of: "a") == lines.flatMap { $0 })
            let bytes = try scratch.bytes("a/articles.jsonl")
            try scratch.remove("a/articles.jsonl")
            try scratch.write(bytes, to: "a/articles.jsonl")
        }
    }

    @Test func `Where the newest segment is gone, the sequence goes on behind what was lost`()
        throws
    {
        let (scratch, _) = try archive(settled: 3, unsettled: 0, rotates: true)
        let names = try scratch.names("a/segments")
        try scratch.remove("a/segments/\(try #require(names.last))")
        try scratch.remove("a/articles.jsonl")
        let archive = try open(scratch)
        #expect(archive.count(of: .articles) == 3)
        #expect(archive.recovered.damages.contains { $0.contains("records 3 to 3 of articles") })
        archive.add("next", at: ArchiveTests.later(9))
        try archive.finishGroup()
        // The number of the segment that is gone is not used again.
        let last = try #require(try scratch.names("a/segments").last)
        #expect(last.hasSuffix("000004.jsonl") && !names.contains(last))
    }

    /// Cut in what is settled: the unsettled group is kept in a segment of its own, and again only
    /// there where the next run is interrupted too.
    @Test func `What follows a lost end is kept, once`() throws {
        let (scratch, lines) = try archive(settled: 2, unsettled: 2)
        let name = try #require(try scratch.names("a/segments").first)
        try scratch.truncate("a/segments/\(name)", to: lines[0].count + 5)
        let cut = try scratch.bytes("a/segments/\(name)")
        for _ in 1...2 {
            let archive = try open(scratch)
            #expect(archive.count(of: .articles) == 4)
            #expect(archive.recovered.damages.contains { $0.contains("lost its end") })
            let names = try scratch.names("a/segments")
            #expect(names.count == 2)
            #expect(try scratch.bytes("a/segments/\(name)") == cut)
            #expect(try scratch.bytes("a/segments/\(names[1])") == lines[2] + lines[3])
        }
    }

    @Test func `The sequence goes on where the end of settled records is cut off`() throws {
        let (scratch, lines) = try archive(settled: 3, unsettled: 0)
        let name = try #require(try scratch.names("a/segments").first)
        try scratch.truncate("a/segments/\(name)", to: lines[0].count + lines[1].count)
        let archive = try open(scratch)
        #expect(archive.recovered.damages.contains { $0.contains("records 3 to 3 of articles") })
        let line = archive.add("next", at: ArchiveTests.later(9))
        try archive.finishGroup()
        #expect(String(decoding: line, as: UTF8.self).contains("\"sequence\":4,"))
        #expect(try scratch.names("a/segments").count == 2)
    }

    @Test func `Bytes of a group that the kernel only shows are written again`() throws {
        let (scratch, lines) = try archive()
        let name = try #require(try scratch.names("a/segments").first)
        let before = try Directory.open(scratch.path).status(FilePath("a/segments/\(name)"))
        let archive = try open(scratch)
        let after = try Directory.open(scratch.path).status(FilePath("a/segments/\(name)"))
        // They were there, and yet the segment was written to.
        #expect(archive.recovered.appended == 0 && after.modified > before.modified)
        #expect(try scratch.stream("articles", of: "a") == lines.flatMap { $0 })
    }

    @Test func `An archive is not begun anew where its directory is gone`() throws {
        let (scratch, _) = try archive()
        let place = try open(scratch).place
        try place.check()
        try scratch.copy("a", to: "b")
        try scratch.remove("a")
        #expect(throws: SystemError.self) { try place.check() }
        #expect(throws: ArchiveError.self) {
            try Archive(at: scratch.path.appending("a"), reopening: place)
        }
        try scratch.copy("b", to: "a")
        let archive = try Archive(at: scratch.path.appending("a"), reopening: place)
        #expect(archive.count(of: .articles) == 3)
        #expect(throws: SystemError.self) { try place.check() }
    }
}
