import Testing

@testable import Reporting

@Suite struct RepetitionLimiterTests {
    @Test func aFewInEachWindowAreTold() {
        var limiter = RepetitionLimiter(allowance: 2, windowSeconds: 60)
        let told = (0..<59).map { limiter.admits(.unreadable, reason: "x", at: $0) }
        #expect(told.enumerated().filter(\.element).map(\.offset) == [0, 1])
        let untold = RepetitionLimiter.Untold(kind: .unreadable, reason: "x", count: 57)
        let (first, second) = (limiter.drain(), limiter.drain())
        #expect(first == [untold])
        #expect(second == [])
    }

    /// An hour of the same is no hundred entries; after a quiet time it is news again.
    @Test func whatGoesOnIsToldEverMoreSeldom() {
        var limiter = RepetitionLimiter(allowance: 1, windowSeconds: 60, longestWindow: 480)
        let told = (0..<2_000).filter { limiter.admits(.unreadable, reason: "x", at: $0) }
        #expect(told == [0, 60, 180, 420, 900, 1_380, 1_860])
        let later = [10_000, 10_001, 10_060].map {
            limiter.admits(.unreadable, reason: "x", at: $0)
        }
        #expect(later == [true, false, true])
    }

    @Test func kindsAndReasonsAreApart() {
        var limiter = RepetitionLimiter(allowance: 1)
        let told = [
            limiter.admits(.unreadable, reason: "x", at: 0),
            limiter.admits(.unreadable, reason: "y", at: 0),
            limiter.admits(.immovable, reason: "x", at: 0),
            limiter.admits(.immovable, reason: "x", at: 0),
        ]
        #expect(told == [true, true, true, false])
    }

    /// Whatever the reasons, nothing is lost from the count, and the memory is bounded.
    @Test func everyEventIsToldOrCounted() {
        var limiter = RepetitionLimiter(allowance: 2, windowSeconds: 10, capacity: 16)
        var random = SplitMix64(state: 3)
        var told = 0
        var counted = 0
        for second in 0..<20_000 {
            let reason = "reason \(Int.random(in: 0..<10_000, using: &random))"
            if limiter.admits(.quarantined, reason: reason, at: second / 50) { told += 1 }
            if second % 1_000 == 999 {
                let untold = limiter.drain()
                #expect(untold.count <= 17)
                counted += untold.reduce(0) { $0 + $1.count }
            }
        }
        #expect(told + counted == 20_000)
        #expect(told < 2_000)
    }
}

/// SplitMix64 (Steele, Lea and Flood, 2014): the same numbers on every run.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
