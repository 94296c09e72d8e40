/// Finds the first fault of a document that the parser refused: what and where.
///
/// A validator of RFC 8259 byte by byte, without recursion: slow beside simdjson, used only on what
/// is broken.
package struct JSONDiagnosis {
    private let bytes: UnsafeRawBufferPointer
    private var offset = 0
    /// What is open, innermost last: true for an object. Never longer than `depth`, and one more for
    /// what is empty.
    private var open: [Bool] = []
    private let depth: Int

    private init(_ bytes: UnsafeRawBufferPointer, depth: Int) {
        self.bytes = bytes
        self.depth = depth
    }

    /// The first fault, or nil when the bytes are a JSON document of no more levels than `depth`.
    package static func firstFault(in bytes: UnsafeRawBufferPointer, depth: Int) -> JSONError? {
        var diagnosis = JSONDiagnosis(bytes, depth: depth)
        do throws(JSONError) {
            try diagnosis.document()
            return nil
        } catch {
            return error
        }
    }

    private enum Next { case value, elementOrEnd, key, keyOrEnd, commaOrEnd }

    private mutating func document() throws(JSONError) {
        var next = Next.value
        while true {
            skipSpace()
            if open.isEmpty, next == .commaOrEnd { break }
            let wanted = expectation(next)
            guard offset < bytes.count else {
                throw JSONError(.endsEarly, at: offset, expected: wanted)
            }
            let byte = bytes[offset]
            switch (next, byte) {
            case (.elementOrEnd, 0x5D), (.keyOrEnd, 0x7D): next = close()
            case (.commaOrEnd, 0x5D) where open.last == false: next = close()
            case (.commaOrEnd, 0x7D) where open.last == true: next = close()
            case (.commaOrEnd, 0x2C):
                offset += 1
                next = open.last == true ? .key : .value
            case (.key, 0x22), (.keyOrEnd, 0x22):
                try string()
                try colon()
                next = .value
            case (.value, 0x7B), (.elementOrEnd, 0x7B), (.value, 0x5B), (.elementOrEnd, 0x5B):
                // As in the parser, what is empty is no level.
                guard open.count < depth || isEmptyInside(byte) else {
                    throw JSONError(.tooDeep(limit: depth), at: offset, expected: nil)
                }
                open.append(byte == 0x7B)
                offset += 1
                next = byte == 0x7B ? .keyOrEnd : .elementOrEnd
            case (.value, _), (.elementOrEnd, _):
                try scalar(byte, expected: wanted)
                next = .commaOrEnd
            default: throw unexpected(wanted)
            }
        }
        guard offset == bytes.count else { throw JSONError(.trailing, at: offset, expected: nil) }
    }

    /// Whether the bracket at `offset` is followed by the one that closes it.
    private func isEmptyInside(_ bracket: UInt8) -> Bool {
        let next = JSONScanner.skipSpace(in: bytes, from: offset + 1)
        return next < bytes.count && bytes[next] == bracket + 2
    }

    private mutating func close() -> Next {
        open.removeLast()
        offset += 1
        return .commaOrEnd
    }

    private func expectation(_ next: Next) -> String {
        switch next {
        case .value: open.isEmpty ? "a JSON value" : "a value"
        case .elementOrEnd: "a value or `]`"
        case .key: "a key in quotation marks"
        case .keyOrEnd: "a key in quotation marks or `}`"
        case .commaOrEnd: open.last == true ? "a comma or `}`" : "a comma or `]`"
        }
    }

    private mutating func skipSpace() {
        while offset < bytes.count, JSONScanner.isSpace(bytes[offset]) { offset += 1 }
    }

    private func unexpected(_ wanted: String?) -> JSONError {
        offset < bytes.count
            ? JSONError(.unexpected(bytes[offset]), at: offset, expected: wanted)
            : JSONError(.endsEarly, at: offset, expected: wanted)
    }

    private mutating func colon() throws(JSONError) {
        skipSpace()
        guard offset < bytes.count, bytes[offset] == 0x3A else { throw unexpected("a colon") }
        offset += 1
    }

    private mutating func scalar(_ byte: UInt8, expected wanted: String) throws(JSONError) {
        switch byte {
        case 0x22: try string()
        case 0x74: try literal("true")
        case 0x66: try literal("false")
        case 0x6E: try literal("null")
        case 0x2D, 0x30...0x39: try number()
        default: throw unexpected(wanted)
        }
    }

    private mutating func literal(_ word: StaticString) throws(JSONError) {
        for index in 0..<word.utf8CodeUnitCount {
            let wanted = word.withUTF8Buffer { $0[index] }
            guard offset < bytes.count, bytes[offset] == wanted else {
                throw unexpected("the word \(word)")
            }
            offset += 1
        }
        try endOfScalar()
    }

    private mutating func number() throws(JSONError) {
        let start = offset
        var isWhole = true
        if bytes[offset] == 0x2D { offset += 1 }
        if offset < bytes.count, bytes[offset] == 0x30 {
            offset += 1
        } else {
            try digits()
        }
        if offset < bytes.count, bytes[offset] == 0x2E {
            isWhole = false
            offset += 1
            try digits()
        }
        if offset < bytes.count, bytes[offset] | 0x20 == 0x65 {
            isWhole = false
            offset += 1
            if offset < bytes.count, bytes[offset] == 0x2B || bytes[offset] == 0x2D { offset += 1 }
            try digits()
        }
        try endOfScalar()
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        let fits =
            isWhole
            ? UInt64(text) != nil || Int64(text) != nil : Double(text)?.isFinite ?? false
        guard fits else { throw JSONError(.numberTooLarge, at: start, expected: nil) }
    }

    private mutating func digits() throws(JSONError) {
        let start = offset
        while offset < bytes.count, (0x30...0x39).contains(bytes[offset]) { offset += 1 }
        guard offset > start else { throw unexpected("a digit") }
    }

    private func endOfScalar() throws(JSONError) {
        guard offset < bytes.count else { return }
        let byte = bytes[offset]
        let isDelimiter =
            JSONScanner.isSpace(byte) || byte == 0x2C || byte == 0x5D || byte == 0x7D
            || byte == 0x3A
        if !isDelimiter { throw unexpected(expectation(.commaOrEnd)) }
    }

    private mutating func string() throws(JSONError) {
        offset += 1
        while offset < bytes.count {
            let byte = bytes[offset]
            switch byte {
            case 0x22:
                offset += 1
                return
            case 0x5C: try escape()
            case ..<0x20: throw JSONError(.controlCharacter(byte), at: offset, expected: nil)
            case ..<0x80: offset += 1
            default:
                switch UTF8Validation.sequence(at: offset, in: bytes) {
                case .scalar(let length): offset += length
                case .invalid: throw JSONError(.notUTF8, at: offset, expected: nil)
                case .cut: throw stringEnds()
                }
            }
        }
        throw stringEnds()
    }

    private func stringEnds() -> JSONError {
        JSONError(.endsEarly, at: bytes.count, expected: "the rest of a string")
    }

    private mutating func escape() throws(JSONError) {
        guard offset + 1 < bytes.count else { throw stringEnds() }
        switch bytes[offset + 1] {
        case 0x22, 0x2F, 0x5C, 0x62, 0x66, 0x6E, 0x72, 0x74: offset += 2
        case 0x75:
            let unit = try codeUnit()
            if (0xDC00...0xDFFF).contains(unit) {
                throw JSONError(.loneSurrogate, at: offset, expected: nil)
            }
            let start = offset
            offset += 6
            guard (0xD800...0xDBFF).contains(unit) else { return }
            // The other half must follow as an escape of its own.
            guard offset < bytes.count else { throw stringEnds() }
            if offset + 1 >= bytes.count, bytes[offset] == 0x5C { throw stringEnds() }
            guard bytes[offset] == 0x5C, bytes[offset + 1] == 0x75,
                (0xDC00...0xDFFF).contains(try codeUnit())
            else { throw JSONError(.loneSurrogate, at: start, expected: nil) }
            offset += 6
        default: throw JSONError(.badEscape, at: offset, expected: nil)
        }
    }

    /// The four digits of the `\u` escape at `offset`, which stays where it is.
    private func codeUnit() throws(JSONError) -> UInt32 {
        var unit: UInt32 = 0
        for index in offset + 2..<offset + 6 {
            guard index < bytes.count else { throw stringEnds() }
            guard let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue else {
                throw JSONError(.badEscape, at: offset, expected: nil)
            }
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }
}
