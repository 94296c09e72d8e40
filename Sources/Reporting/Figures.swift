/// Numbers as people read them.
enum Figures {
    /// With a comma between groups of three digits: `12,408`.
    static func grouped(_ number: Int) -> String {
        var digits = ""
        for (index, digit) in String(number.magnitude).reversed().enumerated() {
            if index > 0, index % 3 == 0 { digits.append(",") }
            digits.append(digit)
        }
        return (number < 0 ? "-" : "") + String(digits.reversed())
    }

    /// With its noun: `1 article`, `2 articles`.
    static func count(_ number: Int, _ noun: String) -> String {
        "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
    }

    /// A time span in the largest unit that it fills: `2 s`, `5 min`, `3 h`, `2 days`.
    static func span(seconds: Int) -> String {
        switch max(seconds, 0) {
        case ..<60: "\(max(seconds, 0)) s"
        case ..<3_600: "\(seconds / 60) min"
        case ..<86_400: "\(seconds / 3_600) h"
        default: count(seconds / 86_400, "day")
        }
    }
}
