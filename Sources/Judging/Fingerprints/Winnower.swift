/// Chooses the fingerprints of a text by winnowing (Schleimer, Wilkerson and Aiken, "Winnowing: Local
/// Algorithms for Document Fingerprinting", SIGMOD 2003): of every `window` word 5-grams in a row,
/// the one with the smallest hash.
///
/// Two texts that share a run of `window` + 4 words share a fingerprint, wherever the run stands.
/// What a wide window chooses, a narrow one over the same words chooses too, so a long text with its
/// wide window and a short one with its narrow window meet where the run fits the wide one.
struct Winnower: ~Copyable {
    /// Words of a shingle.
    static let shingleLength = 5

    /// The window for a text of so many bytes: 16 up to some 250 words, then in proportion (which
    /// keeps an article at about 30 keys), from some 850 words with their square root, so that
    /// a text of 16 MB has a few thousand.
    ///
    /// What that costs was measured on articles of 5 KB, with 28 keys for 56 under half the window:
    /// of 200 excerpts of a tenth 198 are found for 200, of copies of half or more, and of such with
    /// sentences left out or words replaced, all as before; an article takes half the memory.
    static func window(forBytes count: Int) -> Int {
        let words = count / 6
        return max(16, min(words / 16, 24 + Int(Double(words).squareRoot())))
    }

    /// Words that are taken in before their shingles are worked out in one go.
    private static let batch = HashOrder.most

    private var window: Int
    /// The last words of the batch before, then this one's.
    private let words: UnsafeMutablePointer<UInt64>
    private var pending = 0
    /// One block of `window` shingles; behind it that of the block before, as suffix minima, ended by the
    /// greatest value.
    private var block: UnsafeMutablePointer<UInt64>
    private var blockCapacity: Int
    private var filled = 0
    private var prefix = UInt64.max
    private var hasBlock = false
    private var rolling: UInt64 = 0
    private var whole: UInt64 = 0
    /// Words, those left out that wait for the batch to be full: all of them after `finish`.
    private(set) var wordCount = 0
    private var keys: UnsafeMutablePointer<UInt64>
    private var keyCapacity: Int
    private var keyCount = 0

    init(window: Int) {
        self.window = max(1, window)
        words = .allocate(capacity: Self.shingleLength + Self.batch)
        words.initialize(repeating: 0, count: Self.shingleLength + Self.batch)
        blockCapacity = Self.blockCapacity(self.window)
        block = .allocate(capacity: blockCapacity)
        block.initialize(repeating: .max, count: blockCapacity)
        keyCapacity = 2 * Self.batch
        keys = .allocate(capacity: keyCapacity)
        keys.initialize(repeating: 0, count: keyCapacity)
    }

    deinit {
        words.deallocate()
        block.deallocate()
        keys.deallocate()
    }

    /// Makes it ready for another text, in the memory that it has.
    mutating func begin(window: Int) {
        self.window = max(1, window)
        words.update(repeating: 0, count: Self.shingleLength)
        (pending, filled, prefix, hasBlock) = (0, 0, .max, false)
        (rolling, whole, wordCount, keyCount) = (0, 0, 0, 0)
        let needed = Self.blockCapacity(self.window)
        guard needed > blockCapacity else { return }
        block.deallocate()
        block = .allocate(capacity: needed)
        block.initialize(repeating: .max, count: needed)
        blockCapacity = needed
    }

    private static func blockCapacity(_ window: Int) -> Int { 2 * window + 1 }

    /// base^5, to take the oldest word out of the rolling polynomial.
    private static let outgoing: UInt64 =
        WordHash.base &* WordHash.base &* WordHash.base &* WordHash.base &* WordHash.base

    @inline(__always)
    mutating func append(_ word: UInt64) {
        words[Self.shingleLength &+ pending] = word
        pending &+= 1
        if pending == Self.batch { flush() }
    }

    /// Turns the words that wait into shingles, in their place, and chooses among these.
    private mutating func flush() {
        var shingles = words
        var count = pending
        (rolling, whole) = Self.shingle(words, pending, rolling, whole)
        let missing = max(0, min(Self.shingleLength - 1 - wordCount, count))
        shingles += missing
        count -= missing
        wordCount += pending
        reserve(count)
        choose(from: UnsafeBufferPointer(start: shingles, count: count))
        // The shingles left the last words where they were.
        for index in 0..<Self.shingleLength { words[index] = words[pending + index] }
        pending = 0
    }

