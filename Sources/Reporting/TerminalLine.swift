import Glibc
import Logging

/// A log entry as one line: time, level, sentence, and the facts that the sentence does not hold.
enum TerminalLine {
    /// - Parameter time: Seconds since 1970; nil where who reads the line adds the time.
    static func text(
        level: Logger.Level, message: String, fields: [(name: String, value: String)],
        time: time_t?,
        inColour: Bool
    ) -> String {
        let sentence = PrintableText.line(message)
        var line = time.map { stamp($0) + " " } ?? ""
        let word = level.rawValue.padding(to: 8)
        line += inColour ? colour(of: level) + word + "\u{1B}[0m" : word
        line += " " + sentence
        for (name, value) in fields where name != EventField.messageID.rawValue {
            let value = PrintableText.line(value, limit: 256)
            if value.isEmpty || sentence.contains(value) { continue }
            let prefix = "WIREROOM_"
            let short = name.hasPrefix(prefix) ? String(name.dropFirst(prefix.utf8.count)) : name
            line += " \(PrintableText.line(short.lowercased(), limit: 64))="
            line += value.contains(" ") ? "\"\(value)\"" : value
        }
        return line
    }

    /// `YYYY-MM-DDTHH:MM:SSZ`.
    private static func stamp(_ time: time_t) -> String {
        var time = time
        var parts = tm()
        guard gmtime_r(&time, &parts) != nil else { return "-" }
        func two(_ number: CInt) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
            + "T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
    }

    private static func colour(of level: Logger.Level) -> String {
        switch level {
        case .trace, .debug: "\u{1B}[2m"
        case .info: "\u{1B}[32m"
        case .notice: "\u{1B}[1m"
        case .warning: "\u{1B}[33m"
        case .error, .critical: "\u{1B}[31m"
        }
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - utf8.count))
    }
}
