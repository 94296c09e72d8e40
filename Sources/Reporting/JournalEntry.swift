import CSystemd
import Glibc

/// One entry of the journal in its native protocol, which tells fields apart by length: a value
/// may hold line feeds, `=` or any other bytes without being taken for another field.
struct JournalEntry {
    /// No path of Linux is longer than 4,096 bytes, nor three times that with bytes as %XX.
    static let longestValue = 16_384
    private static let mostFields = 64

    /// The fields, `NAME=value`, one after another.
    private(set) var bytes: [UInt8] = []
    private(set) var ranges: [Range<Int>] = []

    /// Adds a field; its name is made one of the journal's, its value cut off if it is too long.
    mutating func add(_ name: String, _ value: String) {
        guard ranges.count < Self.mostFields else { return }
        let start = bytes.count
        bytes.append(contentsOf: Self.fieldName(name).utf8)
        bytes.append(0x3D)
        var end =
            value.utf8.index(
                value.startIndex, offsetBy: Self.longestValue, limitedBy: value.utf8.endIndex)
            ?? value.utf8.endIndex
        // Never within a scalar.
        while end < value.utf8.endIndex, value.utf8[end] & 0xC0 == 0x80 {
            value.utf8.formIndex(before: &end)
        }
        bytes.append(contentsOf: value.utf8[..<end])
        ranges.append(start..<bytes.count)
    }

    /// Hands the entry to journald; 0, or a negative errno.
    func send() -> CInt {
        bytes.withUnsafeBytes { buffer in
            let parts = ranges.map { range in
                iovec(
                    // The journal only reads; iovec has no word for that.
                    iov_base: UnsafeMutableRawPointer(mutating: buffer.baseAddress)?
                        .advanced(by: range.lowerBound),
                    iov_len: range.count)
            }
            return sd_journal_sendv(parts, CInt(parts.count))
        }
    }

    /// Upper-case ASCII letters, digits and `_`, at most 64, no `_` or digit first: what the
    /// journal takes. Names that are nothing of the kind get our prefix.
    static func fieldName(_ name: String) -> String {
        let fitting = name.utf8.prefix(55).map { byte -> UInt8 in
            switch byte {
            case 0x41...0x5A, 0x30...0x39, 0x5F: byte
            case 0x61...0x7A: byte - 0x20
            default: 0x5F
            }
        }
        let isFixed = EventField(rawValue: name) != nil || reserved.contains(name)
        return isFixed ? name : "WIREROOM_" + String(decoding: fitting, as: UTF8.self)
    }

    private static let reserved: Set<String> = [
        "MESSAGE", "PRIORITY", "SYSLOG_IDENTIFIER", "CODE_FILE", "CODE_LINE", "CODE_FUNC", "TID",
    ]
}
