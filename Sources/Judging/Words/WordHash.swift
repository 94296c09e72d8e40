/// 64-bit mixing for words, shingles and keys.
///
/// The multiply-and-fold step of wyhash (Wang Yi, public domain): one 64 × 64 → 128 bit product whose
/// halves are folded. The seeds are fixed (the first hexadecimal digits of π, which hide no choice),
/// so that the same text gives the same keys on every machine and a saved index stays valid.
/// Somebody who knows them can make words collide; that gives a false candidate, which verification
/// of the full texts has to pass as well, and touches nobody else's articles.
enum WordHash {
    static let seed: UInt64 = 0x243F_6A88_85A3_08D3
    static let secret: UInt64 = 0x1319_8A2E_0370_7344
    /// Marks numbers, so that no word shares its hash with one.
    static let number: UInt64 = 0xA409_3822_299F_31D0
    static let start: UInt64 = 0x4528_21E6_38D0_1377
    /// Odd, so that multiplying by it loses nothing.
    static let base: UInt64 = 0x082E_FA98_EC4E_6C89

    /// Letters of a stem.
    static let stemLength: UInt64 = 5

    @inline(__always)
    static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = (a ^ seed).multipliedFullWidth(by: b ^ secret)
        return product.high ^ product.low
    }

    /// The hash of a lower-case ASCII word, as `WordScanner` gives it.
    static func of(_ word: StaticString) -> UInt64 {
        word.withUTF8Buffer { bytes in
            var hash = Running()
            for byte in bytes { hash.append(byte) }
            return hash.finish()
        }
    }

    /// The hash of a word of fewer than sixteen letters, as `Running` gives it: the first eight, and those
    /// behind them where there are eight; the lowest byte first, zero beyond the last.
    @inline(__always)
    static func of(_ letters: UInt64, _ further: UInt64?, count: Int) -> UInt64 {
        let state = further == nil ? start : mix(start, letters)
        return mix(state ^ (further ?? letters), UInt64(truncatingIfNeeded: count))
    }

    /// The hash of the first five of the letters, or of all of a shorter word, as `Running` gives it.
    @inline(__always)
    static func stem(_ letters: UInt64, count: Int) -> UInt64 {
        let kept = (1 as UInt64) &<< (stemLength &* 8) &- 1
        return mix(start ^ (letters & kept), min(UInt64(truncatingIfNeeded: count), stemLength))
    }

    /// The hash of a word whose bytes come one by one, eight to a mixing step.
    struct Running {
        /// Not the seed, with which it would cancel out.
        private var state = WordHash.start
        private var block: UInt64 = 0
        private var shift: UInt64 = 0
        private var count: UInt64 = 0
        private var stem: UInt64 = 0

        @inline(__always)
        mutating func append(_ byte: UInt8) {
            block |= UInt64(byte) &<< shift
            shift &+= 8
            count &+= 1
            if count == WordHash.stemLength { stem = finish() }
            if shift == 64 { flush() }
        }

        /// A scalar beyond ASCII, as 24 bits.
        @inline(__always)
        mutating func append(scalar: UInt32) {
            if shift > 40 { flush() }
            block |= UInt64(scalar) &<< shift
            shift &+= 24
            count &+= 1
            if count == WordHash.stemLength { stem = finish() }
            if shift == 64 { flush() }
        }

        @inline(__always)
        private mutating func flush() {
            state = WordHash.mix(state, block)
            block = 0
            shift = 0
        }

        @inline(__always)
        func finish() -> UInt64 { WordHash.mix(state ^ block, count) }

        /// The hash of the first letters, which inflected forms have in common; of the whole of
        /// a shorter word.
        @inline(__always)
        func finishStem() -> UInt64 { count >= WordHash.stemLength ? stem : finish() }
    }
}
