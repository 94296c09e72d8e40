/// Why bytes are not a JSON document that can be read, and where.
package struct JSONError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong at `offset`.
    package enum Fault: Sendable, Hashable {
        /// The bytes end in the middle of the document's structure.
        case endsEarly
        /// Another byte than JSON allows there.
        case unexpected(UInt8)
        /// More after the end of the document.
        case trailing
        /// A control character that stands in a string as it is.
        case controlCharacter(UInt8)
        /// A backslash with something after it that is no escape.
        case badEscape
        /// `\uD800` to `\uDFFF` without its other half: no character.
        case loneSurrogate
        case notUTF8
        case tooDeep(limit: Int)
        /// A number beyond 64 bits and beyond a double.
        case numberTooLarge
        /// More than 1 GiB.
        case tooLarge
        /// A large document of little but punctuation.
        case tooDense
        case noMemory
        /// Refused by the parser without a fault that can be pointed at.
        case unexplained
    }

    package var fault: Fault
    /// The byte, counted from 0, at which the fault was noticed.
    package var offset: Int
    /// What would have been right there, for people ("a comma or ]").
    package var expected: String?

    package init(_ fault: Fault, at offset: Int, expected: String?) {
        self.fault = fault
        self.offset = offset
        self.expected = expected
    }

    /// The bytes may be the beginning of a longer, good document.
    package var isTruncation: Bool { fault == .endsEarly }

    /// What is wrong, without where: half a sentence, such as "expected a comma, found `x`".
    package var explanation: String {
        let wanted = expected.map { "expected \($0), " } ?? ""
        switch fault {
        case .endsEarly: return "\(wanted)but it ends there"
        case .unexpected(let byte): return "\(wanted)found \(Self.shown(byte))"
        case .trailing: return "the document is over, but more follows"
        case .controlCharacter(let byte):
            return "a string holds the control character \(Self.shown(byte)) without an escape"
        case .badEscape: return "a string holds a backslash without a valid escape after it"
        case .loneSurrogate: return "a string holds half of a surrogate pair, which is no character"
        case .notUTF8: return "the bytes are not valid UTF-8"
        case .tooDeep(let limit): return "it is nested deeper than \(limit) levels"
        case .numberTooLarge: return "a number is too large"
        case .tooLarge: return "it is longer than 1 GiB"
        case .tooDense: return "it is large and holds little but punctuation"
        case .noMemory: return "there is not enough memory for it"
        case .unexplained: return "it is not a valid document"
        }
    }

    package var description: String { "At byte \(offset): \(explanation)." }

    private static func shown(_ byte: UInt8) -> String {
        if (0x21...0x7E).contains(byte) { return "`\(Character(Unicode.Scalar(byte)))`" }
        if byte == 0x20 { return "a space" }
        if byte == 0x0A { return "a line feed" }
        let digits = String(byte, radix: 16, uppercase: true)
        return "the byte 0x\(digits.utf8.count < 2 ? "0" : "")\(digits)"
    }
}
