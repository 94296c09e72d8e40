import JSON

extension JSONWriter {
    /// How finely a time is written.
    enum Fineness { case seconds, microseconds }

    /// A member whose name is plain ASCII; nothing where there is no value.
    package mutating func member(_ name: StaticString, _ value: String?) {
        guard let value else { return }
        key(name)
        string(value)
    }

    mutating func member(_ name: StaticString, _ values: [String]) {
        guard !values.isEmpty else { return }
        key(name)
        beginArray()
        for value in values { string(value) }
        endArray()
    }

    /// As 32 hex digits.
    package mutating func string(_ identity: Identity128) {
        withUnsafeTemporaryAllocation(byteCount: 32, alignment: 1) { digits in
            for index in 0..<16 {
                let shift = UInt64(60 - index * 4)
                digits[index] = Self.hexDigit(identity.high >> shift)
                digits[index + 16] = Self.hexDigit(identity.low >> shift)
            }
            string(utf8: UnsafeRawBufferPointer(digits))
        }
    }

    /// As `YYYY-MM-DDTHH:MM:SSZ`, or with `.ffffff`: what `Moment` prints, without its strings.
    mutating func string(_ moment: Moment, _ fineness: Fineness) {
        let (year, month, day) = moment.civilDay
        guard (0...9999).contains(year) else {
            string(fineness == .seconds ? moment.toTheSecond : moment.toTheMicrosecond)
            return
        }
        let microseconds = Int(moment.microseconds - moment.seconds * 1_000_000)
        let second = Int(((moment.seconds % 86_400) + 86_400) % 86_400)
        withUnsafeTemporaryAllocation(byteCount: 27, alignment: 1) { out in
            var offset = 0
            func put(_ number: Int, _ width: Int, then mark: UInt8) {
                var rest = number
                for index in stride(from: offset + width - 1, through: offset, by: -1) {
                    out[index] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
                    rest /= 10
                }
                out[offset + width] = mark
                offset += width + 1
            }
            put(year, 4, then: 0x2D)
            put(month, 2, then: 0x2D)
            put(day, 2, then: 0x54)
            put(second / 3600, 2, then: 0x3A)
            put(second / 60 % 60, 2, then: 0x3A)
            put(second % 60, 2, then: fineness == .seconds ? 0x5A : 0x2E)
            if fineness == .microseconds { put(microseconds, 6, then: 0x5A) }
            string(utf8: UnsafeRawBufferPointer(rebasing: out[..<offset]))
        }
    }

    private static func hexDigit(_ word: UInt64) -> UInt8 {
        let value = UInt8(truncatingIfNeeded: word & 15)
        return value < 10 ? value &+ 0x30 : value &+ 0x57
    }
}
