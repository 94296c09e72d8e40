import JSON
import Platform

/// Fields that stand on lines of their own, a name and a value: as much of TOML as heads of articles
/// use, and what people write where YAML is meant.
///
/// Values are bare, quoted or lists of these in brackets, which may go over several lines. What is
/// none of that, as a table's name, is passed over.
enum FlatFields {
    private static let mostFields = 256

    /// A JSON object of them.
    /// - Parameter separator: what parts a name from its value.
    static func json(of bytes: UnsafeRawBufferPointer, separator: UInt8) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        var fields = 0
        var at = 0
        while at < bytes.count, fields < mostFields {
            let end = lineEnd(in: bytes, from: at)
            let name = name(in: bytes.part(at..<end), before: separator)
            guard let name else {
                at = end + 1
                continue
            }
            at = blanksEnd(in: bytes, from: at + name.end)
            writer.key(string: name.name)
            fields += 1
            if at < bytes.count, bytes[at] == 0x5B {
                at = writeList(in: bytes, from: at + 1, to: &writer)
            } else {
                let (value, next) = value(in: bytes, from: at, upTo: [0x0A])
                writer.string(value)
                at = next
            }
            at = lineEnd(in: bytes, from: at) + 1
        }
        writer.endObject()
        return writer.finish()
    }

    /// A name of letters, digits, `_`, `-` and `.`, unindented, and the index behind the separator.
    private static func name(
        in line: UnsafeRawBufferPointer, before separator: UInt8
    ) -> (name: String, end: Int)? {
        guard let index = line.firstIndex(of: separator), index > 0, index <= 64 else { return nil }
        var name = line[..<index]
        while name.last == 0x20 { name = name.dropLast() }
        if name.first == 0x22, name.last == 0x22, name.count > 2 {
            name = name.dropFirst().dropLast()
        }
        let isName = name.allSatisfy {
            ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || (0x30...0x39).contains($0) || $0 == 0x5F
                || $0 == 0x2D || $0 == 0x2E
        }
        guard isName, !name.isEmpty else { return nil }
        return (String(decoding: name, as: UTF8.self), index + 1)
    }

    private static func writeList(
        in bytes: UnsafeRawBufferPointer, from start: Int, to writer: inout JSONWriter
    ) -> Int {
        writer.beginArray()
        defer { writer.endArray() }
        var at = start
        while at < bytes.count {
            switch bytes[at] {
            case 0x5D: return at + 1
            case 0x20, 0x09, 0x0A, 0x0D, 0x2C: at += 1
            default:
                let (value, next) = value(in: bytes, from: at, upTo: [0x2C, 0x5D, 0x0A])
                if !value.isEmpty { writer.string(value) }
                at = max(next, at + 1)
            }
        }
        return at
    }

    /// A value, which ends before one of the marks where it is bare, and the index behind it.
    private static func value(
        in bytes: UnsafeRawBufferPointer, from start: Int, upTo marks: [UInt8]
    ) -> (String, Int) {
        if start < bytes.count, bytes[start] == 0x22 || bytes[start] == 0x27 {
            if let quoted = quoted(in: bytes, from: start) { return quoted }
        }
        var end = start
        while end < bytes.count, !marks.contains(bytes[end]), bytes[end] != 0x0A { end += 1 }
        return (String(decoding: bytes.part(start..<end), as: UTF8.self).trimmingBlanks, end)
    }

    private static func quoted(
        in bytes: UnsafeRawBufferPointer, from start: Int
    ) -> (String, Int)? {
        let mark = bytes[start]
        let isLong =
            start + 2 < bytes.count && bytes[start + 1] == mark && bytes[start + 2] == mark
        var value: [UInt8] = []
        var at = start + (isLong ? 3 : 1)
        while at < bytes.count {
            let byte = bytes[at]
            if byte == mark {
                if !isLong { return (String(decoding: value, as: UTF8.self), at + 1) }
                if at + 2 < bytes.count, bytes[at + 1] == mark, bytes[at + 2] == mark {
                    return (String(decoding: value, as: UTF8.self).trimmingBlanks, at + 3)
                }
            }
            if byte == 0x0A, !isLong { return nil }
            if byte == 0x5C, mark == 0x22, at + 1 < bytes.count {
                at += 1
                switch bytes[at] {
                case 0x6E: value.append(0x0A)
                case 0x74: value.append(0x09)
                default: value.append(bytes[at])
                }
            } else {
                value.append(byte)
            }
            at += 1
        }
        return nil
    }

    private static func lineEnd(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        bytes.firstIndex(ofByte: 0x0A, from: start) ?? bytes.count
    }

    private static func blanksEnd(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var at = start
        while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
        return at
    }
}
