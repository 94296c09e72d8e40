/// A piece of a printed date.
enum TimeToken: Equatable {
    case number(value: Int, digits: Int)
    case word(String)
    case mark(UInt8)

    /// The longest printed date that is looked at, in bytes.
    static let longest = 80

    /// Splits a date into numbers, words (in lower case) and marks; nil for what is none.
    static func split(_ text: String, longest: Int = longest) -> [TimeToken]? {
        let bytes = Folding.fold(Array(text.utf8)[...])
        guard !bytes.isEmpty, bytes.count <= longest else { return nil }
        var tokens: [TimeToken] = []
        var at = 0
        while at < bytes.count {
            let start = at
            let byte = bytes[at]
            if byte.isASCIIDigit {
                var value = 0
                while at < bytes.count, bytes[at].isASCIIDigit {
                    if at - start >= 17 { return nil }
                    value = value * 10 + Int(bytes[at] - 0x30)
                    at += 1
                }
                tokens.append(.number(value: value, digits: at - start))
            } else if byte.isASCIILetter || byte >= 0x80 {
                while at < bytes.count, bytes[at].isASCIILetter || bytes[at] >= 0x80 { at += 1 }
                tokens.append(.word(String(decoding: bytes[start..<at], as: UTF8.self)))
            } else {
                if byte != 0x20 { tokens.append(.mark(byte)) }
                at += 1
            }
        }
        return tokens
    }
}
