/// The first three letters of a list of phrases, to tell in a few steps what begins with none of
/// them.
struct LetterTriples: Sendable {
    /// For each pair of first letters, a bit for each third one; the lowest bit stands for any
    /// other sign or the end. A phrase whose first two bytes are no two letters has no row.
    private var rows = [UInt32](repeating: 0, count: 26 * 26)
    /// First letters before another sign or the end: "x".
    private var singles: UInt32 = 0

    init(_ phrases: [String]) {
        for phrase in phrases {
            let bytes = Array(phrase.utf8)[...]
            guard let first = bytes.first, first.isASCIILetter else { continue }
            if let row = Self.row(bytes) {
                rows[row] |= Self.bit(bytes.dropFirst(2).first)
            } else {
                singles |= Self.bit(first)
            }
        }
    }

    /// Whether a line may begin with a phrase: yes for all that does not begin with an ASCII letter,
    /// but for figures.
    func mayBegin(_ passage: Passage) -> Bool {
        guard let first = passage.first else { return false }
        guard first.isASCIILetter else { return !first.isASCIIDigit }
        guard let row = Self.row(passage) else { return singles & Self.bit(first) != 0 }
        return rows[row] & Self.bit(passage.dropFirst(2).first) != 0
    }

    private static func row(_ passage: Passage) -> Int? {
        guard passage.count > 1 else { return nil }
        let first = passage[passage.startIndex]
        let second = passage[passage.startIndex + 1]
        guard first.isASCIILetter && second.isASCIILetter else { return nil }
        return place(first) * 26 + place(second)
    }

    private static func bit(_ byte: UInt8?) -> UInt32 {
        guard let byte, byte.isASCIILetter else { return 1 }
        return 2 << UInt32(place(byte))
    }

    private static func place(_ letter: UInt8) -> Int { Int((letter | 0x20) &- 0x61) }
}
