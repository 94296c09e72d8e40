/// Words that differ in a few letters, as scanning and transcribing leave them: "rnonths", "1986" with
/// a letter l, two words that lost their space.
struct Damage {
    /// Passages with more letters than this are not looked at.
    private static let letters = 64
    /// Of the letters of a passage, so many may differ.
    private static let share = 0.34

    private var row: [UInt8] = []
    private var older: [UInt8] = []
    private var newer: [UInt8] = []

    /// Whether two passages are the same but for a few letters.
    ///
    /// By the edit distance (Levenshtein 1966) of letters and digits, without regard to spaces,
    /// punctuation and case; letters and digits that look alike are the same.
    mutating func isAll(between first: ArraySlice<UInt8>, and second: ArraySlice<UInt8>) -> Bool {
        guard Self.fill(&older, with: first), Self.fill(&newer, with: second) else { return false }
        // Another figure is no damage; one of which a digit became a letter is.
        if Self.figures(first) != Self.figures(second) { return false }
        let longest = max(older.count, newer.count)
        let allowed = max(1, Int(Double(longest) * Self.share))
        guard min(older.count, newer.count) > 0, longest - min(older.count, newer.count) <= allowed
        else { return false }
        // A word of one or two letters has nothing left when one is another.
        guard longest > 2 || older == newer else { return false }
        return distance() <= allowed
    }

    private mutating func distance() -> Int {
        row.removeAll(keepingCapacity: true)
        for place in 0...newer.count { row.append(UInt8(truncatingIfNeeded: place)) }
        for i in 1...older.count {
            var diagonal = row[0]
            row[0] = UInt8(truncatingIfNeeded: i)
            for j in 1...newer.count {
                let replaced = diagonal + (older[i - 1] == newer[j - 1] ? 0 : 1)
                diagonal = row[j]
                row[j] = min(replaced, min(row[j], row[j - 1]) + 1)
            }
        }
        return Int(row[newer.count])
    }

    /// What stands for digits, in words half of which are digits.
    private static func figures(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard bytes.contains(where: isDigit) else { return [] }
        return bytes.split { $0 == 0x20 || $0 == 0x0A || $0 == 0x28 || $0 == 0x2F }.flatMap {
            word in
            let letters = word.map(folded).filter { $0 != 0 }
            return word.count(where: isDigit) * 2 >= letters.count ? letters : []
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// False where there are too many.
    private static func fill(_ buffer: inout [UInt8], with bytes: ArraySlice<UInt8>) -> Bool {
        buffer.removeAll(keepingCapacity: true)
        for byte in bytes {
            let folded = folded(byte)
            guard folded != 0 else { continue }
            guard buffer.count < letters else { return false }
            buffer.append(folded)
        }
        return true
    }

    /// A letter or digit as it looks; 0 for what is none.
    private static func folded(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0x30, 0x4F, 0x6F: 0x6F  // 0 O o
        case 0x31, 0x49, 0x69, 0x4C, 0x6C, 0x7C, 0x21: 0x6C  // 1 I i L l | !
        case 0x35, 0x53, 0x73: 0x73  // 5 S s
        case 0x38, 0x42: 0x62  // 8 B
        case 0x32...0x39: byte
        case 0x41...0x5A: byte | 0x20
        case 0x61...0x7A: byte
        case 0x80...: byte
        default: 0
        }
    }
}
