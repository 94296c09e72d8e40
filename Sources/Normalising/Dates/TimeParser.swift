import Articles

/// Reads the dates that news and feeds print: ISO 8601 and RFC 3339, RFC 822 and 2822, "May 23,
/// 2025", "23. Mai 2025, 10:30 Uhr", "2025年5月23日 10:30", POSIX seconds and milliseconds.
///
/// Dates whose day and month cannot be told apart ("04/05/2025") are not guessed.
package struct TimeParser {
    /// How dates are written that are made of numbers and slashes.
    package enum DayOrder: Sendable {
        case dayFirst, monthFirst
        /// The month is first where a number of one digit stands without a zero, as Americans do
        /// (CLDR's "M/d/y"); others are not known.
        case monthFirstWithoutZeros
    }

    /// Seconds east of UTC for times without a zone.
    package var zone: Int?
    /// Where it is known; "04/05/2025" is no date where it is not.
    package var order: DayOrder?

    /// A parser of dates from places whose zone and order of day and month are known, or are not.
    package init(zone: Int?, order: DayOrder? = nil) {
        self.zone = zone
        self.order = order
    }

    /// Nil for what is no date or has no year.
    package func parse(_ printed: String) -> PublishedTime? {
        let trimmed = printed.trimmingBlanks
        guard let tokens = TimeToken.split(trimmed) else { return nil }
        if let epoch = Self.epoch(tokens, trimmed) {
            return PublishedTime(moment: epoch, precision: .second, printed: trimmed)
        }
        var scanner = TimeScanner(tokens, order: order)
        guard let date = scanner.scan() else { return nil }
        return time(date, trimmed)
    }

    func time(_ date: TimeScanner.Fields, _ printed: String) -> PublishedTime? {
        guard let year = date.year, (1000...9999).contains(year) else { return nil }
        if date.day != nil && date.month == nil { return nil }
        var hour = date.hour ?? 0
        if let isAfternoon = date.isAfternoon {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + (isAfternoon ? 12 : 0)
        }
        guard
            let wall = Moment(
                year: year, month: date.month ?? 1, day: date.day ?? 1, hour: hour,
                minute: date.minute ?? 0, second: date.second ?? 0)
        else { return nil }
        var precision: PublishedTime.Precision
        switch (date.month, date.day, date.hour, date.second) {
        case (nil, _, _, _): precision = .year
        case (_, nil, _, _): precision = .month
        case (_, _, nil, _): precision = .day
        case (_, _, _, nil): precision = .minute
        default: precision = .second
        }
        var offset = 0
        if date.hour != nil {
            if let given = date.offset {
                offset = given
            } else {
                offset = zone ?? 0
                precision = .local
            }
        }
        let moment = Moment(seconds: wall.seconds - Int64(offset))
        // A record's dates have four digits for the year.
        guard moment.seconds >= -62_135_596_800, moment.seconds <= 253_402_300_799 else {
            return nil
        }
        return PublishedTime(moment: moment, precision: precision, printed: printed)
    }

    /// POSIX seconds (of nine or ten digits: 1973 to 2286) or milliseconds.
    private static func epoch(_ tokens: [TimeToken], _ text: String) -> Moment? {
        guard case .number(let value, let digits)? = tokens.first else { return nil }
        if tokens.count == 3, tokens[1] == .mark(0x2E), case .number = tokens[2],
            (9...10).contains(digits),
            !text.contains(" ")
        {
            return Moment(seconds: Int64(value))
        }
        guard tokens.count == 1 else { return nil }
        switch digits {
        case 9, 10: return Moment(seconds: Int64(value))
        case 12, 13: return Moment(seconds: Int64(value / 1000))
        case 15, 16: return Moment(seconds: Int64(value / 1_000_000))
        default: return nil
        }
    }
}
