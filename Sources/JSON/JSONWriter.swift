/// Writes JSON (RFC 8259) straight into a byte buffer, the members in the order they are given.
///
/// Only what the archive needs: objects, arrays, strings, integers. Strings come out as UTF-8 with
/// `"`, `\` and control characters escaped, so that a line of JSON Lines holds no line feed.
package struct JSONWriter: ~Copyable {
    /// What was written so far, after what was there before.
    package private(set) var bytes: [UInt8]
    private var needsComma = false

    package init(reserving capacity: Int = 0) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    /// A writer that appends to `buffer`; `finish` gives it back.
    package init(appendingTo buffer: consuming [UInt8]) {
        bytes = buffer
    }

    /// A writer that goes on after a member of an object that is open.
    package init(continuing buffer: consuming [UInt8]) {
        bytes = buffer
        needsComma = true
    }

    /// Appends what `body` writes to a buffer, in place.
    package static func append(
        to buffer: inout [UInt8], _ body: (inout JSONWriter) throws -> Void
    ) rethrows {
        // The buffer is moved through the writer, so that it is never copied.
        var writer = JSONWriter(appendingTo: buffer.moved())
        do {
            try body(&writer)
            buffer = writer.finish()
        } catch {
            buffer = writer.finish()
            throw error
        }
    }

    /// The bytes, taken out of the writer.
    package consuming func finish() -> [UInt8] { bytes }

    package var count: Int { bytes.count }

    package mutating func beginObject() { open(0x7B) }
    package mutating func endObject() { close(0x7D) }
    package mutating func beginArray() { open(0x5B) }
    package mutating func endArray() { close(0x5D) }

    /// The name of the next member; it must be plain ASCII without anything to escape.
    package mutating func key(_ name: StaticString) {
        separate()
        bytes.append(0x22)
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(0x22)
        bytes.append(0x3A)
        needsComma = false
    }

    /// The name of the next member, whatever it holds.
    package mutating func key(string name: String) {
        string(name)
        bytes.append(0x3A)
        needsComma = false
    }

    /// The name of the next member, from bytes that must be valid UTF-8.
    package mutating func key(utf8 name: UnsafeRawBufferPointer) {
        string(utf8: name)
        bytes.append(0x3A)
        needsComma = false
    }

    package mutating func string(_ value: String) {
        var value = value
        separate()
        value.withUTF8 { appendQuoted(UnsafeRawBufferPointer($0)) }
        needsComma = true
    }

    /// A string from bytes, which must be valid UTF-8.
    package mutating func string(utf8 value: [UInt8]) {
        separate()
        value.withUnsafeBytes { appendQuoted($0) }
        needsComma = true
    }

    /// A string from bytes, which must be valid UTF-8.
    package mutating func string(utf8 value: UnsafeRawBufferPointer) {
        separate()
        appendQuoted(value)
        needsComma = true
    }

    package mutating func integer<T: BinaryInteger>(_ value: T) {
        separate()
        bytes.append(contentsOf: String(value).utf8)
        needsComma = true
    }

    /// A value that is JSON already.
    package mutating func raw(_ json: some Collection<UInt8>) {
        separate()
        bytes.append(contentsOf: json)
        needsComma = true
    }

    package mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

    /// A value that is JSON already.
    package mutating func literal(_ json: String) {
        separate()
        bytes.append(contentsOf: json.utf8)
        needsComma = true
    }

    /// A fraction from 0 to 1 with at most four decimals and no trailing zeros (`1`, `0.9375`).
    package mutating func fraction(_ value: Double) {
        // A value that is no number says nothing; 0 claims the least.
        let tenThousandths =
            value.isNaN ? 0 : Int((min(max(value, 0), 1) * 10_000).rounded())
        separate()
        if tenThousandths == 10_000 {
            bytes.append(0x31)
        } else {
            var digits = String(10_000 + tenThousandths).dropFirst()
            while digits.last == "0" { digits.removeLast() }
            bytes.append(0x30)
            if !digits.isEmpty {
                bytes.append(0x2E)
                bytes.append(contentsOf: digits.utf8)
            }
        }
        needsComma = true
    }

    /// One byte after the value, outside JSON: the line feed of JSON Lines.
    package mutating func lineFeed() {
        bytes.append(0x0A)
        needsComma = false
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(0x2C) }
        needsComma = false
    }

    /// Runs without anything to escape are copied whole; most texts are one run a paragraph.
    private mutating func appendQuoted(_ text: UnsafeRawBufferPointer) {
        bytes.append(0x22)
        var start = 0
        while true {
            let end = JSONEscape.firstEscaped(in: text, from: start)
            bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[start..<end]))
            guard end < text.count else { break }
            appendEscaped(text[end])
            start = end + 1
        }
        bytes.append(0x22)
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        bytes.append(0x5C)
        switch byte {
        case 0x22, 0x5C: bytes.append(byte)
        case 0x0A: bytes.append(0x6E)
        case 0x0D: bytes.append(0x72)
        case 0x09: bytes.append(0x74)
        default:
            bytes.append(0x75)
            bytes.append(0x30)
            bytes.append(0x30)
            bytes.append(JSONEscape.hexDigit(byte >> 4))
            bytes.append(JSONEscape.hexDigit(byte & 15))
        }
    }
}

extension [UInt8] {
    /// The array itself, leaving an empty one behind.
    fileprivate mutating func moved() -> [UInt8] {
        var taken: [UInt8] = []
        swap(&self, &taken)
        return taken
    }
}
