/// The word 3-grams of two texts, the older and the newer: what they share, and where each stands.
struct ShingleTable {
    static let length = 3

    private var keys: [UInt64] = []
    private var firstInOlder: [Int32] = []
    private var isInNewer: [Bool] = []
    private var isUsed: [Bool] = []
    /// For each place in the older text the next place with the same shingle, -1 at the end.
    private var following: [Int32] = []
    private var olderSlots: [Int32] = []
    private var newerSlots: [Int32] = []

    /// Distinct shingles.
    private(set) var olderCount = 0
    private(set) var newerCount = 0
    private(set) var sharedCount = 0

    var jaccard: Double {
        let union = olderCount + newerCount - sharedCount
        return union == 0 ? 0 : Double(sharedCount) / Double(union)
    }
    /// How much of the newer text stands in the older one, 0 to 1.
    var newerContained: Double { newerCount == 0 ? 0 : Double(sharedCount) / Double(newerCount) }
    /// How much of the older text stands in the newer one.
    var olderContained: Double { olderCount == 0 ? 0 : Double(sharedCount) / Double(olderCount) }

    mutating func fill(older: [Word], newer: [Word]) {
        var size = 64
        while size < (older.count + newer.count) * 2 { size *= 2 }
        reset(size: size)
        // Backwards, so that each shingle's first place comes to lie in the slot.
        let olderShingles = max(0, older.count - Self.length + 1)
        following = [Int32](repeating: -1, count: olderShingles)
        olderSlots = [Int32](repeating: 0, count: olderShingles)
        for place in stride(from: olderShingles - 1, through: 0, by: -1) {
            let slot = slot(of: Self.shingle(older, place))
            if firstInOlder[slot] < 0 { olderCount += 1 }
            following[place] = firstInOlder[slot]
            firstInOlder[slot] = Int32(truncatingIfNeeded: place)
            olderSlots[place] = Int32(truncatingIfNeeded: slot)
        }
        let newerShingles = max(0, newer.count - Self.length + 1)
        newerSlots = [Int32](repeating: 0, count: newerShingles)
        for place in 0..<newerShingles {
            let slot = slot(of: Self.shingle(newer, place))
            newerSlots[place] = Int32(truncatingIfNeeded: slot)
            if isInNewer[slot] { continue }
            isInNewer[slot] = true
            newerCount += 1
            if firstInOlder[slot] >= 0 { sharedCount += 1 }
        }
    }

    /// The first place in the older text, from `start` on, of the shingle at `place` in the newer one.
    ///
    /// Starts must not decrease from call to call: what lies before them is forgotten, which keeps
    /// a text of one repeated word linear.
    mutating func placeInOlder(ofNewer place: Int, from start: Int) -> Int? {
        guard place < newerSlots.count else { return nil }
        let slot = Int(newerSlots[place])
        var found = firstInOlder[slot]
        while found >= 0, Int(found) < start { found = following[Int(found)] }
        if found < 0 {
            // Used up, not absent: -2 keeps the two apart.
            if firstInOlder[slot] != -1 { firstInOlder[slot] = -2 }
            return nil
        }
        firstInOlder[slot] = found
        return Int(found)
    }

    /// Whether a shingle that covers this word of the newer text stands anywhere in the older one.
    func newerWordIsKnown(_ place: Int) -> Bool {
        for start in max(0, place - Self.length + 1)...max(0, place) where start < newerSlots.count
        {
            if firstInOlder[Int(newerSlots[start])] != -1 { return true }
        }
        return false
    }

    /// Whether a shingle that covers this word of the older text stands anywhere in the newer one.
    func olderWordIsKept(_ place: Int) -> Bool {
        for start in max(0, place - Self.length + 1)...max(0, place) where start < olderSlots.count
        {
            if isInNewer[Int(olderSlots[start])] { return true }
        }
        return false
    }

    private mutating func reset(size: Int) {
        keys = [UInt64](repeating: 0, count: size)
        firstInOlder = [Int32](repeating: -1, count: size)
        isInNewer = [Bool](repeating: false, count: size)
        isUsed = [Bool](repeating: false, count: size)
        (olderCount, newerCount, sharedCount) = (0, 0, 0)
    }

    private mutating func slot(of key: UInt64) -> Int {
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: key) & mask
        while isUsed[slot], keys[slot] != key { slot = (slot + 1) & mask }
        isUsed[slot] = true
        keys[slot] = key
        return slot
    }

    @inline(__always)
    private static func shingle(_ words: [Word], _ place: Int) -> UInt64 {
        let rolled =
            (words[place].hash &* WordHash.base &+ words[place + 1].hash) &* WordHash.base
            &+ words[place + 2].hash
        return WordHash.mix(rolled, WordHash.base)
    }
}
