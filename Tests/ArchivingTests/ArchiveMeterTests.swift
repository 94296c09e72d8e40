import Articles
import Platform
import SystemPackage
import Testing

@testable import Archiving

@Suite struct ArchiveMeterTests {
    /// By reference: an expectation takes no call that changes a value.
    private final class Meter {
        private var meter: ArchiveMeter
        init(_ path: FilePath) { meter = ArchiveMeter(of: path) }
        /// Segments and bytes: articles plain, compressed, duplicates plain, compressed.
        func shares() throws -> [[Int]] {
            try meter.measure().shares.map { [$0.segments, Int($0.bytes)] }
        }
        func freeBytes() throws -> Int { try meter.measure().freeBytes }
    }

    private static func create(
        _ number: UInt32, _ stream: Articles.Stream, _ bytes: Int, in layout: ArchiveLayout
    ) throws -> Segment {
        try Segment.create(
            SegmentName(stream: stream, day: "2026-11-21", number: number),
            holding: [UInt8](repeating: 10, count: bytes), in: layout.segments)
    }

    @Test func segmentsAreCountedAsTheyComeGrowAndGo() throws {
        let scratch = try Scratch()
        let layout = try ArchiveLayout(at: scratch.path.appending("a"))
        let meter = Meter(scratch.path.appending("a"))
        #expect(try meter.shares() == [[0, 0], [0, 0], [0, 0], [0, 0]])
        _ = try Self.create(1, .articles, 100, in: layout)
        let newest = try Self.create(2, .articles, 20, in: layout)
        _ = try Self.create(1, .duplicates, 3, in: layout)
        #expect(try meter.shares() == [[2, 120], [0, 0], [1, 3], [0, 0]])
        try newest.append([1, 2, 3, 4, 5], at: 20)
        #expect(try meter.shares() == [[2, 125], [0, 0], [1, 3], [0, 0]])
        try scratch.write([1, 2], to: "a/segments/articles-2026-11-21-000001.jsonl.zst")
        try scratch.remove("a/segments/articles-2026-11-21-000001.jsonl")
        #expect(try meter.shares() == [[1, 25], [1, 2], [1, 3], [0, 0]])
        #expect(try meter.freeBytes() > 0)
    }

    /// A look at all segments again would find a closed one that was written to, which nobody does.
    @Test func closedSegmentsAreLookedAtOnceWhileNoneComesOrGoes() async throws {
        let scratch = try Scratch()
        let layout = try ArchiveLayout(at: scratch.path.appending("a"))
        let closed = try Self.create(1, .articles, 100, in: layout)
        let newest = try Self.create(2, .articles, 20, in: layout)
        let meter = Meter(scratch.path.appending("a"))
        #expect(try meter.shares()[0] == [2, 120])
        // Only a directory that has rested for a second is believed to be as it was.
        try await Task.sleep(for: .milliseconds(1_100))
        #expect(try meter.shares()[0] == [2, 120])
        try closed.append([1], at: 100)
        try newest.append([1], at: 20)
        #expect(try meter.shares()[0] == [2, 121])
        _ = try Self.create(3, .articles, 1, in: layout)
        #expect(try meter.shares()[0] == [3, 123])
    }

    @Test func anotherArchiveAtThePathIsMeasuredAnew() throws {
        let scratch = try Scratch()
        let path = scratch.path.appending("a")
        let meter = Meter(path)
        #expect(throws: SystemError.self) { try meter.shares() }
        _ = try Self.create(1, .articles, 100, in: try ArchiveLayout(at: path))
        #expect(try meter.shares()[0] == [1, 100])
        try scratch.remove("a")
        _ = try ArchiveLayout(at: path)
        #expect(try meter.shares()[0] == [0, 0])
    }
}
