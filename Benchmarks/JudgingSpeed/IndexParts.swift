import Judging

/// What the index is made of, by how it would be saved: posting tables and articles as they are in
/// memory, stories without the room that they keep to grow.
struct IndexParts {
    /// Bytes, in the order of saving.
    private(set) var bytes: [(name: String, count: Int)] = []

    init(of judge: borrowing Judge) {
        var walk = SaveWalk()
        var buffer: [UInt8] = []
        while let kind = walk.kind {
            if let part = judge.save(&walk, to: &buffer) {
                add(part.byteCount, to: "\(kind)")
            } else {
                // Where records lie is not the judge's.
                walk.advance(isLast: true)
            }
            buffer.removeAll(keepingCapacity: true)
        }
    }

    private mutating func add(_ count: Int, to name: String) {
        if bytes.last?.name == name {
            bytes[bytes.count - 1].count += count
        } else {
            bytes.append((name, count))
        }
    }
}
