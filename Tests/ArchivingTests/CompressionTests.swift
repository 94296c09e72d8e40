import Articles
import Platform
import SystemPackage
import TestSupport
import Testing

@testable import Archiving

/// Compressed segments: read by the offsets of their plain bytes, by our reader and by everybody's.
@Suite struct CompressionTests {
    /// Lines of very different lengths, some longer than a frame.
    static func lines(_ seed: UInt64, bytes: Int) -> [UInt8] {
        var random = SeededNumbers(seed: seed)
        var lines: [UInt8] = []
        while lines.count < bytes {
            let length =
                Int.random(in: 0..<40, using: &random) == 0
                ? Int.random(in: 0...700_000, using: &random)
                : Int.random(in: 1...3000, using: &random)
            let letter = UInt8.random(in: 97...122, using: &random)
            for index in 0..<length {
                lines.append(letter &+ UInt8(index % 7) ^ UInt8(index >> 9 & 3))
            }
            lines.append(0x0A)
        }
        return lines
    }

    static let name = SegmentName(stream: .articles, day: "2026-11-21", number: 1)

    /// An archive's directory with one plain segment.
    static func layout(_ scratch: Scratch, holding bytes: [UInt8]) throws -> ArchiveLayout {
        let layout = try ArchiveLayout(at: scratch.path.appending("a"))
        _ = try Segment.create(name, holding: bytes, in: layout.segments)
        return layout
    }

    @discardableResult
    static func compress(
        _ layout: ArchiveLayout, by compression: Compression
    ) throws -> SegmentCompressor.Saving? {
        try SegmentCompressor(layout: layout, compression: compression, isStopped: { false })
            .compress(name)
    }

