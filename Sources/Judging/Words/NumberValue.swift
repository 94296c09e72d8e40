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

    /// Never 0.
    var hash: UInt64 {
        max(1, WordHash.mix(WordHash.number ^ significand, UInt64(truncatingIfNeeded: exponent)))
    }
}
