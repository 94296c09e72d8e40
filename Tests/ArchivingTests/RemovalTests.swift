import Articles
import Platform
import SystemPackage
import TestSupport
import Testing

@testable import Archiving

/// Removed segments, and what is kept of their records.
@Suite struct RemovalTests {
    static func id(_ number: Int) -> ContentID { ContentID(high: 7, low: UInt64(number)) }

    /// A line as the daemon writes it, as far as it is looked at here.
    static func line(_ number: Int, sequence: UInt64, received: Moment) -> [UInt8] {
        Array(
            (#"{"id":"\#(id(number).hex)","sequence":\#(sequence),"verdict":"original","#
                + #""original":"\#(id(number).hex)","revision":0,"story":"\#(id(1).hex)","#
                + #""text":"Text \#(number).","feed":"","file":{"path":"a.txt","size":1,"#
                + #""modified":"2026-11-21T10:00:00.000000Z","sha256":"\#(String(repeating: "0", count: 64))","#
                + #""format":"text/plain","item":1},"rules":1,"#
                + #""received":"\#(received.toTheMicrosecond)"}"#).utf8) + [0x0A]
    }

    static let start = Moment(seconds: 1_795_000_000)
    static let dayMicroseconds: Int64 = 86_400_000_000

    /// An archive with `days` segments of each stream, each of so many records.
    static func fill(_ path: FilePath, days: Int, records: Int) throws {
        let archive = try Archive(at: path)
        for day in 0..<days {
            let clock = Moment(microseconds: start.microseconds + Int64(day) * dayMicroseconds)
            for stream in Articles.Stream.allCases {
                let received = archive.stamp(clock: clock)
                for record in 0..<records {
                    _ = archive.add(to: stream, received: received) { sequence, buffer in
                        buffer += line(
                            day * records + record, sequence: sequence, received: received)
                    }
                }
            }
            try archive.finishGroup()
        }
    }

    static func after(days: Int) -> Moment {
        Moment(microseconds: start.microseconds + Int64(days) * dayMicroseconds)
    }

    static func segments(_ path: FilePath) throws -> ClosedSegments {
        try ClosedSegments(at: path) { false }
    }

    /// All that is known of articles: what is forgotten, then the segments.
    static func forgotten(_ path: FilePath) throws -> [ForgottenRecord] {
        var found: [ForgottenRecord] = []
        try ArchiveReader(at: path).forEachForgotten { found.append($0) }
        return found
    }

    @Test func `Old segments are removed, the newest never, and their ids stay`() throws {
        let scratch = try Scratch()
        let path = scratch.path.appending("a")
        try Self.fill(path, days: 5, records: 10)
        let segments = try Self.segments(path)
        #expect(try segments.removable(before: Self.start).isEmpty)
        #expect(try segments.removable(before: Self.after(days: 1000)).count == 8)
        let old = try segments.removable(before: Self.after(days: 2))
        #expect(old.map(\.number) == [1, 2, 1, 2])
        for name in old { #expect(try segments.remove(name)) }
        #expect(try scratch.names("a/segments").count == 6)
        let known = try Self.forgotten(path)
        #expect(known.map(\.id) == (0..<20).map(Self.id))
        #expect(known.map(\.sequence) == Array(1...20))
        #expect(known.allSatisfy { $0.story == Self.id(1) && $0.original == $0.id })
        #expect(known[15].received == Self.after(days: 1))
        #expect(try segments.missing().isEmpty)
        // The sequences go on where they were.
        let archive = try Archive(at: path)
        #expect(archive.count(of: .articles) == 50)
        #expect(archive.count(of: .duplicates) == 50)
    }

    @Test(arguments: Compression.allCases)
    func `A compressed segment is removed as well`(compression: Compression) throws {
        let scratch = try Scratch()
        let path = scratch.path.appending("a")
        try Self.fill(path, days: 3, records: 10)
        let segments = try Self.segments(path)
        for name in try segments.compressible(before: .now) {
            #expect(try segments.compress(name, by: compression) != nil)
        }
        #expect(try segments.compressible(before: .now).isEmpty)
        for name in try segments.removable(before: Self.after(days: 1000)) {
            #expect(try segments.remove(name))
        }
        #expect(try scratch.names("a/segments").count == 2)
        #expect(try Self.forgotten(path).count == 20)
    }

    /// A kill, a full disk or a power cut may end `forgotten` at any byte; the segment is still there
    /// then.
    @Test func `Interrupted at any byte, nothing is forgotten and nothing stands there twice`()
        throws
    {
        let scratch = try Scratch()
        let path = scratch.path.appending("a")
        try Self.fill(path, days: 3, records: 6)
        let segments = try Self.segments(path)
        let (first, second) = (
            SegmentName(stream: .articles, day: Self.start.day, number: 1),
            SegmentName(stream: .articles, day: Self.after(days: 1).day, number: 2)
        )
        #expect(try segments.remove(first))
        let before = try scratch.bytes("a/forgotten").count
        let kept = try scratch.bytes("a/segments/\(second)")
        #expect(try segments.remove(second))
        let whole = try scratch.bytes("a/forgotten")
        for end in Set(stride(from: before, to: whole.count, by: LongForm.rounds(31, long: 1)))
            .union(whole.count - 16...whole.count).sorted()
        {
            for isZeroed in [false, true] {
                var left = Array(whole[..<end])
                if isZeroed { left += [UInt8](repeating: 0, count: whole.count - end) }
                try scratch.write(left, to: "a/forgotten")
                try scratch.write(kept, to: "a/segments/\(second)")
                #expect(try Self.forgotten(path).map(\.sequence) == Array(1...6))
                #expect(try segments.remove(second))
                #expect(try Self.forgotten(path).map(\.sequence) == Array(1...12), "\(end)")
            }
        }
    }

    @Test func `A damaged block costs itself alone`() throws {
        let scratch = try Scratch()
        let path = scratch.path.appending("a")
        try Self.fill(path, days: 4, records: 6)
        let segments = try Self.segments(path)
        for name in try segments.removable(before: Self.after(days: 1000))
        where name.stream == .articles {
            #expect(try segments.remove(name))
        }
        let size = try scratch.bytes("a/forgotten").count
        try scratch.patch("a/forgotten", at: Int64(size / 2), with: [1, 2, 3])
        #expect(
            try Self.forgotten(path).map(\.sequence) == Array(1...6) + Array(13...18))
        #expect(
            try segments.missing() == [MissingRecords(stream: .articles, sequences: 7...12)])
    }

    @Test func `A segment that is lost is told, and what is removed is not`() throws {
        let scratch = try Scratch()
        let path = scratch.path.appending("a")
        try Self.fill(path, days: 5, records: 10)
        let segments = try Self.segments(path)
        for name in try segments.removable(before: Self.after(days: 1)) {
            #expect(try segments.remove(name))
        }
        let lost = SegmentName(
            stream: .articles, day: Self.after(days: 2).day, number: 3)
        try scratch.remove("a/segments/\(lost)")
        #expect(
            try segments.missing() == [MissingRecords(stream: .articles, sequences: 21...30)])
        let archive = try Archive(at: path)
        #expect(archive.count(of: .articles) == 50)
    }