    @Test(arguments: Compression.allCases)
    func `Any bytes are read back at any offset`(compression: Compression) throws {
        let scratch = try Scratch()
        let plain = Self.lines(3, bytes: 3_000_000)
        let layout = try Self.layout(scratch, holding: plain)
        let saving = try #require(try Self.compress(layout, by: compression))
        #expect(saving.plainBytes == Int64(plain.count))
        #expect(saving.compressedBytes < saving.plainBytes / 4)
        #expect(
            try scratch.names("a/segments")
                == ["articles-2026-11-21-000001.jsonl.\(compression.fileExtension)"])
        let reader = try SegmentReader.open(Self.name, in: layout.segments)
        #expect(try reader.size() == Int64(plain.count))
        #expect(try reader.bytes(at: 0, count: plain.count + 10) == plain)
        var random = SeededNumbers(seed: 4)
        for _ in 0..<200 {
            let start = Int.random(in: 0...plain.count, using: &random)
            let count = Int.random(
                in: 0...Int.random(in: 1...600_000, using: &random), using: &random)
            let end = min(plain.count, start + count)
            #expect(try reader.bytes(at: Int64(start), count: count) == Array(plain[start..<end]))
        }
        #expect(try reader.bytes(at: Int64(plain.count), count: 5).isEmpty)
        #expect(try reader.bytes(at: -1, count: 5).isEmpty)
    }

    @Test(arguments: [0, 1, 262_143, 262_144, 262_145, 524_288])
    func `Segments of every size around a frame's`(size: Int) throws {
        for compression in Compression.allCases {
            let scratch = try Scratch()
            let plain = [UInt8](repeating: 0x61, count: size)
            let layout = try Self.layout(scratch, holding: plain)
            try Self.compress(layout, by: compression)
            let reader = try SegmentReader.open(Self.name, in: layout.segments)
            #expect(try reader.bytes(at: 0, count: size + 1) == plain)
        }
    }

    @Test(arguments: Compression.allCases)
    func `Lines come in whole parts`(compression: Compression) throws {
        let scratch = try Scratch()
        let plain = Self.lines(5, bytes: 2_500_000)
        let layout = try Self.layout(scratch, holding: plain)
        try Self.compress(layout, by: compression)
        var read: [UInt8] = []
        let unreadable = try SegmentReader.open(Self.name, in: layout.segments)
            .forEachPart(bytes: 100_000) { offset, lines in
                #expect(offset == Int64(read.count) && lines.last == 0x0A)
                read += lines
            }
        #expect(unreadable.isEmpty)
        #expect(read == plain)
    }

    @Test(arguments: Compression.allCases)
    func `A damaged frame costs its own lines only`(compression: Compression) throws {
        let scratch = try Scratch()
        var plain: [UInt8] = []
        for number in 0..<30_000 { plain += Array("line \(number) of many in a segment\n".utf8) }
        let layout = try Self.layout(scratch, holding: plain)
        try Self.compress(layout, by: compression)
        let file = try #require(try scratch.names("a/segments").first)
        let table = try FrameTable(
            of: try layout.segments.file(FilePath(file)), compressedBy: compression)
        try #require(table.frames.count >= 4)
        let damaged = table.frames[1]
        try scratch.patch(
            "a/segments/\(file)", at: (damaged.file.lowerBound + damaged.file.upperBound) / 2,
            with: [1, 2, 3, 4, 5])
        var read: [UInt8] = []
        let reader = try SegmentReader.open(Self.name, in: layout.segments)
        let unreadable = try reader.forEachPart(bytes: 1 << 20) { read += $1 }
        #expect(unreadable == [damaged.plain.lowerBound])
        let rest = plain[..<Int(damaged.plain.lowerBound)] + plain[Int(damaged.plain.upperBound)...]
        #expect(read == Array(rest))
        #expect(throws: SystemError.self) {
            try reader.bytes(at: damaged.plain.lowerBound + 7, count: 20)
        }
        #expect(try reader.bytes(at: 5, count: 20) == Array(plain[5..<25]))
    }

    @Test(arguments: Compression.allCases)
    func `Any damage is told or does no harm, and never crashes`(compression: Compression) throws {
        let scratch = try Scratch()
        let plain = Self.lines(7, bytes: 700_000)
        let layout = try Self.layout(scratch, holding: plain)
        try Self.compress(layout, by: compression)
        let file = "a/segments/" + (try #require(try scratch.names("a/segments").first))
        let good = try scratch.bytes(file)
        var random = SeededNumbers(seed: 11)
        for round in 0..<LongForm.rounds(50, long: 400) {
            var bytes = good
            if round % 3 == 0 {
                bytes.removeSubrange(Int.random(in: 0..<bytes.count, using: &random)...)
            } else {
                for _ in 0...round % 4 {
                    bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(
                        in: 0...255, using: &random)
                }
            }
            try scratch.write(bytes, to: file)
            do {
                let reader = try SegmentReader.open(Self.name, in: layout.segments)
                _ = try reader.forEachPart(bytes: 300_000) { offset, lines in
                    let end = Int(offset) + lines.count
                    guard end <= plain.count else { return }
                    #expect(lines == plain[Int(offset)..<end])
                }
                _ = try reader.lastLine()
            } catch {
                #expect(error.cause == .damaged)
            }
        }
    }

    @Test(arguments: Compression.allCases)
    func `Where both are there the plain one counts, and the rest is done later`(
        compression: Compression
    ) throws {
        let scratch = try Scratch()
        let plain = Self.lines(9, bytes: 50_000)
        let layout = try Self.layout(scratch, holding: plain)
        let other = "a/segments/\(Self.name).\(compression.fileExtension)"
        try scratch.write(Array("half of it".utf8), to: other)
        #expect(try layout.names(of: .articles) == [Self.name])
        #expect(
            try SegmentReader.open(Self.name, in: layout.segments).bytes(at: 0, count: 900_000)
                == plain)
        try Self.compress(layout, by: compression)
        #expect(try scratch.names("a/segments").count == 1)
        #expect(
            try SegmentReader.open(Self.name, in: layout.segments).bytes(at: 0, count: 900_000)
                == plain)
    }

    @Test func `One that is stopped leaves nothing behind`() throws {
        let scratch = try Scratch()
        let layout = try Self.layout(scratch, holding: Self.lines(1, bytes: 600_000))
        var looks = 0
        let compressor = SegmentCompressor(layout: layout, compression: .zstd) {
            looks += 1
            return looks > 2
        }
        #expect(try compressor.compress(Self.name) == nil)
        #expect(try scratch.names("a/segments") == [Self.name.description])
    }

    @Test func `Left temporary files are dropped, and nothing else`() throws {
        let scratch = try Scratch()
        let layout = try Self.layout(scratch, holding: [0x0A])
        for file in [".\(Self.name).zst.tmp", ".\(Self.name).gz.tmp", ".other.zst.tmp", "x.gz.tmp"]
        {
            try scratch.write([1], to: "a/segments/\(file)")
        }
        try ClosedSegments(at: layout.root.path) { false }.dropTemporaries()
        #expect(
            try scratch.names("a/segments").sorted()
                == [".other.zst.tmp", Self.name.description, "x.gz.tmp"].sorted())
    }
}
