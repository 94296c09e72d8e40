import Articles

/// A date that stands somewhere in a text.
package struct FoundTime: Sendable {
    package var time: PublishedTime
    /// What stands before it, in lower case, without marks: "last updated on".
    package var before: String
}

extension TimeParser {
    /// Longer texts are not looked through.
    package static let longestSearched = 400
    private static let longestDate = 16

    /// The dates with a day in a short text, whatever stands around them, in their order; each as
    /// long as it can be read.
    package func times(in text: String) -> [FoundTime] {
        guard text.utf8.contains(where: \.isASCIIDigit),
            let tokens = TimeToken.split(text, longest: Self.longestSearched)
        else { return [] }
        var found: [FoundTime] = []
        var before: [String] = []
        var start = 0
        while start < tokens.count, found.count < 8 {
            if Self.mayBegin(tokens, start), let (time, end) = longestTime(tokens, from: start) {
                found.append(FoundTime(time: time, before: before.joined(separator: " ")))
                before = []
                start = end
                continue
            }
            if case .word(let word) = tokens[start] { before.append(word) }
            start += 1
        }
        return found
    }

    /// A number before a mark or a word, or a month.
    private static func mayBegin(_ tokens: [TimeToken], _ start: Int) -> Bool {
        switch tokens[start] {
        case .number(let value, let digits):
            if digits == 8 { return true }
            guard digits <= 2 && value <= 31 || digits == 4, start + 1 < tokens.count else {
                return false
            }
            if case .number = tokens[start + 1] { return false }
            return true
        case .word(let word): return MonthName.number(word) != nil
        case .mark: return false
        }
    }

    private func longestTime(
        _ tokens: [TimeToken], from start: Int
    ) -> (time: PublishedTime, end: Int)? {
        var end = min(tokens.count, start + Self.longestDate)
        while end > start {
            // Fillers and marks at the end are not the date's.
            if case .mark = tokens[end - 1] {
                end -= 1
                continue
            }
            var scanner = TimeScanner(Array(tokens[start..<end]), order: order)
            if let date = scanner.scan(), date.day != nil, date.month != nil {
                return time(date, "").map { ($0, end) }
            }
            end -= 1
        }
        return nil
    }

    /// Whether a word, in lower case, is the name of a month or of a day of the week.
    package static func isMonthOrWeekday(_ word: String) -> Bool {
        MonthName.isWhole(word) || CalendarWord.isWeekday(word)
    }
}
