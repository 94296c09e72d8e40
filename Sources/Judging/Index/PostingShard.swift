import Platform

/// A 256th part of a `PostingTable`, which owns its memory and frees it.
///
/// A slot is `1 + width` words: the tag, then the owners; it is empty where the first owner is
/// `PostingTable.none`. The home of a tag is in proportion to it, so slots in the order of their
/// tags are in the order of their homes as well.
struct PostingShard {
    private var slots: UnsafeMutablePointer<UInt32>
    /// Homes; some slots follow them for what the last homes cannot hold.
    private var homes: Int
    private var limit: Int
    private var count = 0
    private let width: Int
    private var stride: Int { 1 &+ width }

    /// One without homes: a single slot, which stays empty.
    init(width: Int) {
        self.init(unfilled: 0, width: width)
        clear(0..<limit)
    }

    /// One whose slots say nothing yet.
    private init(unfilled homes: Int, width: Int) {
        self.homes = homes
        self.width = width
        limit = Self.limit(homes)
        slots = Self.allocate(limit * (1 + width))
    }

    /// Empties slots, of each every word: what is saved of them is the same on every machine.
    private func clear(_ range: Range<Int>) {
        (slots + range.lowerBound &* stride).initialize(
            repeating: PostingTable.none, count: range.count &* stride)
    }

    /// A shard that was saved, in memory that `allocateSlots` gave and that belongs to it now.
    init(homes: Int, count: Int, width: Int, slots: UnsafeMutableRawBufferPointer) {
        self.homes = homes
        self.width = width
        self.count = count
        limit = Self.limit(homes)
        self.slots = slots.assumingMemoryBound(to: UInt32.self).baseAddress ?? Self.allocate(0)
    }

    /// Memory for the slots of a saved shard, of `byteCount(homes:width:)` bytes.
    static func allocateSlots(byteCount: Int) -> UnsafeMutableRawBufferPointer {
        let words = byteCount / MemoryLayout<UInt32>.stride
        return UnsafeMutableRawBufferPointer(
            UnsafeMutableBufferPointer(start: Self.allocate(words), count: words))
    }

    func free() { slots.deallocate() }

    /// Homes, and slots that are taken: with the slots' bytes all there is to save.
    var shape: (homes: Int, count: Int) { (homes, count) }
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: slots, count: byteCount) }

    static func byteCount(homes: Int, width: Int) -> Int {
        limit(homes) * (1 + width) * MemoryLayout<UInt32>.stride
    }

    var byteCount: Int { limit * stride * MemoryLayout<UInt32>.stride }

    /// Any word of the home of `tag`.
    @inline(__always)
    func peek(_ tag: UInt32) -> UInt32 { slots[home(tag) &* stride] }

    /// The slot of `tag`: the tag itself, then its owners.
    @inline(__always)
    func find(_ tag: UInt32) -> UnsafeMutablePointer<UInt32>? {
        let slot = place(of: tag)
        return holds(tag, at: slot) ? slots + slot &* stride : nil
    }

    @inline(__always)
    private func holds(_ tag: UInt32, at slot: Int) -> Bool {
        guard slot < limit else { return false }
        let pointer = slots + slot &* stride
        return pointer[1] != PostingTable.none && pointer[0] == tag
    }

    /// - Parameter firstHomes: how many homes there are to be from the first tag on, 1 or more.
    mutating func add(_ owner: UInt32, tag: UInt32, liveFrom oldest: UInt32, firstHomes: Int) {
        let slot = place(of: tag)
        if holds(tag, at: slot) { return promote(owner, in: slots + slot &* stride) }
        if count < homes / 8 * 7, insert(tag, first: owner, at: slot) { return }
        repeat {
            grow(liveFrom: oldest, firstHomes)
        } while !insert(tag, first: owner, at: place(of: tag))
    }

    /// Puts `owner` in front; the others move back as far as where it stood.
    private func promote(_ owner: UInt32, in slot: UnsafeMutablePointer<UInt32>) {
        var carried = owner
        for index in 1...width {
            let next = slot[index]
            slot[index] = carried
            if next == owner || next == PostingTable.none { return }
            carried = next
        }
    }

    /// The first slot from the home of `tag` that is empty or holds its tag or a greater one; `limit`
    /// if there is none.
    @inline(__always)
    private func place(of tag: UInt32) -> Int {
        var slot = home(tag)
        while slot < limit {
            let pointer = slots + slot &* stride
            if pointer[1] == PostingTable.none || pointer[0] >= tag { break }
            slot &+= 1
        }
        return slot
    }

    @inline(__always)
    private func home(_ tag: UInt32) -> Int { Int((UInt64(tag) &* UInt64(homes)) &>> 32) }

    /// False where the room behind the last home is used up.
    private mutating func insert(_ tag: UInt32, first owner: UInt32, at slot: Int) -> Bool {
        var end = slot
        while end < limit, slots[end &* stride &+ 1] != PostingTable.none { end &+= 1 }
        guard end < limit else { return false }
        let pointer = slots + slot &* stride
        (pointer + stride).update(from: pointer, count: (end &- slot) &* stride)
        pointer[0] = tag
        pointer[1] = owner
        for index in 2..<max(2, stride) { pointer[index] = PostingTable.none }
        count &+= 1
        return true
    }

    private mutating func grow(liveFrom oldest: UInt32, _ firstHomes: Int) {
        var larger = max(firstHomes, homes + homes / 8)
        while !move(toHomes: larger, liveFrom: oldest) { larger += larger / 8 }
    }

    /// False, and nothing changed, where the room behind the last home is too small for the crowd.
    private mutating func move(toHomes homes: Int, liveFrom oldest: UInt32) -> Bool {
        let stride = stride
        var larger = PostingShard(unfilled: homes, width: width)
        var next = 0
        var source = slots
        let end = slots + limit &* stride
        while source < end {
            defer { source += stride }
            // The newest owner is the greatest where owners count up.
            guard source[1] != PostingTable.none, source[1] >= oldest else { continue }
            let home = larger.home(source[0])
            guard max(next, home) < larger.limit else {
                larger.free()
                return false
            }
            larger.clear(next..<max(next, home))
            next = max(next, home)
            let target = larger.slots + next &* stride
            for word in 0..<stride { target[word] = source[word] }
            larger.count &+= 1
            next &+= 1
        }
        larger.clear(next..<larger.limit)
        free()
        self = larger
        return true
    }

    /// How many slots there are.
    static func limit(_ homes: Int) -> Int { homes == 0 ? 1 : homes + 32 + homes / 64 }

    /// Large shards stand on huge pages: hardly two looks of an article fall on the same small one.
    /// However memory is aligned, `deallocate` gives it back: both end in free(3).
    private static func allocate(_ words: Int) -> UnsafeMutablePointer<UInt32> {
        let bytes = max(words, 1) * MemoryLayout<UInt32>.stride
        let isLarge = bytes >= 2 * HugePages.size
        let memory = UnsafeMutableRawBufferPointer.allocate(
            byteCount: bytes, alignment: isLarge ? HugePages.size : 16)
        if isLarge { HugePages.prefer(for: memory) }
        return memory.bindMemory(to: UInt32.self).baseAddress ?? .allocate(capacity: 1)
    }
}
