/// Phrases to look for in folded lines.
struct Phrases: Sendable {
    private let all: [[UInt8]]
    /// The first bytes of the phrases, and their first pairs of bytes (in a hash of eight bits): what
    /// begins with none of these is no phrase.
    private let leads: ByteSet
    private let pairs: ByteSet

    /// Written in lower case, with plain apostrophes, colons and brackets (see Folding).
    init(_ phrases: [String]) {
        // The longest first, so that the longest that fits is found.
        let all = phrases.map { Array($0.utf8) }.sorted { $0.count > $1.count }
        self.all = all
        leads = ByteSet(all.compactMap(\.first))
        pairs = ByteSet(
            all.flatMap { phrase in
                guard let first = phrase.first else { return [UInt8]() }
                // A phrase of one byte goes with any second one.
                guard phrase.count > 1 else { return (0...255).map { Self.pair(first, $0) } }
                return [Self.pair(first, phrase[1])]
            })
    }

    private static func pair(_ first: UInt8, _ second: UInt8) -> UInt8 { first &* 31 ^ second }

    /// The length of the longest phrase that a line begins with.
    func prefix(of folded: [UInt8]) -> Int? {
        guard let first = folded.first, leads.contains(first) else { return nil }
        return all.first { folded.starts(with: $0) }?.count
    }

    /// Whether a line may begin with a phrase, told from its printed bytes: no where it says no.
    func mayBegin(_ printed: Passage) -> Bool {
        printed.withUnsafeBufferPointer { printed in
            guard let lead = printed.first else { return false }
            // What folding makes of signs and of letters beyond ASCII is not looked into.
            guard lead.isASCIILetter else { return !lead.isASCIIDigit }
            let first = lead | 0x20
            guard leads.contains(first) else { return false }
            if printed.count > 1, printed[1].isASCIILetter || printed[1] == 0x20,
                !pairs.contains(Self.pair(first, printed[1] | 0x20))
            {
                return false
            }
            return all.contains { phrase in
                for (index, byte) in phrase.enumerated() {
                    guard index < printed.count else { return false }
                    let other = printed[index]
                    if other >= 0x80 { return true }
                    if (other.isASCIIUpper ? other | 0x20 : other) != byte { return false }
                }
                return true
            }
        }
    }

    func isContained(in folded: [UInt8]) -> Bool { position(in: folded) != nil }

    /// The bounds of the last place where a phrase stands.
    func position(in folded: [UInt8]) -> Range<Int>? {
        folded.withUnsafeBufferPointer { folded in
            var at = folded.count
            while at > 0 {
                at &-= 1
                let second = at &+ 1 < folded.count ? folded[at &+ 1] : 0
                guard leads.contains(folded[at]), pairs.contains(Self.pair(folded[at], second))
                else { continue }
                let rest = UnsafeBufferPointer(rebasing: folded[at...])
                if let phrase = all.first(where: { rest.starts(with: $0) }) {
                    return at..<(at &+ phrase.count)
                }
            }
            return nil
        }
    }

    func equals(_ folded: [UInt8]) -> Bool {
        guard let first = folded.first, leads.contains(first) else { return false }
        return all.contains { $0 == folded }
    }

    func isSuffix(of folded: [UInt8]) -> Bool {
        all.contains { folded.count >= $0.count && folded.suffix($0.count).elementsEqual($0) }
    }
}

/// A set of byte values, one bit each.
struct ByteSet: Sendable {
    private var bits: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    init(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            let bit: UInt64 = 1 << UInt64(byte & 63)
            switch byte >> 6 {
            case 0: bits.0 |= bit
            case 1: bits.1 |= bit
            case 2: bits.2 |= bit
            default: bits.3 |= bit
            }
        }
    }

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
        let word =
            switch byte >> 6 {
            case 0: bits.0
            case 1: bits.1
            case 2: bits.2
            default: bits.3
            }
        return word >> UInt64(byte & 63) & 1 == 1
    }
}

extension [UInt8] {
    /// Without a full stop and closing marks at the end.
    var withoutStop: [UInt8] {
        var rest = self
        while let last = rest.last, [0x2E, 0x21, 0x29, 0x5D, 0x22, 0x20].contains(last) {
            rest.removeLast()
        }
        return rest
    }
}
