/// Finds the parts of a date among its tokens. Anything that it does not understand makes the whole
/// no date: half a date is worse than none.
struct TimeScanner {
    struct Fields {
        var year: Int?
        var month: Int?
        var day: Int?
        var hour: Int?
        var minute: Int?
        var second: Int?
        /// Seconds east of UTC.
        var offset: Int?
        var isAfternoon: Bool?
    }

    private let tokens: [TimeToken]
    private var at = 0
    private var found = Fields()

    /// Which of two numbers before slashes is the day, where both may be.
    private let order: TimeParser.DayOrder?

    init(_ tokens: [TimeToken], order: TimeParser.DayOrder? = nil) {
        self.tokens = tokens
        self.order = order
    }

    private static let colon = TimeToken.mark(0x3A)
    private static let dash = TimeToken.mark(0x2D)
    private static let slash = TimeToken.mark(0x2F)
    private static let stop = TimeToken.mark(0x2E)
    private static let comma = TimeToken.mark(0x2C)
    private static let plus = TimeToken.mark(0x2B)

    mutating func scan() -> Fields? {
        while at < tokens.count {
            let progressed: Bool
            switch tokens[at] {
            case .number(let value, let digits): progressed = number(value, digits)
            case .word(let word): progressed = self.word(word)
            case .mark(let mark): progressed = self.mark(mark)
            }
            if !progressed { return nil }
        }
        // A time of day means something only on a day.
        if found.hour != nil && found.day == nil { return nil }
        // And minutes only in an hour.
        if found.hour == nil && (found.minute != nil || found.second != nil) { return nil }
        return found.year == nil ? nil : found
    }

    private func peek(_ offset: Int) -> TimeToken? {
        at + offset < tokens.count ? tokens[at + offset] : nil
    }

    private func number(at offset: Int) -> (value: Int, digits: Int)? {
        guard case .number(let value, let digits)? = peek(offset) else { return nil }
        return (value, digits)
    }

    private mutating func number(_ value: Int, _ digits: Int) -> Bool {
        if let next = number(at: 2), digits <= 2, peek(1) == Self.colon, found.hour == nil {
            return clock(value, next.value)
        }
        // 10.30 after a date, as in "23.05.2025, 10.30 Uhr".
        if let next = number(at: 2), digits <= 2, next.digits == 2, peek(1) == Self.stop,
            found.hour == nil, found.day != nil, found.year != nil
        {
            return clock(value, next.value)
        }
        if let separator = peek(1), [Self.dash, Self.slash, Self.stop].contains(separator),
            let second = number(at: 2), found.year == nil, found.month == nil
        {
            return numericDate(value, digits, separator, second)
        }
        if digits == 8 && found.year == nil {
            (found.year, found.month, found.day) = (value / 10_000, value / 100 % 100, value % 100)
            at += 1
            return true
        }
        if digits == 6 && found.day != nil && found.hour == nil && found.year != nil {
            (found.hour, found.minute, found.second) = (
                value / 10_000, value / 100 % 100, value % 100
            )
            at += 1
            return true
        }
        if digits == 4 {
            if found.year == nil {
                found.year = value
                at += 1
                if case .word("年")? = peek(0) { at += 1 }
                return true
            }
            guard found.day != nil, found.hour == nil else { return false }
            (found.hour, found.minute) = (value / 100, value % 100)
            at += 1
            return true
        }
        if case .word(let unit)? = peek(1) {
            switch unit {
            case "年", "月", "日", "時", "时", "点", "分", "秒": return han(value, unit)
            case "am", "pm", "a", "p":
                guard found.day != nil, found.hour == nil, digits <= 2 else { return false }
                found.hour = value
                at += 1
                return true
            case "st", "nd", "rd", "th", "er":
                guard found.day == nil, digits <= 2 else { return false }
                found.day = value
                at += 2
                return true
            case "h", "uhr":
                guard found.day != nil, found.hour == nil, digits <= 2 else { return false }
                found.hour = value
                at += 2
                if let minutes = number(at: 0), minutes.digits == 2 {
                    found.minute = minutes.value
                    at += 1
                }
                return true
            default: break
            }
        }
        if digits <= 2 && found.day == nil {
            found.day = value
            at += 1
            if peek(0) == Self.stop { at += 1 }
            return true
        }
        // RFC 822 has years of two digits (RFC 2822 4.3 tells their century).
        if digits == 2 && found.year == nil && found.month != nil {
            found.year = value < 50 ? 2000 + value : 1900 + value
            at += 1
            return true
        }
        return false
    }

