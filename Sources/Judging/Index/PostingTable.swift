/// From a 64-bit key to the last few owners of it: open addressing in shards that grow one by one.
///
/// A slot holds 32 bits of the key and `width` owners of 32 bits, the newest first. Shard (8 bits)
/// and tag together are 40 bits of the key: of ten million keys one in 100,000 lookups meets a
/// stranger, which whoever looks has to tell apart by what the owner is. Slots stand in the order of
/// their tags (linear probing in which each run is sorted), so a search ends as soon as it has gone
/// past its tag and the table can be seven eighths full.
///
/// One shard of 256 grows at a time, by an eighth, and they start at different sizes, with their first
/// key: no addition waits for more than a 256th part of the table to move.
struct PostingTable: ~Copyable {
    static let none = UInt32.max
    private static let shardBits: UInt64 = 8
    static let shardCount = 1 << Int(shardBits)

    let width: Int
    private let shards: UnsafeMutablePointer<PostingShard>

    /// A table with `width` owners for each key, 1 or more.
    init(width: Int) {
        let count = Self.shardCount
        self.width = max(1, width)
        shards = .allocate(capacity: count)
        for index in 0..<count {
            (shards + index).initialize(to: PostingShard(width: self.width))
        }
    }

    deinit {
        for index in 0..<Self.shardCount { shards[index].free() }
        shards.deinitialize(count: Self.shardCount)
        shards.deallocate()
    }

    /// Reads the place of each key, so that the waits for memory overlap, and returns what they add up
    /// to, only so that the reads take place.
    func touch(_ keys: [UInt64]) -> UInt32 {
        var sum: UInt32 = 0
        for key in keys { sum ^= touch(key) }
        return sum
    }

    /// Reads the place of one key.
    @inline(__always)
    func touch(_ key: UInt64) -> UInt32 {
        shards[Self.shard(of: key)].peek(Self.tag(key))
    }

    /// Calls `body` with each owner of `key`, the newest first.
    @inline(__always)
    func forEachOwner(of key: UInt64, _ body: (UInt32) -> Void) {
        let shard = shards[Self.shard(of: key)]
        guard let slot = shard.find(Self.tag(key)) else { return }
        for index in 1...width {
            let owner = slot[index]
            if owner == Self.none { return }
            body(owner)
        }
    }

    /// The newest owner of `key`.
    func newest(of key: UInt64) -> UInt32? {
        shards[Self.shard(of: key)].find(Self.tag(key)).map { $0[1] }
    }

    /// Makes `owner`, which is not the greatest UInt32, the newest of `key`; the oldest of them goes.
    ///
    /// A shard that grows on this occasion keeps only keys whose newest owner is `oldest` or greater.
    mutating func add(_ owner: UInt32, to key: UInt64, liveFrom oldest: UInt32 = 0) {
        let number = Self.shard(of: key)
        shards[number].add(
            owner, tag: Self.tag(key), liveFrom: oldest, firstHomes: 256 + number / 8)
    }

    /// The number of the shard that holds `key`.
    @inline(__always)
    static func shard(of key: UInt64) -> Int { Int(key &>> (64 - shardBits)) }

    /// Looks at a shard; it is not to be kept.
    func withShard<Result>(_ number: Int, _ body: (PostingShard) -> Result) -> Result {
        body(shards[number])
    }

    /// Puts a shard that was saved, of the same width, in the place of one, and frees that.
    mutating func install(_ shard: PostingShard, at number: Int) {
        shards[number].free()
        shards[number] = shard
    }

    /// Bytes of memory in use.
    var byteCount: Int {
        (0..<Self.shardCount).reduce(0) { $0 + shards[$1].byteCount }
    }

    @inline(__always)
    private static func tag(_ key: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: key &>> (32 - shardBits))
    }
}
