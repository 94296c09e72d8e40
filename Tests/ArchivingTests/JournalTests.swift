import Platform
import SystemPackage
import TestSupport
import Testing

@testable import Archiving

@Suite struct JournalTests {
    static func group(_ number: UInt64, bytes: Int = 100, unfinished: [FileProgress] = []) -> Group
    {
        Group(
            number: number,
            appends: [
                Group.Append(
                    segment: SegmentName(stream: .articles, day: "2026-11-21", number: 1),
                    offset: 0,
                    bytes: [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: bytes))
            ],
            finished: [progress("a\nb.txt", done: number)], unfinished: unfinished)
    }

    static func progress(_ path: FilePath, done: UInt64) -> FileProgress {
        FileProgress(
            path: path, identity: FileIdentity(inode: 7, size: 9, modified: -1), itemsDone: done,
            isFinished: true, day: "2026-11-21", digest: "0123abcd")
    }

    @Test func `A group comes back as it was`() {
        let group = Self.group(3, unfinished: [Self.progress("b/c", done: 8)])
        #expect(Group(encoded: group.encoded()) == group)
    }

    @Test func `A group that was cut or changed never traps`() {
        var random = SeededNumbers(seed: 1)
        let encoded = Self.group(3, bytes: 40).encoded()
        for length in 0..<encoded.count {
            #expect(Group(encoded: Array(encoded[..<length])) == nil)
        }
        for _ in 0..<3_000 {
            var bytes = encoded
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            }
            _ = Group(encoded: bytes)
        }
        for _ in 0..<1_000 {
            let count = Int.random(in: 0..<200, using: &random)
            _ = Group(encoded: (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
        }
    }

    @Test func `Groups that were not settled are left, in their order`() throws {
        let scratch = try Scratch()
        let directory = try Directory.open(scratch.path)
        do {
            let (journal, left) = try Journal.open(in: directory)
            #expect(left.unsettled.isEmpty && left.newest == nil)
            for number in UInt64(1)...5 { try journal.write(Self.group(number)) }
            for number in UInt64(1)...3 { try journal.settle(number) }
        }
        let (journal, left) = try Journal.open(in: directory)
        #expect(left.unsettled.map(\.number) == [4, 5])
        #expect(left.newest?.number == 5)
        #expect(journal.settledThrough == 3)
    }

    @Test func `A group is settled only with all before it`() throws {
        let scratch = try Scratch()
        let directory = try Directory.open(scratch.path)
        let (journal, _) = try Journal.open(in: directory)
        for number in UInt64(1)...3 { try journal.write(Self.group(number)) }
        try journal.settle(2)
        try journal.settle(3)
        #expect(journal.settledThrough == 0)
        #expect(try Journal.open(in: directory).left.unsettled.map(\.number) == [1, 2, 3])
        try journal.settle(1)
        #expect(try Journal.open(in: directory).left.unsettled.isEmpty)
    }

    @Test func `Slots are used again, also after groups that are larger than all of them`() throws {
        let scratch = try Scratch()
        let directory = try Directory.open(scratch.path)
        let (journal, _) = try Journal.open(in: directory)
        var random = SeededNumbers(seed: 2)
        for number in UInt64(1)...24 {
            let isLarge = number % 7 == 0 || number % 7 == 1
            let bytes =
                isLarge
                ? Int.random(in: 2 << 20...(number == 21 ? 20 : 5) << 20, using: &random) : 1000
            try journal.write(Self.group(number, bytes: bytes))
            let left = try Journal.open(in: directory).left
            #expect(left.unsettled.map(\.number) == [number])
            #expect(left.unsettled.last == Self.group(number, bytes: bytes))
            try journal.settle(number)
        }
        let size = try directory.status("journal").size
        #expect(size < 100 << 20, "the journal grows without an end")
    }

    @Test func `The newest group stays readable while the next is written`() throws {
        let scratch = try Scratch()
        let directory = try Directory.open(scratch.path)
        var random = SeededNumbers(seed: 3)
        let (journal, _) = try Journal.open(in: directory)
        for number in UInt64(1)...24 {
            let isLarge = Int.random(in: 0..<4, using: &random) == 0
            let before = try scratch.bytes("journal")
            try journal.write(Self.group(number, bytes: isLarge ? 3 << 20 : 500))
            // A kill in the middle of the write: the rest is as it was.
            var torn = try scratch.bytes("journal")
            let changed = try #require(difference(before, torn))
            // Not behind the end of a small group's bytes, where it would be whole.
            let end = isLarge ? changed.lowerBound + (3 << 20) : changed.lowerBound + 300
            let cut = Int.random(in: changed.lowerBound..<end, using: &random)
            torn = Array(torn[..<cut]) + (cut < before.count ? before[cut...] : [])
            let other = try Scratch()
            try other.write(torn, to: "journal")
            let left = try Journal.open(in: Directory.open(other.path)).left
            #expect(left.newest?.number == (number == 1 ? nil : number - 1))
            #expect(left.unsettled.isEmpty)
            try journal.settle(number)
        }
    }

    @Test func `Random damage never traps, and never makes a group up`() throws {
        let scratch = try Scratch()
        let directory = try Directory.open(scratch.path)
        let written: [Group]
        do {
            let (journal, _) = try Journal.open(in: directory)
            written = (UInt64(1)...8).map { Self.group($0, bytes: 200) }
            for group in written { try journal.write(group) }
            try journal.settle(1)
        }
        let whole = try scratch.bytes("journal")
        var random = SeededNumbers(seed: 4)
        for _ in 0..<30 {
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let slot = Int.random(in: 0..<8, using: &random)
                let base =
                    Int.random(in: 0..<3, using: &random) == 0 ? 0 : 4096 + slot * Journal.slotBytes
                try scratch.patch(
                    "journal", at: Int64(base + Int.random(in: 0..<400, using: &random)),
                    with: [UInt8.random(in: 0...255, using: &random)])
            }
            if Int.random(in: 0..<5, using: &random) == 0 {
                try scratch.truncate("journal", to: Int.random(in: 0..<whole.count, using: &random))
            }
            let left = try Journal.open(in: directory).left
            for group in left.unsettled { #expect(written.contains(group)) }
            try scratch.write(whole, to: "journal")
        }
    }

    @Test func `The text of an article does not pass for an entry`() throws {
        let scratch = try Scratch()
        let directory = try Directory.open(scratch.path)
        let (journal, _) = try Journal.open(in: directory)
        try journal.write(Self.group(1))
        let entry = Array(try scratch.bytes("journal")[4096..<8192])
        let other = try Scratch()
        let (second, _) = try Journal.open(in: Directory.open(other.path))
        try second.write(Self.group(1))
        try second.settle(1)
        // An entry of another journal, at the place of a slot.
        try other.patch("journal", at: Int64(4096 + Journal.slotBytes), with: entry)
        #expect(try Journal.open(in: Directory.open(other.path)).left.newest?.number == 1)
        #expect(try Journal.open(in: Directory.open(other.path)).left.unsettled.isEmpty)
    }

    @Test func `Who waits for a slot is told when nothing is settled any more`() throws {
        let scratch = try Scratch()
        let (journal, _) = try Journal.open(in: Directory.open(scratch.path))
        for number in 1...UInt64(Journal.slotCount) { try journal.write(Self.group(number)) }
        let waiter = try WorkerThread("abandon") { journal.abandon() }
        #expect(throws: SystemError.self) { try journal.write(Self.group(9)) }
        waiter.join()
    }
}
