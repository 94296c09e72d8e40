/// The value of a number as written: significand × 10^exponent.
struct NumberValue {
    /// Without trailing zeros. Beyond 19 digits it wraps, and only tells numbers apart.
    private(set) var significand: UInt64
    private(set) var exponent: Int32

    /// `significand` × 10^`exponent`, brought into the one form in which equal values are equal.
    init(significand: UInt64, exponent: Int32 = 0) {
        self.significand = significand
        self.exponent = exponent
        while self.significand != 0, self.significand % 10 == 0 {
            self.significand /= 10
            self.exponent &+= 1
        }
        if self.significand == 0 { self.exponent = 0 }
    }

    /// With so many zeros more.
    func multiplied(byZeros zeros: Int32) -> NumberValue {
        NumberValue(significand: significand, exponent: exponent &+ zeros)
    }

    /// Whether it is `other` with fewer digits: 12.1 million for 12,141,000. Of one digit that cannot be
    /// told.
    func isRounding(of other: NumberValue) -> Bool {
        let digits = exponent &- other.exponent
        guard significand >= 10, digits > 0, digits <= 9 else { return false }
        var unit: UInt64 = 1
        for _ in 0..<digits { unit *= 10 }
        let (scaled, overflow) = significand.multipliedReportingOverflow(by: unit)
        guard !overflow else { return false }
        let distance =
            scaled > other.significand ? scaled - other.significand : other.significand - scaled
        return distance <= unit / 2
    }

    /// Never 0.
    var hash: UInt64 {
        max(1, WordHash.mix(WordHash.number ^ significand, UInt64(truncatingIfNeeded: exponent)))
    }
}
