import Testing

@testable import Judging

@Suite("Posting table")
struct PostingTableTests {
    @Test("It answers as a dictionary would, however it grows", arguments: [1, 2, 4])
    func model(_ width: Int) {
        var random = RandomTexts(seed: UInt64(width))
        var table = PostingTable(width: width)
        var model: [UInt64: [UInt32]] = [:]
        for step in 0..<60_000 {
            // Few distinct keys at first, so that owners pile up; half of them crowd in one shard.
            let number = random.next() % UInt64(step / 3 + 1)
            var key = WordHash.mix(number, 77)
            if number % 2 == 0 { key &= 0x00FF_FFFF_FFFF_FFFF }
            let owner = UInt32(random.next() % 1000)
            table.add(owner, to: key)
            var owners = model[key] ?? []
            owners.removeAll { $0 == owner }
            owners.insert(owner, at: 0)
            model[key] = Array(owners.prefix(width))
        }
        for (key, owners) in model {
            var found: [UInt32] = []
            table.forEachOwner(of: key) { found.append($0) }
            #expect(found == owners)
            #expect(table.newest(of: key) == owners.first)
        }
        #expect(table.newest(of: 12345) == nil)
    }

    @Test("As it grows it drops keys whose owners are gone, and only those")
    func forgets() {
        var table = PostingTable(width: 2)
        for owner in 0..<100_000 as Range<UInt32> {
            table.add(
                owner, to: WordHash.mix(UInt64(owner), 3),
                liveFrom: owner < 1_000 ? 0 : owner - 1_000)
        }
        for owner in 99_000..<100_000 as Range<UInt32> {
            #expect(table.newest(of: WordHash.mix(UInt64(owner), 3)) == owner)
        }
        #expect(table.byteCount < 100_000 * 12)
    }

    @Test("A table without keys takes next to no memory, and can be asked")
    func empty() {
        var table = PostingTable(width: 4)
        #expect(table.byteCount < 16 << 10)
        let touched = table.touch(.max)
        #expect(touched == PostingTable.none)
        #expect(table.newest(of: 0) == nil && table.newest(of: .max) == nil)
        table.add(7, to: .max)
        #expect(table.newest(of: .max) == 7 && table.newest(of: 0) == nil)
    }

    @Test("Keys that all have the same home are found")
    func crowd() {
        var table = PostingTable(width: 1)
        for number in 0..<2_000 as Range<UInt64> {
            table.add(UInt32(number), to: number << 24)
        }
        for number in 0..<2_000 as Range<UInt64> {
            #expect(table.newest(of: number << 24) == UInt32(number))
        }
    }
}
