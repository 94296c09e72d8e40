/// Finds where values begin and end in the bytes of a document, without parsing them.
///
/// Only brackets and strings are looked at. In a document that was parsed the answers are exact; in
/// any other they are merely somewhere inside it.
package enum JSONScanner {
    package static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    /// The first offset from `start` on that holds no white space; the count when there is none.
    package static func skipSpace(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var offset = start
        while offset < bytes.count, isSpace(bytes[offset]) { offset += 1 }
        return offset
    }

    /// The offset after the value that begins at `start`; nil when the bytes end before it does.
    package static func endOfValue(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        guard start < bytes.count else { return nil }
        switch bytes[start] {
        case 0x22: return endOfString(in: bytes, from: start)
        case 0x7B, 0x5B: break
        default:
            var offset = start
            while offset < bytes.count, !endsScalar(bytes[offset]) { offset += 1 }
            return offset
        }
        var open = 0
        var offset = start
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x22:
                guard let end = endOfString(in: bytes, from: offset) else { return nil }
                offset = end
                continue
            case 0x7B, 0x5B: open += 1
            case 0x7D, 0x5D: open -= 1
            default: break
            }
            offset += 1
            if open == 0 { return offset }
        }
        return nil
    }

    /// The offset after the string whose quotation mark is at `start`; nil when it does not end.
    package static func endOfString(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var offset = start + 1
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x22: return offset + 1
            case 0x5C: offset += 2
            default: offset += 1
            }
        }
        return nil
    }

    /// The next element of the array whose inside continues at `start` (after the opening bracket
    /// or after the element before); nil at the closing bracket.
    package static func nextElement(
        in bytes: UnsafeRawBufferPointer, from start: Int
    ) -> Range<Int>? {
        var offset = skipSpace(in: bytes, from: start)
        if offset < bytes.count, bytes[offset] == 0x2C {
            offset = skipSpace(in: bytes, from: offset + 1)
        }
        guard offset < bytes.count, bytes[offset] != 0x5D, bytes[offset] != 0x7D,
            let end = endOfValue(in: bytes, from: offset), end > offset
        else { return nil }
        return offset..<end
    }

    /// The next member of the object whose inside continues at `start`: its key with the quotation
    /// marks, and its value; nil at the closing bracket.
    package static func nextMember(
        in bytes: UnsafeRawBufferPointer, from start: Int
    ) -> (key: Range<Int>, value: Range<Int>)? {
        guard let key = nextElement(in: bytes, from: start) else { return nil }
        var offset = skipSpace(in: bytes, from: key.upperBound)
        guard offset < bytes.count, bytes[offset] == 0x3A else { return nil }
        offset = skipSpace(in: bytes, from: offset + 1)
        guard let end = endOfValue(in: bytes, from: offset), end > offset else { return nil }
        return (key, offset..<end)
    }

    private static func endsScalar(_ byte: UInt8) -> Bool {
        isSpace(byte) || byte == 0x2C || byte == 0x5D || byte == 0x7D || byte == 0x3A
    }
}
