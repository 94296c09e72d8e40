import Articles

/// The originals of chains whose first article is not in the index, by the ordinal that stands for it.
struct AbsentOriginals {
    /// They are added as ordinals count up, and so are in their order.
    private(set) var ordinals: [Ordinal] = []
    private(set) var originals: [ContentID] = []

    mutating func add(_ ordinal: Ordinal, _ original: ContentID) {
        ordinals.append(ordinal)
        originals.append(original)
    }

    /// Those from `ordinal` on are gone.
    mutating func forget(from ordinal: Ordinal) {
        let kept = ordinals.prefix { $0 < ordinal }.count
        ordinals.removeSubrange(kept...)
        originals.removeSubrange(kept...)
    }

    subscript(ordinal: Ordinal) -> ContentID? {
        var (low, high) = (0, ordinals.count)
        while low < high {
            let middle = low + (high - low) / 2
            if ordinals[middle] < ordinal { low = middle + 1 } else { high = middle }
        }
        return low < ordinals.count && ordinals[low] == ordinal ? originals[low] : nil
    }
}
