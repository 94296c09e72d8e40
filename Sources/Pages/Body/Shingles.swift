/// The runs of four words of a text, as hashes.
struct Shingles {
    private var hashes: Set<UInt64> = []

    init(_ text: some Sequence<UInt8>) {
        hashes = Self.hashes(text)
    }

    /// The harmonic mean of how much of this one and of another text is in both: 0 to 1.
    func agreement(_ text: some Sequence<UInt8>) -> Double {
        let others = Self.hashes(text)
        guard !others.isEmpty, !hashes.isEmpty else { return 0 }
        let shared = others.count { hashes.contains($0) }
        return 2 * Double(shared) / Double(others.count + hashes.count)
    }

    /// Of languages without blanks each run of bytes between punctuation is a word.
    private static func hashes(_ text: some Sequence<UInt8>) -> Set<UInt64> {
        var found: Set<UInt64> = []
        var word = WordHash()
        var isInWord = false
        var last: (UInt64, UInt64, UInt64) = (0, 0, 0)
        var words = 0
        func end() {
            guard isInWord else { return }
            words += 1
            if words >= 4 {
                var mixed = last.0 &* 3 ^ last.1
                mixed = mixed &* 0x9E37_79B9_7F4A_7C15 ^ last.2
                mixed = mixed &* 0x9E37_79B9_7F4A_7C15 ^ word.value
                found.insert(mixed)
            }
            last = (last.1, last.2, word.value)
            word = WordHash()
            isInWord = false
        }
        for byte in text {
            switch byte {
            case 0x30...0x39, 0x61...0x7A, 0x80...:
                word.add(byte)
                isInWord = true
            case 0x41...0x5A:
                word.add(byte | 0x20)
                isInWord = true
            default: end()
            }
        }
        end()
        return found
    }
}
