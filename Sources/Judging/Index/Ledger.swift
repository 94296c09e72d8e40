/// Keys with a value each, in the order in which they came, with the article that brought each.
struct Ledger<Key: Hashable> {
    private(set) var entries: [(by: Ordinal, key: Key, value: UInt32)] = []
    private var places: [Key: Int] = [:]

    var count: Int { entries.count }

    func contains(_ key: Key) -> Bool { places[key] != nil }

    subscript(key: Key) -> UInt32? { places[key].map { entries[$0].value } }

    /// Gives a key a value, another one where it has one already.
    mutating func note(_ key: Key, _ value: UInt32, by ordinal: Ordinal) {
        if let place = places[key] {
            entries[place].value = value
        } else {
            places[key] = entries.count
            entries.append((ordinal, key, value))
        }
    }

    /// Keys that came with this article or later are gone.
    mutating func forget(from ordinal: Ordinal) {
        let kept = entries.filter { $0.by < ordinal }
        guard kept.count < entries.count else { return }
        self = Ledger()
        for entry in kept { note(entry.key, entry.value, by: entry.by) }
    }
}
