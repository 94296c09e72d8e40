import Platform

/// A point in time: microseconds since 1970-01-01T00:00:00Z, leap seconds not counted (POSIX).
package struct Moment: Sendable, Hashable, Comparable, BitwiseCopyable {
    package var microseconds: Int64

    package init(microseconds: Int64) { self.microseconds = microseconds }

    /// Seconds since 1970, a fraction rounded down.
    package init(seconds: Int64) { microseconds = seconds &* 1_000_000 }

    /// The UTC time of a date of the Gregorian calendar; nil where no such date or time is.
    package init?(
        year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0
    ) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Self.days(inMonth: month, of: year)).contains(day),
            (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second)
        else { return nil }
        let days = Self.daysSince1970(year: year, month: month, day: day)
        self.init(seconds: Int64(days * 86_400 + hour * 3_600 + minute * 60 + second))
    }

    /// The time of day, by the machine's clock.
    package static var now: Moment { Moment(microseconds: SystemClock.now / 1000) }

    package static func < (a: Moment, b: Moment) -> Bool { a.microseconds < b.microseconds }

    /// Whole seconds since 1970, rounded down.
    package var seconds: Int64 {
        microseconds >= 0 ? microseconds / 1_000_000 : (microseconds - 999_999) / 1_000_000
    }

    /// `YYYY-MM-DDTHH:MM:SSZ`.
    package var toTheSecond: String { "\(day)T\(clock)Z" }

    /// `YYYY-MM-DDTHH:MM:SS.ffffffZ`.
    package var toTheMicrosecond: String {
        "\(day)T\(clock).\(Self.padded(Int(microseconds - seconds * 1_000_000), 6))Z"
    }

    /// The UTC day, `YYYY-MM-DD`.
    package var day: String {
        let (year, month, day) = Self.civil(days: daysSince1970)
        return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    }

    /// Year, month and day, in UTC.
    var civilDay: (year: Int, month: Int, day: Int) { Self.civil(days: daysSince1970) }

    private var clock: String {
        let second = Int(seconds) - daysSince1970 * 86_400
        return
            "\(Self.padded(second / 3600, 2)):\(Self.padded(second / 60 % 60, 2)):\(Self.padded(second % 60, 2))"
    }

    private var daysSince1970: Int {
        let seconds = Int(self.seconds)
        return seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    package static func days(inMonth month: Int, of year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        switch month {
        case 2: return isLeap ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }

    /// Years are counted from March, so that the leap day is the last of its year and months have
    /// regular lengths of (153 m + 2) / 5 days; eras of 400 years repeat exactly (146,097 days).
    private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private static func civil(days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}
