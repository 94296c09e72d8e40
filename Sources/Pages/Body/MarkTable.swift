/// Marks by the hashes of words, in a table that is probed in a line: half of what reading the names
/// of a page costs is looking its words up.
struct MarkTable: Sendable {
    private var hashes: [UInt64]
    private var marks: [Marks]
    private let mask: Int

    init(_ entries: [(hash: UInt64, mark: Marks)]) {
        var size = 64
        while size < entries.count * 4 { size *= 2 }
        mask = size - 1
        hashes = Array(repeating: 0, count: size)
        marks = Array(repeating: [], count: size)
        for (hash, mark) in entries {
            let slot = slot(of: hash)
            hashes[slot] = hash
            marks[slot].formUnion(mark)
        }
    }

    /// Of a word that is not there, none.
    subscript(hash: UInt64) -> Marks { marks[slot(of: hash)] }

    /// Where a hash stands, or would: at most a quarter of the slots are taken.
    private func slot(of hash: UInt64) -> Int {
        // The low bits of FNV hang on few bytes alone.
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        while hashes[slot] != hash, hashes[slot] != 0 { slot = (slot + 1) & mask }
        return slot
    }
}
