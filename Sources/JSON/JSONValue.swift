/// A value of a parsed document. Valid only inside the closure that was given to the parser.
package struct JSONValue {
    package enum Kind: String, Sendable {
        case object, array, string, number, bool, null
    }

    // The tape is well formed whenever the parse succeeded (see CJSON.h), so following it needs no
    // checks of its own.
    private let words: UnsafePointer<UInt64>
    private let strings: UnsafeRawPointer
    private let index: Int

    init(words: UnsafePointer<UInt64>, strings: UnsafeRawPointer, index: Int) {
        self.words = words
        self.strings = strings
        self.index = index
    }

    private var type: UInt8 { UInt8(truncatingIfNeeded: words[index] >> 56) }

    package var kind: Kind {
        switch type {
        case 0x7B: .object
        case 0x5B: .array
        case 0x22: .string
        case 0x6C, 0x75, 0x64: .number
        case 0x74, 0x66: .bool
        default: .null
        }
    }

    package var isNull: Bool { kind == .null }

    /// The UTF-8 bytes of a string; nil for other kinds.
    package var utf8: UnsafeRawBufferPointer? {
        guard type == 0x22 else { return nil }
        let start = strings + Int(words[index] & 0x00FF_FFFF_FFFF_FFFF)
        let count = Int(start.loadUnaligned(as: UInt32.self))
        return UnsafeRawBufferPointer(start: start + 4, count: count)
    }

    /// The string; nil for other kinds.
    package var string: String? {
        utf8.map { String(decoding: $0, as: UTF8.self) }
    }

    package var bool: Bool? {
        switch type {
        case 0x74: true
        case 0x66: false
        default: nil
        }
    }

    /// A whole number that fits; nil for other kinds and fractions.
    package var integer: Int64? {
        switch type {
        case 0x6C: Int64(bitPattern: words[index + 1])
        case 0x75: Int64(exactly: words[index + 1])
        default: nil
        }
    }

    /// A whole number from 0 on; nil for other kinds, fractions and negative ones.
    package var unsigned: UInt64? {
        switch type {
        case 0x6C: UInt64(exactly: Int64(bitPattern: words[index + 1]))
        case 0x75: words[index + 1]
        default: nil
        }
    }

    /// Any number, rounded to a double; nil for other kinds.
    package var double: Double? {
        switch type {
        case 0x6C: Double(Int64(bitPattern: words[index + 1]))
        case 0x75: Double(words[index + 1])
        case 0x64: Double(bitPattern: words[index + 1])
        default: nil
        }
    }

    /// A string as it is, a number or bool as JSON prints it; nil for null, arrays and objects.
    package var printed: String? {
        switch type {
        case 0x22: string
        case 0x6C: String(Int64(bitPattern: words[index + 1]))
        case 0x75: String(words[index + 1])
        case 0x64: "\(Double(bitPattern: words[index + 1]))"
        case 0x74: "true"
        case 0x66: "false"
        default: nil
        }
    }

    /// The members of an object, in their order; none for other kinds.
    package var members: Members {
        Members(values: Values(inside: type == 0x7B ? self : nil))
    }

    /// The elements of an array, in their order; none for other kinds.
    package var elements: Elements {
        Elements(values: Values(inside: type == 0x5B ? self : nil))
    }

    /// The first member of that name, compared byte by byte.
    package func member(_ name: StaticString) -> JSONValue? {
        name.withUTF8Buffer { name in
            for (key, value) in members where key.count == name.count {
                if (0..<name.count).allSatisfy({ key[$0] == name[$0] }) { return value }
            }
            return nil
        }
    }

    /// The index of the word after this value and all that is in it.
    private var end: Int {
        switch type {
        case 0x7B, 0x5B: Int(words[index] & 0xFFFF_FFFF)
        case 0x6C, 0x75, 0x64: index + 2
        default: index + 1
        }
    }

    /// What follows one after the other inside an array or object: values, or keys and values.
    struct Values {
        private var next: JSONValue?
        private let end: Int

        init(inside value: JSONValue?) {
            next = value.map {
                JSONValue(words: $0.words, strings: $0.strings, index: $0.index + 1)
            }
            // The last word inside is the closing bracket.
            end = (value?.end ?? 1) - 1
        }

        mutating func take() -> JSONValue? {
            guard let value = next, value.index < end else { return nil }
            next = JSONValue(words: value.words, strings: value.strings, index: value.end)
            return value
        }
    }

    package struct Members: Sequence, IteratorProtocol {
        var values: Values

        package mutating func next() -> (key: UnsafeRawBufferPointer, value: JSONValue)? {
            guard let key = values.take()?.utf8, let value = values.take() else { return nil }
            return (key, value)
        }
    }

    package struct Elements: Sequence, IteratorProtocol {
        var values: Values

        package mutating func next() -> JSONValue? { values.take() }
    }
}
