import Articles
import Platform
import SystemPackage
import Testing

@testable import Archiving

/// Records found by id, by the beginning of one, and by their place in a stream.
@Suite struct SearchTests {
    /// Twenty articles in segments of about three, an id of each repeated as an exact duplicate, and
    /// the fifth once more in the articles stream, as corrections are.
    static func fill(_ path: FilePath) throws {
        let archive = try Archive(at: path)
        archive.rotateBytes = 400
        for number in 0..<20 {
            try add(id(number), "text \(number)", to: .articles, of: archive)
            try add(id(number), "copy \(number)", to: .duplicates, of: archive)
        }
        try add(id(5), "corrected", to: .articles, of: archive)
        try add(id(100), "near", to: .duplicates, of: archive)
    }

    static func id(_ number: Int) -> ContentID {
        ContentID(high: 0xABCD_0000_0000_0000 | UInt64(number) << 40, low: UInt64(number))
    }

    static func add(
        _ id: ContentID, _ text: String, to stream: Articles.Stream, of archive: Archive
    ) throws {
        let received = archive.stamp(clock: ArchiveTests.start)
        _ = archive.add(to: stream, received: received) { sequence, buffer in
            buffer += Array(
                #"{"id":"\#(id.hex)","sequence":\#(sequence),"text":"\#(text)","#.utf8)
            buffer += Array(#""received":"\#(received.toTheMicrosecond)"}"#.utf8) + [0x0A]
        }
        try archive.finishGroup()
    }

    static func find(_ name: String, in path: FilePath) throws -> FoundRecord {
        try ArchiveSearch(at: path).find(try #require(RecordName(name)))
    }

    static func compress(_ path: FilePath, by compression: Compression?) throws {
        guard let compression else { return }
        let layout = try ArchiveLayout(existing: path)
        for stream in Articles.Stream.allCases {
            for name in try layout.names(of: stream).dropLast() {
                _ = try SegmentCompressor(
                    layout: layout, compression: compression, isStopped: { false }
                ).compress(name)
            }
        }
    }

    @Test func `Only names of records are names`() {
        #expect(RecordName("ABCD") == .id(digits: "abcd"))
        #expect(RecordName("articles:12") == .place(RecordPlace(.articles, 12)))
        for text in [
            "", "abc", "abcg", "articles:", "articles:0", "articles:-1", "articles:1:2", "news:1",
            ":1", "articles:18446744073709551616", String(repeating: "a", count: 33),
        ] {
            #expect(RecordName(text) == nil, "\(text)")
        }
    }

    @Test(arguments: [nil, Compression.zstd, .gzip])
    func `By place, each record of each stream is found`(compression: Compression?) throws {
        let scratch = try Scratch()
        let path = scratch.path.appending("a")
        try Self.fill(path)
        try Self.compress(path, by: compression)
        for stream in Articles.Stream.allCases {
            for sequence in 1...21 as ClosedRange<UInt64> {
                let found = try Self.find("\(stream.rawValue):\(sequence)", in: path)
                #expect(found.place == RecordPlace(stream, sequence))
                #expect(RecordTail.sequence(found.line) == sequence)
                #expect(found.line.last == 0x0A)
            }
        }
        #expect(throws: SearchFailure.self) { try Self.find("articles:22", in: path) }
    }

    @Test(arguments: [nil, Compression.zstd, .gzip])
    func `By id, the newest of the articles stream is meant`(compression: Compression?) throws {
        let scratch = try Scratch()
        let path = scratch.path.appending("a")
        try Self.fill(path)
        try Self.compress(path, by: compression)
        for name in [Self.id(5).hex, String(Self.id(5).hex.prefix(6)), Self.id(5).hex.uppercased()]
        {
            let found = try Self.find(name, in: path)
            #expect(found.place == RecordPlace(.articles, 21))
            #expect(found.line[...].contains(bytes: Array("corrected".utf8)))
        }
        #expect(try Self.find(Self.id(7).hex, in: path).place == RecordPlace(.articles, 8))
        #expect(try Self.find(Self.id(100).hex, in: path).place == RecordPlace(.duplicates, 21))
        #expect(try Self.find("abcd64", in: path).place == RecordPlace(.duplicates, 21))
    }

    @Test(arguments: [nil, Compression.zstd])
    func `Lines longer than what is read at once are found, and what follows them`(
        compression: Compression?
    ) throws {
        let scratch = try Scratch()
        let path = scratch.path.appending("a")
        let archive = try Archive(at: path)
        for (number, size) in [3, 1_048_000, 5_000_000, 700, 1_048_576, 2].enumerated() {
            try Self.add(
                Self.id(number), String(repeating: "x", count: size), to: .articles, of: archive)
        }
        archive.rotateBytes = 1
        try Self.add(Self.id(6), "last", to: .articles, of: archive)
        try Self.compress(path, by: compression)
        for number in 0..<7 {
            let found = try Self.find(Self.id(number).hex, in: path)
            #expect(found.place.sequence == UInt64(number + 1))
            #expect(RecordTail.received(found.line) == ArchiveTests.start)
        }
    }

    @Test func `Several ids that begin so are told`() throws {
        let scratch = try Scratch()
        let path = scratch.path.appending("a")
        try Self.fill(path)
        do {
            _ = try Self.find("abcd", in: path)
            Issue.record("abcd was found")
        } catch SearchFailure.ambiguous(_, let candidates, let count) {
            #expect(count == 21)
            #expect(candidates.count == 10)
            #expect(candidates[0].place == RecordPlace(.articles, 21))
        }
    }

    @Test func `What is not there is told with where was looked`() throws {
        let scratch = try Scratch()
        let path = scratch.path.appending("a")
        try Self.fill(path)
        do {
            _ = try Self.find("ffff", in: path)
            Issue.record("ffff was found")
        } catch let failure as SearchFailure {
            #expect(
                failure.description.hasSuffix(
                    "(articles:1 to articles:21, duplicates:1 to duplicates:21)"))
        }
    }

    /// What is damaged hides nothing else, and is told where a record is not found.
    @Test(arguments: Compression.allCases)
    func `Damaged segments are passed over, and told`(compression: Compression) throws {
        let scratch = try Scratch()
        let path = scratch.path.appending("a")
        try Self.fill(path)
        try Self.compress(path, by: compression)
        let names = try scratch.names("a/segments").filter { $0.hasPrefix("articles-") }
        let whole = try scratch.bytes("a/segments/\(names[1])")
        for damaged in [Array(whole.prefix(9)), whole.map { ~$0 }] {
            try scratch.write(damaged, to: "a/segments/\(names[1])")
            #expect(try Self.find("articles:1", in: path).place.sequence == 1)
            #expect(try Self.find("articles:21", in: path).place.sequence == 21)
            #expect(try Self.find(Self.id(100).hex, in: path).place.sequence == 21)
            do {
                _ = try Self.find("ffff", in: path)
                Issue.record("ffff was found")
            } catch let failure as SearchFailure {
                #expect(failure.description.contains("a part could not be read, first articles-"))
            }
        }
    }

    /// A head that stands in a text, or in an object within, is no line.
    @Test func `A text that looks like a record is not found`() throws {
        let scratch = try Scratch()
        let path = scratch.path.appending("a")
        let archive = try Archive(at: path)
        let inner = #"{\"id\":\"\#(Self.id(9).hex)\",\"sequence\":9,"#
        try Self.add(Self.id(1), inner, to: .articles, of: archive)
        #expect(throws: SearchFailure.self) { try Self.find(Self.id(9).hex, in: path) }
        #expect(throws: SearchFailure.self) { try Self.find("articles:9", in: path) }
    }
}
