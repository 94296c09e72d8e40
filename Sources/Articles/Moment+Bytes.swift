extension Moment {
    /// From `YYYY-MM-DDTHH:MM:SSZ`, with or without `.ffffff`: what the archive writes, nothing
    /// else; nil where no such time is.
    package init?(iso bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 20 || bytes.count == 27, bytes[bytes.count - 1] == 0x5A,
            bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[10] == 0x54, bytes[13] == 0x3A,
            bytes[16] == 0x3A,
            let year = Self.number(bytes, 0..<4), let month = Self.number(bytes, 5..<7),
            let day = Self.number(bytes, 8..<10), let hour = Self.number(bytes, 11..<13),
            let minute = Self.number(bytes, 14..<16), let second = Self.number(bytes, 17..<19)
        else { return nil }
        self.init(
            year: year, month: month, day: day, hour: hour, minute: minute, second: second)
        if bytes.count == 27 {
            guard bytes[19] == 0x2E, let fraction = Self.number(bytes, 20..<26) else { return nil }
            microseconds += Int64(fraction)
        }
    }

    private static func number(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
        var number = 0
        for index in range {
            let digit = bytes[index] &- 0x30
            guard digit < 10 else { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }
}
