import Articles
import Platform
import SystemPackage
import Testing

@testable import Archiving

extension Archive {
    /// Adds a record, as far as an archive looks at it, and gives its line.
    @discardableResult
    func add(_ text: String, to stream: Articles.Stream = .articles, at clock: Moment) -> [UInt8] {
        let received = stamp(clock: clock)
        var line: [UInt8] = []
        _ = add(to: stream, received: received) { sequence, buffer in
            line =
                Array(
                    #"{"id":"0","sequence":\#(sequence),"text":"\#(text)","received":"\#(received.toTheMicrosecond)"}"#
                        .utf8) + [0x0A]
            buffer += line
        }
        return line
    }

    /// Seals, commits and settles what was gathered.
    func finishGroup(settles: Bool = true) throws {
        let number = seal(finished: [], unfinished: [])
        for segment in try commit() { try segment.sync() }
        if settles { try journal.settle(number) }
    }
}

@Suite struct ArchiveTests {
    static let start = Moment(seconds: 1_795_000_000)

    static func later(_ seconds: Int64) -> Moment { Moment(seconds: start.seconds + seconds) }

    @Test func `Lines are appended and read back, also from the group that is gathered`() throws {
        let scratch = try Scratch()
        let archive = try Archive(at: scratch.path.appending("a"))
        let received = archive.stamp(clock: Self.start)
        var locations: [RecordLocation] = []
        for text in ["one", "two"] {
            let location = archive.add(to: .articles, received: received) { sequence, buffer in
                buffer += Array("\(sequence) \(text)\n".utf8)
            }
            locations.append(try #require(location))
        }
        #expect(try archive.line(at: locations[1]) == Array("2 two\n".utf8))
        try archive.finishGroup()
        #expect(try archive.line(at: locations[0]) == Array("1 one\n".utf8))
        #expect(try scratch.stream("articles", of: "a") == Array("1 one\n2 two\n".utf8))
    }

    @Test func `The stream's file is a hard link to its newest segment`() throws {
        let scratch = try Scratch()
        let archive = try Archive(at: scratch.path.appending("a"))
        archive.rotateBytes = 300
        for number in 0..<20 {
            archive.add("\(number)", at: Self.later(Int64(number)))
            archive.add("\(number)", to: .duplicates, at: Self.later(Int64(number)))
            try archive.finishGroup()
            for stream in ["articles", "duplicates"] {
                let newest = try #require(
                    try scratch.names("a/segments").last { $0.hasPrefix(stream) })
                #expect(
                    try scratch.inode("a/\(stream).jsonl") == scratch.inode("a/segments/\(newest)"))
            }
        }
        let segments = try scratch.names("a/segments")
        #expect(segments.count > 4)
        #expect(!segments.contains { $0.hasPrefix(".") })
    }

    @Test func `A new day begins a new segment, and so does a clock that went back`() throws {
        let scratch = try Scratch()
        let archive = try Archive(at: scratch.path.appending("a"))
        let day: Int64 = 86_400
        // The duplicates come only after the clock has gone back.
        for seconds in [0, 10, day, day - 60, day + 20, -7200, -7190] {
            archive.add("x", at: Self.later(seconds))
            if seconds == day || seconds == -7190 {
                archive.add("x", to: .duplicates, at: Self.later(seconds))
            }
            try archive.finishGroup()
        }
        for stream in ["articles", "duplicates"] {
            let names = try scratch.names("a/segments").filter { $0.hasPrefix(stream) }
            #expect(names.count == (stream == "articles" ? 3 : 2))
            for name in names {
                let lines = try scratch.bytes("a/segments/\(name)").split(separator: 0x0A)
                let times = try lines.map { try #require(RecordTail.received(Array($0) + [0x0A])) }
                #expect(times == times.sorted(), "\(name)")
                #expect(times.allSatisfy { name.contains($0.day) })
            }
        }
        #expect(archive.stamp(clock: Self.later(-7200)) == Self.later(-7190))
    }

    @Test func `Within a group the time never goes back`() throws {
        let scratch = try Scratch()
        let archive = try Archive(at: scratch.path.appending("a"))
        archive.add("x", at: Self.later(0))
        archive.add("x", at: Self.later(-100_000))
        try archive.finishGroup()
        archive.add("x", at: Self.later(-100_000))
        try archive.finishGroup()
        #expect(archive.hasClockGoneBack == false)
        #expect(try scratch.names("a/segments").count == 2)
    }

    @Test func `A second writer is refused`() throws {
        let scratch = try Scratch()
        let archive = try Archive(at: scratch.path.appending("a"))
        #expect(throws: ArchiveError.self) { try Archive(at: scratch.path.appending("a")) }
        #expect(try Archive.isInUse(at: scratch.path.appending("a")))
        withExtendedLifetime(archive) {}
    }

    @Test func `A torn last line is left as it is, and the stream goes on in a new segment`() throws
    {
        let scratch = try Scratch()
        var lines: [UInt8] = []
        do {
            let archive = try Archive(at: scratch.path.appending("a"))
            for number in 1...3 { lines += archive.add("\(number)", at: Self.later(Int64(number))) }
            try archive.finishGroup()
        }
        let name = try #require(try scratch.names("a/segments").first)
        try scratch.write(
            lines + Array(#"{"id":"0","sequence":4,"te"#.utf8), to: "a/segments/\(name)")
        let archive = try Archive(at: scratch.path.appending("a"))
        #expect(archive.count(of: .articles) == 3)
        lines = archive.add("4", at: Self.later(4))
        #expect(String(decoding: lines, as: UTF8.self).contains("\"sequence\":4,"))
        try archive.finishGroup()
        #expect(try scratch.names("a/segments").count == 2)
        #expect(try scratch.bytes("a/articles.jsonl") == lines)
    }

    @Test func `A last line that is no record stops the archive with a word`() throws {
        let scratch = try Scratch()
        do {
            let archive = try Archive(at: scratch.path.appending("a"))
            archive.add("1", at: Self.start)
            try archive.finishGroup()
        }
        let name = try #require(try scratch.names("a/segments").first)
        try scratch.write(
            try scratch.bytes("a/segments/\(name)") + Array("note\n".utf8), to: "a/segments/\(name)"
        )
        #expect {
            _ = try Archive(at: scratch.path.appending("a"))
        } throws: { "\($0)".contains(name) && "\($0)".contains("no record") }
    }

    @Test func `Names of segments are read strictly`() {
        let name = SegmentName(stream: .articles, day: "2026-11-21", number: 7)
        #expect(name.description == "articles-2026-11-21-000007.jsonl")
        #expect(SegmentName(fileName: name.description) == name)
        let others = [
            "articles-2026-11-21-000000.jsonl", "articles-2026-11-21-7.jsonl", "articles.jsonl",
            "others-2026-11-21-000001.jsonl", "articles-2026-1a-21-000001.jsonl",
            "articles-2026-11-21-000001.jsonl.tmp", ".articles-2026-11-21-000001.jsonl",
            "articles--2026-11-21-000001.jsonl", "articles-2026-11-21-99999999999.jsonl",
        ]
        for other in others { #expect(SegmentName(fileName: other) == nil, "\(other)") }
    }
}
