/// A small generator (xorshift64*, Vigna 2016) that gives the same texts on every run.
struct RandomTexts: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 0x2545_F491_4F6C_DD1D
    }

    /// Words from a vocabulary of `vocabulary`, in sentences.
    mutating func words(_ count: Int, vocabulary: Int = 5000) -> [String] {
        (0..<count).map { place in
            let word = "w\(String(next() % UInt64(vocabulary), radix: 36))x"
            return place % 14 == 13 ? word + "." : place % 14 == 0 ? word.capitalizedFirst : word
        }
    }

    mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: next() >> 32) }
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