    /// Puts the hash of the shingle that ends with a word in the place of the fifth word before it, which
    /// is not needed again.
    private static func shingle(
        _ words: UnsafeMutablePointer<UInt64>, _ count: Int, _ rolling: UInt64, _ whole: UInt64
    ) -> (rolling: UInt64, whole: UInt64) {
        var rolling = rolling
        var whole = whole
        let outgoing = Self.outgoing
        for index in 0..<count {
            let word = words[index &+ shingleLength]
            whole = whole &* WordHash.base &+ word
            rolling = rolling &* WordHash.base &+ word &- words[index] &* outgoing
            words[index] = WordHash.mix(rolling, WordHash.base)
        }
        return (rolling, whole)
    }

    /// Minima of a sliding window by blocks (van Herk, 1992; Gil and Werman, 1993): the minimum of a
    /// window is that of a suffix of the block before and of a prefix of this one.
    private mutating func choose(from shingles: UnsafeBufferPointer<UInt64>) {
        var next = 0
        while next < shingles.count {
            let end = min(shingles.count, next &+ window &- filled)
            if hasBlock {
                next = slide(over: shingles, next..<end)
            } else {
                for index in next..<end {
                    prefix = min(prefix, shingles[index])
                    block[filled] = shingles[index]
                    filled &+= 1
                }
                next = end
                if filled == window { keep(prefix) }
            }
            if filled == window { turnBlock() }
        }
    }

    /// Takes in shingles of one block that has one before it, and keeps each minimum once. Without
    /// branches, as hashes cannot be foretold: what is not kept is written over.
    private mutating func slide(
        over shingles: UnsafeBufferPointer<UInt64>, _ range: Range<Int>
    ) -> Int {
        let block = block + filled
        let suffixes = block + window + 1
        let keys = keys
        var count = keyCount
        var prefix = prefix
        var last = keys[count &- 1]
        for index in 0..<range.count {
            let shingle = shingles[range.lowerBound &+ index]
            prefix = min(prefix, shingle)
            block[index] = shingle
            let smallest = min(prefix, suffixes[index])
            keys[count] = smallest
            count &+= smallest == last ? 0 : 1
            last = smallest
        }
        self.prefix = prefix
        keyCount = count
        filled &+= range.count
        return range.upperBound
    }

    private mutating func turnBlock() {
        var smallest = UInt64.max
        let block = block
        let suffixes = block + window
        suffixes[window] = smallest
        var index = window
        while index > 0 {
            index &-= 1
            smallest = min(smallest, block[index])
            suffixes[index] = smallest
        }
        hasBlock = true
        filled = 0
        prefix = .max
    }

    private mutating func keep(_ key: UInt64) {
        reserve(1)
        keys[keyCount] = key
        keyCount += 1
    }

    /// Room for so many keys more, and for one that is not kept.
    private mutating func reserve(_ count: Int) {
        guard keyCount + count + 1 > keyCapacity else { return }
        let capacity = max(keyCount + count + 1, 2 * keyCapacity)
        let larger = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
        larger.initialize(repeating: 0, count: capacity)
        larger.update(from: keys, count: keyCount)
        keys.deallocate()
        keys = larger
        keyCapacity = capacity
    }

    /// The keys, sorted, each once; none without a word.
    ///
    /// One of them stands for all words in their order: equal texts meet also where later owners have
    /// pushed out their fingerprints, or where there are none because the text is so short. The smallest of
    /// sixteen hashes is a small number; mixing spreads the keys evenly again.
    mutating func finish() -> [UInt64] {
        flush()
        guard wordCount > 0 else { return [] }
        if keyCount == 0, wordCount >= Self.shingleLength { keep(prefix) }
        for index in 0..<keyCount { keys[index] = WordHash.mix(keys[index], WordHash.start) }
        keep(WordHash.mix(whole, UInt64(truncatingIfNeeded: wordCount)))
        HashOrder.sort(UnsafeMutableBufferPointer(start: keys, count: keyCount), using: words)
        var kept = 1
        for index in 1..<keyCount where keys[index] != keys[kept - 1] {
            keys[kept] = keys[index]
            kept += 1
        }
        return Array(UnsafeBufferPointer(start: keys, count: kept))
    }
}
