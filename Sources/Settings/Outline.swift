/// What stands where in a JSON text (RFC 8259): each member's key, line and value.
///
/// Parsers of data tell no lines, and keep one of two equal keys.
struct Outline {
    enum Value: Equatable {
        case object, null
        case strings([String])
        case string(String)
        /// The digits as they stand there.
        case integer(String)
        /// The same, with a point or an exponent.
        case fraction(String)
        case bool(Bool)
    }

    struct Entry {
        var key: SettingKey
        /// Counted from 1.
        var line: Int
        var value: Value
        /// The value as it stands there, cut off after 40 bytes.
        var printed: String
    }

    /// Where the text is no JSON.
    struct SyntaxError: Error, Equatable {
        var line: Int
        var message: String
    }

    /// The members of all objects outside arrays, in the order of the text, a group before what
    /// it holds.
    private(set) var entries: [Entry] = []
    private var places: [SettingKey: Int] = [:]

    init(of json: [UInt8]) throws(SyntaxError) {
        guard String(validating: json, as: UTF8.self) != nil else {
            let line = json.count { $0 == 0x0A }
            throw SyntaxError(line: max(line, 1), message: "is not in UTF-8")
        }
        var scanner = JSONScanner(json)
        guard scanner.next == 0x7B else {
            throw SyntaxError(line: scanner.line, message: "must hold one object, { … }")
        }
        try members(of: SettingKey([]), &scanner)
        if scanner.next != nil {
            throw SyntaxError(line: scanner.line, message: "goes on after its closing }")
        }
    }

    subscript(key: SettingKey) -> Entry? { places[key].map { entries[$0] } }

    private mutating func members(
        of group: SettingKey, _ scanner: inout JSONScanner
    ) throws(SyntaxError) {
        guard group.components.count < 8 else {
            throw SyntaxError(line: scanner.line, message: "is nested too deeply")
        }
        try scanner.take(0x7B, "{")
        if scanner.takes(0x7D) { return }
        repeat {
            let line = scanner.lineOfNext
            let key = group + [try scanner.string()]
            guard places[key] == nil else {
                throw SyntaxError(line: line, message: "has \(key) twice")
            }
            try scanner.take(0x3A, "a colon")
            places[key] = entries.count
            let start = scanner.startOfNext
            if scanner.next == 0x7B {
                entries.append(Entry(key: key, line: line, value: .object, printed: "{…}"))
                try members(of: key, &scanner)
            } else {
                let value = try scanner.value()
                entries.append(
                    Entry(key: key, line: line, value: value, printed: scanner.text(from: start)))
            }
        } while try scanner.takesComma(before: 0x7D, "}")
    }
}
