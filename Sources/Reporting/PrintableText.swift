/// Text from anywhere, made fit for a line that people read.
enum PrintableText {
    /// The text in one line: control characters, line separators and marks that turn the writing
    /// direction come out as `\n`, `\t` or `\u{1B}`, and it ends in `…` where it is longer than
    /// `limit` bytes.
    static func line(_ text: String, limit: Int = 2_048) -> String {
        var line = ""
        for scalar in text.unicodeScalars {
            guard line.utf8.count < limit else { return line + "…" }
            append(scalar, to: &line)
        }
        return line
    }

    /// The same, whole and with its lines.
    static func lines(_ text: String) -> String {
        var lines = ""
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                lines.unicodeScalars.append(scalar)
            } else {
                append(scalar, to: &lines)
            }
        }
        return lines
    }

    private static func append(_ scalar: Unicode.Scalar, to line: inout String) {
        switch scalar.value {
        case 0x0A: line += "\\n"
        case 0x0D: line += "\\r"
        case 0x09: line += "\\t"
        case 0x00..<0x20, 0x7F..<0xA0, 0x061C, 0x200E...0x200F, 0x2028...0x202E,
            0x2066...0x2069, 0xFEFF:
            line += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        default: line.unicodeScalars.append(scalar)
        }
    }
}