    private mutating func han(_ value: Int, _ unit: String) -> Bool {
        switch unit {
        case "月": found.month = value
        case "日": found.day = value
        case "時", "时", "点": found.hour = value
        case "分": found.minute = value
        case "秒": found.second = value
        default: return false
        }
        at += 2
        return true
    }

    private mutating func clock(_ hour: Int, _ minute: Int) -> Bool {
        (found.hour, found.minute) = (hour, minute)
        at += 3
        if peek(0) == Self.colon, let second = number(at: 1), second.digits == 2 {
            found.second = second.value
            at += 2
            if peek(0) == Self.stop || peek(0) == Self.comma, number(at: 1) != nil { at += 2 }
        }
        return true
    }

    private mutating func numericDate(
        _ first: Int, _ digits: Int, _ separator: TimeToken, _ second: (value: Int, digits: Int)
    ) -> Bool {
        let third = peek(3) == separator ? number(at: 4) : nil
        if digits == 4 {
            found.year = first
            if let third {
                guard third.digits <= 2, second.digits <= 2 else { return false }
                (found.month, found.day) = (second.value, third.value)
                at += 5
                return true
            }
            guard separator != Self.stop, second.digits == 2 else { return false }
            found.month = second.value
            at += 3
            return true
        }
        guard let third, digits <= 2, second.digits <= 2 else { return false }
        if third.digits == 2, separator == Self.stop, digits == 2, second.digits == 2 {
            // 28.01.22: with stops and in twos, the day is first and the year last.
            (found.day, found.month, found.year) = (first, second.value, 2000 + third.value)
            at += 5
            return true
        }
        guard third.digits == 4 else { return false }
        // Stops and hyphens put the day first; slashes do or do not.
        if separator == Self.slash && first <= 12 && order != .dayFirst {
            let hasNoZero = digits == 1 || second.digits == 1 && first > 9
            guard
                second.value > 12 || second.value == first || order == .monthFirst
                    || order == .monthFirstWithoutZeros && hasNoZero
            else { return false }
            (found.month, found.day) = (first, second.value)
        } else {
            (found.day, found.month) = (first, second.value)
        }
        found.year = third.value
        at += 5
        return true
    }

    private mutating func word(_ word: String) -> Bool {
        if let month = MonthName.number(word), found.month == nil {
            found.month = month
            at += 1
            if peek(0) == Self.stop { at += 1 }
            return true
        }
        if word == "am" || word == "pm" || ((word == "a" || word == "p") && isMeridiem()) {
            guard found.hour != nil, found.isAfternoon == nil else { return false }
            found.isAfternoon = word.hasPrefix("p")
            at += word.utf8.count == 2 ? 1 : 3
            if word.utf8.count == 1 && peek(0) == Self.stop { at += 1 }
            return true
        }
        if word == "t" && found.day != nil {
            at += 1
            return true
        }
        if let offset = ZoneName.offset(word), found.hour != nil || found.day != nil {
            at += 1
            if found.offset == nil { found.offset = offset }
            return true
        }
        guard CalendarWord.isFiller(word) || CalendarWord.isWeekday(word) else { return false }
        at += 1
        return true
    }

    private func isMeridiem() -> Bool {
        if peek(1) == Self.stop, case .word("m")? = peek(2) { return true }
        return false
    }

    private mutating func mark(_ mark: UInt8) -> Bool {
        switch mark {
        case 0x2C, 0x28, 0x29, 0x7C, 0x2E:
            at += 1
            return true
        case 0x2B, 0x2D:
            guard found.hour != nil, found.offset == nil || found.offset == 0,
                let hours = number(at: 1)
            else {
                // A dash between date and time.
                at += 1
                return mark == 0x2D && found.day != nil && found.hour == nil
            }
            return offset(hours, sign: mark == 0x2B ? 1 : -1)
        default: return false
        }
    }

    private mutating func offset(_ hours: (value: Int, digits: Int), sign: Int) -> Bool {
        var seconds: Int
        if hours.digits == 4 {
            seconds = hours.value / 100 * 3600 + hours.value % 100 * 60
            at += 2
        } else if hours.digits <= 2 {
            seconds = hours.value * 3600
            at += 2
            if peek(0) == Self.colon, let minutes = number(at: 1), minutes.digits == 2 {
                seconds += minutes.value * 60
                at += 2
            }
        } else {
            return false
        }
        guard seconds <= 15 * 3600 else { return false }
        found.offset = sign * seconds
        return true
    }
}
