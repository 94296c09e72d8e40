/// The natural logarithm without a C library, the same to the last bit on every machine: a story must
/// not depend on where the archive is read again.
enum Logarithm {
    /// Of a normal number above 0, to about 1 part in 100,000.
    static func of(_ value: Float) -> Float {
        // value = 2^exponent × significand with significand in 1..<2; ln(s) = 2 artanh((s-1)/(s+1)).
        let ratio = (value.significand - 1) / (value.significand + 1)
        let square = ratio * ratio
        let series =
            2 * ratio * (1 + square * (1 / 3 + square * (1 / 5 + square * (1 / 7 + square / 9))))
        return Float(value.exponent) * 0.693_147_2 + series
    }
}