    @Test func `A segment that breaks off is told, to the record`() throws {
        let scratch = try Scratch()
        let path = scratch.path.appending("a")
        try Self.fill(path, days: 3, records: 10)
        let name = SegmentName(stream: .articles, day: Self.after(days: 1).day, number: 2)
        let bytes = try scratch.bytes("a/segments/\(name)")
        try scratch.truncate("a/segments/\(name)", to: bytes.count / 2 + 5)
        #expect(
            try Self.segments(path).missing()
                == [MissingRecords(stream: .articles, sequences: 16...20)])
    }

    @Test func `Gaps between ranges, overlapping and out of order`() {
        #expect(MissingRecords.gaps(between: []).isEmpty)
        #expect(MissingRecords.gaps(between: [1...4, 3...9, 10...12]).isEmpty)
        #expect(MissingRecords.gaps(between: [8...9, 3...4]) == [1...2, 5...7])
        #expect(MissingRecords.gaps(between: [1...UInt64.max, 5...6]).isEmpty)
    }

    /// A power cut may take back the mark by which the journal knows that a group is settled.
    @Test(arguments: [true, false])
    func `A journalled group of a segment that is compressed or removed stops no start`(
        isRemoved: Bool
    ) throws {
        let scratch = try Scratch()
        let path = scratch.path.appending("a")
        do {
            let archive = try Archive(at: path)
            for day in 0..<3 {
                for _ in 0..<2 {
                    let received = archive.stamp(clock: Self.after(days: day))
                    _ = archive.add(to: .articles, received: received) { sequence, buffer in
                        buffer += Self.line(Int(sequence), sequence: sequence, received: received)
                    }
                    try archive.finishGroup(settles: false)
                }
            }
        }
        let segments = try Self.segments(path)
        for name in try segments.removable(before: Self.after(days: 1000)) {
            if isRemoved {
                #expect(try segments.remove(name))
            } else {
                #expect(try segments.compress(name, by: .zstd) != nil)
            }
        }
        let archive = try Archive(at: path)
        #expect(archive.recovered.groups == 6)
        #expect(archive.count(of: .articles) == 6)
        #expect(try segments.missing().isEmpty)
    }

    @Test func `A newest segment that was compressed by hand is followed by another`() throws {
        for compression in Compression.allCases {
            let scratch = try Scratch()
            let path = scratch.path.appending("a")
            try Self.fill(path, days: 2, records: 10)
            let name = SegmentName(stream: .articles, day: Self.after(days: 1).day, number: 2)
            let compressor = SegmentCompressor(
                layout: try ArchiveLayout(existing: path), compression: compression,
                isStopped: { false })
            #expect(try compressor.compress(name) != nil)
            let archive = try Archive(at: path)
            #expect(archive.count(of: .articles) == 20)
            archive.add("x", at: Self.after(days: 1))
            try archive.finishGroup()
            #expect(archive.reader.articleSegments.map(\.number) == [1, 2, 3])
            #expect(try Self.segments(path).missing().isEmpty)
        }
    }

    @Test func `A record of a removed segment cannot be read back, and is told to be missing`()
        throws
    {
        let scratch = try Scratch()
        let path = scratch.path.appending("a")
        try Self.fill(path, days: 2, records: 10)
        let archive = try Archive(at: path)
        let name = SegmentName(stream: .articles, day: Self.start.day, number: 1)
        let location = RecordLocation(segment: 1, offset: 0, length: 60)
        let line = try archive.line(at: location)
        let segments = try Self.segments(path)
        #expect(try segments.compress(name, by: .zstd) != nil)
        #expect(try archive.line(at: location) == line)
        archive.reader.close(name)
        #expect(try archive.line(at: location) == line)
        #expect(try segments.remove(name))
        archive.reader.close(name)
        #expect {
            try archive.line(at: location)
        } throws: { ($0 as? SystemError)?.cause == .missing }
    }
}
