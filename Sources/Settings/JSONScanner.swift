/// A cursor over a JSON text that counts lines.
struct JSONScanner {
    private let bytes: [UInt8]
    private var position = 0
    private(set) var line = 1

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// The next byte that is no white space.
    var next: UInt8? {
        mutating get {
            while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
                if byte == 0x0A { line += 1 }
                position += 1
            }
            return current
        }
    }

    /// Where the next token starts.
    var startOfNext: Int {
        mutating get {
            _ = next
            return position
        }
    }

    /// The line of the next token.
    var lineOfNext: Int {
        mutating get {
            _ = next
            return line
        }
    }

    /// What was passed since `start`, in one line, cut off after 40 bytes.
    func text(from start: Int) -> String {
        let end = min(position, start + 40)
        let text = String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
            .filter { !$0.isNewline }
        return end < position ? text + "…" : text
    }

    mutating func takes(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    mutating func take(_ byte: UInt8, _ name: String) throws(Outline.SyntaxError) {
        if !takes(byte) { throw unexpected("where \(name) should be") }
    }

    /// A comma, or else the closing bracket.
    mutating func takesComma(
        before bracket: UInt8, _ name: String
    ) throws(Outline.SyntaxError) -> Bool {
        if takes(bracket) { return false }
        guard takes(0x2C) else { throw unexpected("where a comma or \(name) should be") }
        if next == bracket { throw error("has a comma before the closing \(name)") }
        return true
    }

    /// Any value but an object.
    mutating func value() throws(Outline.SyntaxError) -> Outline.Value {
        switch next {
        case 0x22?: return .string(try string())
        case 0x5B?: return try array()
        case 0x2D?, (0x30...0x39)?: return try number()
        default:
            if takes(word: "true") { return .bool(true) }
            if takes(word: "false") { return .bool(false) }
            if takes(word: "null") { return .null }
            throw unexpected("where a value should be")
        }
    }

    /// An array; no setting takes one of anything but texts.
    private mutating func array() throws(Outline.SyntaxError) -> Outline.Value {
        try take(0x5B, "[")
        if takes(0x5D) { return .strings([]) }
        var strings: [String] = []
        repeat {
            guard next == 0x22 else { throw error("has an array of something else than texts") }
            strings.append(try string())
        } while try takesComma(before: 0x5D, "]")
        return .strings(strings)
    }

    private mutating func number() throws(Outline.SyntaxError) -> Outline.Value {
        let start = position
        if current == 0x2D { position += 1 }
        let first = current
        let count = digits()
        guard count > 0 else { throw unexpected("in a number") }
        if first == 0x30, count > 1 { throw error("has a number that starts with 0") }
        var isWhole = true
        if current == 0x2E {
            isWhole = false
            position += 1
            guard digits() > 0 else { throw unexpected("in a number") }
        }
        if current == 0x65 || current == 0x45 {
            isWhole = false
            position += 1
            if current == 0x2B || current == 0x2D { position += 1 }
            guard digits() > 0 else { throw unexpected("in a number") }
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        return isWhole ? .integer(text) : .fraction(text)
    }

    /// Passes digits, and counts them.
    private mutating func digits() -> Int {
        let start = position
        while let byte = current, (0x30...0x39).contains(byte) { position += 1 }
        return position - start
    }

    private mutating func takes(word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard bytes.count - position >= length,
            word.withUTF8Buffer({ bytes[position..<position + length].elementsEqual($0) })
        else { return false }
        position += length
        return true
    }

    /// A string, decoded.
    mutating func string() throws(Outline.SyntaxError) -> String {
        guard takes(0x22) else { throw unexpected("where a name in quotes should be") }
        var decoded: [UInt8] = []
        while let byte = current, byte != 0x22 {
            guard byte >= 0x20 else { throw error("has a string without its closing quote") }
            position += 1
            if byte == 0x5C {
                decoded.append(contentsOf: Array(String(try escaped()).utf8))
            } else {
                decoded.append(byte)
            }
        }
        guard takes(0x22) else { throw error("has a string without its closing quote") }
        return String(decoding: decoded, as: UTF8.self)
    }

    private mutating func escaped() throws(Outline.SyntaxError) -> Unicode.Scalar {
        let byte = current
        position += 1
        switch byte {
        case 0x22, 0x5C, 0x2F: return Unicode.Scalar(byte ?? 0)
        case 0x62: return "\u{08}"
        case 0x66: return "\u{0C}"
        case 0x6E: return "\n"
        case 0x72: return "\r"
        case 0x74: return "\t"
        case 0x75:
            var value = try hex()
            if (0xD800..<0xDC00).contains(value), current == 0x5C {
                position += 1
                guard current == 0x75 else { throw error("has half of a surrogate pair") }
                position += 1
                let low = try hex()
                guard (0xDC00..<0xE000).contains(low) else {
                    throw error("has half of a surrogate pair")
                }
                value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(value) else {
                throw error("has half of a surrogate pair")
            }
            return scalar
        default: throw error("has an unknown escape in a string")
        }
    }

    private mutating func hex() throws(Outline.SyntaxError) -> UInt32 {
        guard bytes.count - position >= 4,
            bytes[position..<position + 4].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let value = UInt32(
                String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
        else { throw error("has a \\u without four hex digits") }
        position += 4
        return value
    }

    private func error(_ message: String) -> Outline.SyntaxError {
        Outline.SyntaxError(line: line, message: message)
    }

    private mutating func unexpected(_ place: String) -> Outline.SyntaxError {
        guard let byte = next else { return error("ends \(place)") }
        if byte == 0x2F || byte == 0x23 { return error("has a comment, which JSON does not know") }
        let character = byte > 0x20 && byte < 0x7F ? String(Unicode.Scalar(byte)) : "a character"
        return error("has \(character) \(place)")
    }
}
