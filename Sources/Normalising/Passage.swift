import Platform

/// A stretch of clean text: UTF-8, single spaces, no line feed.
typealias Passage = ArraySlice<UInt8>

enum LetterCase { case upper, lower, none }

extension Passage {
    /// Long enough, and ended like a sentence: a paragraph of prose.
    var isProse: Bool { count >= 60 && endsSentence }

    /// Ends with a full stop, question or exclamation mark or ellipsis of any script, whatever
    /// quotation marks and brackets close after it.
    var endsSentence: Bool { sentenceMark(endingAt: withoutClosers.endIndex) }

    /// The passage without quotation marks and brackets at its end.
    var withoutClosers: Passage {
        var rest = self
        while let last = rest.last {
            switch last {
            case 0x22, 0x27, 0x29, 0x5D, 0x7D: rest.removeLast()
            case 0x80...0xBF:
                let length = Self.closer(endingAt: rest)
                if length == 0 { return rest }
                rest.removeLast(length)
            default: return rest
            }
        }
        return rest
    }

    /// The length of the quotation mark or bracket beyond ASCII that a passage ends with, or 0.
    private static func closer(endingAt passage: Passage) -> Int {
        let end = passage.endIndex
        if passage.count >= 2, passage[end - 2] == 0xC2,
            passage[end - 1] == 0xBB || passage[end - 1] == 0xAB
        {
            return 2  // » «
        }
        guard passage.count >= 3 else { return 0 }
        switch (passage[end - 3], passage[end - 2], passage[end - 1]) {
        case (0xE2, 0x80, 0x98), (0xE2, 0x80, 0x99), (0xE2, 0x80, 0x9C), (0xE2, 0x80, 0x9D),
            (0xE2, 0x80, 0xB9), (0xE2, 0x80, 0xBA),  // ‘ ’ “ ” ‹ ›
            (0xE3, 0x80, 0x89), (0xE3, 0x80, 0x8B), (0xE3, 0x80, 0x8D), (0xE3, 0x80, 0x8F),
            (0xE3, 0x80, 0x91), (0xEF, 0xBC, 0x89), (0xEF, 0xBC, 0xBD):  // 〉 》 」 』 】 ） ］
            return 3
        default: return 0
        }
    }

    /// Whether the bytes before an index end with a mark that ends sentences.
    func sentenceMark(endingAt end: Int) -> Bool {
        guard end > startIndex else { return false }
        switch self[end - 1] {
        case 0x2E, 0x21, 0x3F: return true  // . ! ?
        case 0x80...0xBF: break
        default: return false
        }
        if end - startIndex >= 3 {
            switch (self[end - 3], self[end - 2], self[end - 1]) {
            case (0xE2, 0x80, 0xA6), (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F),
                (0xEF, 0xBC, 0x8E), (0xE0, 0xA5, 0xA4):
                return true  // … 。 ！ ？ ． ।
            default: break
            }
        }
        if end - startIndex >= 2 {
            switch (self[end - 2], self[end - 1]) {
            case (0xD8, 0x9F), (0xDB, 0x94): return true  // Arabic question mark and full stop.
            default: break
            }
        }
        return false
    }

    /// Ends with a colon: it introduces what comes after it.
    var endsWithColon: Bool {
        let rest = withoutClosers
        return rest.last == 0x3A || rest.ends(with: [0xEF, 0xBC, 0x9A])
    }

    func ends(with bytes: [UInt8]) -> Bool {
        count >= bytes.count && suffix(bytes.count).elementsEqual(bytes)
    }

    /// Up to the first space.
    var firstWord: Passage { self[..<(firstIndex(of: 0x20) ?? endIndex)] }

    /// Its words, split at spaces.
    var words: [Passage] { split(separator: 0x20) }

    var wordCount: Int {
        withUnsafeBufferPointer { bytes in
            var count = bytes.isEmpty ? 0 : 1
            for byte in bytes where byte == 0x20 { count &+= 1 }
            return count
        }
    }

    /// The case of the first letter of it; none where it begins with a digit or has no case.
    var letterCase: LetterCase {
        var at = startIndex
        while at < endIndex {
            let (scalar, length) = self.scalar(at: at)
            at += length
            if scalar < 0x80 {
                switch scalar {
                case 0x41...0x5A: return .upper
                case 0x61...0x7A: return .lower
                case 0x30...0x39: return .none
                default: continue
                }
            }
            switch UnicodeData.category(of: scalar) {
            case 1, 3: return .upper
            case 2: return .lower
            case 4, 5, 9: return .none
            default: continue
            }
        }
        return .none
    }

    /// The scalar that begins at an index of the passage, and its length in bytes.
    func scalar(at index: Int) -> (scalar: UInt32, length: Int) {
        let lead = self[index]
        func continuation(_ offset: Int) -> UInt32 {
            index + offset < endIndex ? UInt32(self[index + offset] & 0x3F) : 0
        }
        switch lead {
        case ..<0xC0: return (UInt32(lead), 1)
        case ..<0xE0: return (UInt32(lead & 0x1F) << 6 | continuation(1), 2)
        case ..<0xF0:
            return (UInt32(lead & 0x0F) << 12 | continuation(1) << 6 | continuation(2), 3)
        default:
            return (
                UInt32(lead & 0x07) << 18 | continuation(1) << 12 | continuation(2) << 6
                    | continuation(3), 4
            )
        }
    }

    var string: String { String(decoding: self, as: UTF8.self) }
}

extension UInt8 {
    var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
    var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isASCIIUpper: Bool { self >= 0x41 && self <= 0x5A }
    var isASCIILower: Bool { self >= 0x61 && self <= 0x7A }
}
