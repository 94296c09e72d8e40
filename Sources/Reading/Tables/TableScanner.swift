import Platform

/// Finds the rows of a table and the values in them (RFC 4180).
///
/// A quotation mark in the middle of a value stands for itself. In tables of tabs, where quotation
/// marks have no meaning by their definition and one by habit, a value that is not quoted rightly
/// is taken as it stands.
struct TableScanner {
    let delimiter: UInt8

    /// Where a value lies.
    struct Field {
        /// Without quotation marks around it.
        var range: Range<Int>
        /// Pairs of quotation marks in it are single ones.
        var isQuoted: Bool
    }

    enum Outcome {
        /// A row and where the next one begins.
        case row([Field], next: Int)
        /// At an index, something follows a quoted value.
        case stray(at: Int)
        /// A quoted value, which begins at an index, does not end.
        case open(at: Int)
    }

    /// More values are no row of articles; what is beyond them is passed over.
    private static let mostFields = 1024

    /// The row that begins at an index. At the end of the bytes a row ends, too.
    func row(in bytes: UnsafeRawBufferPointer, from start: Int) -> Outcome {
        var fields: [Field] = []
        var at = start
        while true {
            var end: Int
            var field: Field
            if at < bytes.count, bytes[at] == 0x22 {
                let closing = closingMark(in: bytes, from: at + 1)
                end = closing + 1
                field = Field(range: at + 1..<min(closing, bytes.count), isQuoted: true)
                let isClosed = closing < bytes.count
                if !isClosed || !isEnd(of: bytes, end) {
                    guard delimiter == 0x09 else {
                        return isClosed ? .stray(at: end) : .open(at: at)
                    }
                    end = plainEnd(in: bytes, from: at)
                    field = Field(range: at..<end, isQuoted: false)
                }
            } else {
                end = plainEnd(in: bytes, from: at)
                field = Field(range: at..<end, isQuoted: false)
            }
            if fields.count < Self.mostFields { fields.append(field) }
            guard end < bytes.count else { return .row(fields, next: bytes.count) }
            switch bytes[end] {
            case delimiter: at = end + 1
            case 0x0D where end + 1 < bytes.count && bytes[end + 1] == 0x0A:
                return .row(fields, next: end + 2)
            default: return .row(fields, next: end + 1)
            }
        }
    }

    /// The value of a field; what is no UTF-8 becomes U+FFFD.
    func value(of field: Field, in bytes: UnsafeRawBufferPointer) -> String {
        let raw = bytes.part(field.range)
        guard field.isQuoted, raw.firstIndex(ofByte: 0x22) != nil else {
            return String(decoding: raw, as: UTF8.self)
        }
        var value: [UInt8] = []
        value.reserveCapacity(raw.count)
        var isSecond = false
        for byte in raw {
            isSecond = byte == 0x22 && !isSecond
            if !isSecond { value.append(byte) }
        }
        return String(decoding: value, as: UTF8.self)
    }

    /// The index of the mark that closes a quoted value, or of the bytes' end.
    private func closingMark(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var at = start
        while let mark = bytes.firstIndex(ofByte: 0x22, from: at) {
            at = mark
            guard at + 1 < bytes.count, bytes[at + 1] == 0x22 else { return at }
            at += 2
        }
        return bytes.count
    }

    private func plainEnd(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var at = start
        while at < bytes.count, bytes[at] != delimiter, !isLineEnd(bytes[at]) { at += 1 }
        return at
    }

    private func isEnd(of bytes: UnsafeRawBufferPointer, _ index: Int) -> Bool {
        index >= bytes.count || bytes[index] == delimiter || isLineEnd(bytes[index])
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
