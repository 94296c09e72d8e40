/// Names that gave way to other ones, from one text to another.
struct NameReplacements {
    private struct Replacement: Hashable {
        var older: UInt64
        var newer: UInt64
    }

    private var counts: [Replacement: Int] = [:]

    mutating func removeAll() { counts.removeAll(keepingCapacity: true) }

    /// Notes one name in the place of another.
    mutating func note(_ edit: Alignment.Edit, older: WordList, newer: WordList) {
        guard older.capitalsMean, newer.capitalsMean, edit.older.count == edit.newer.count,
            edit.older.count <= 3
        else { return }
        for (old, new) in zip(edit.older, edit.newer) {
            let (old, new) = (older.words[old], newer.words[new])
            guard old.traits.contains(.capitalised), new.traits.contains(.capitalised) else {
                continue
            }
            counts[Replacement(older: old.hash, newer: new.hash), default: 0] += 1
        }
    }

    /// How many names that stand in several places have given way to another in all of them.
    func subjects(older: WordList, newer: WordList) -> Int {
        let several = counts.filter { $0.value >= 2 }
        guard !several.isEmpty else { return 0 }
        let olderWords = Self.capitalised(older)
        let newerWords = Self.capitalised(newer)
        return several.keys.count {
            !newerWords.contains($0.older) && !olderWords.contains($0.newer)
        }
    }

    /// "The Exchange" may give way while "an exchange" stays.
    private static func capitalised(_ list: WordList) -> Set<UInt64> {
        Set(list.words.lazy.filter { $0.traits.contains(.capitalised) }.map(\.hash))
    }
}
