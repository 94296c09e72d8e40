import CMarkup
import Platform

/// Character references of HTML that are left in a text: `it&#8217;s`, `Tom &amp; Jerry`,
/// `&amp;quot;Yes&amp;quot;`. Whoever made the text of a page decoded once what was encoded twice.
///
/// A text may also be about references, so that only what is certain is resolved, and what it looks
/// at is next to the reference, so that it decides the same when the text comes in again without its
/// other lines:
/// - the reference is whole, with its semicolon, and its name is one of HTML 4 or its number one of a
///   character beyond ASCII, a quotation mark or an ampersand (128 to 159 as Windows-1252 has them);
/// - it is not put between quotation marks, brackets or grave accents, as a mention is;
/// - it belongs to a word beside it, or is one of the signs that stand alone, and then between words
///   that are no `as`, `entity` or `is`, between which an ampersand or a dash never stands but a
///   mention does;
/// - `&lt;` and `&gt;` stay in any case: markup that is shown is shown on purpose.
enum LeftReferences {
    /// Nearly all texts are settled by this.
    static func mayStand(in bytes: [UInt8]) -> Bool { bytes[...].contains(bytes: [0x26]) }

    /// A line that always has references left was made to have them, and is left as it is.
    private static let mostPasses = 4

    /// A clean line with its references resolved, and clean again; perhaps nothing is left of it.
    static func resolved(inLine line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard line.contains(bytes: [0x26]) else { return line }
        var text = line
        for _ in 0..<mostPasses {
            guard let resolved = resolved(in: Array(text)) else { return text }
            // A reference may stand for a space, or for what is dropped.
            text = CleanText(cleaning: resolved).line
        }
        return line
    }

    /// The text with references resolved; nil where there are none.
    private static func resolved(in bytes: [UInt8]) -> [UInt8]? {
        var result: [UInt8] = []
        var copied = 0
        var at = 0
        while let mark = bytes[at...].firstIndex(of: 0x26) {
            at = mark + 1
            guard let reference = Reference(in: bytes, at: mark),
                isLeftOver(reference, from: mark, in: bytes)
            else { continue }
            if result.isEmpty { result.reserveCapacity(bytes.count) }
            result += bytes[copied..<mark]
            result += Array(String(Character(reference.scalar)).utf8)
            copied = reference.end
            at = copied
        }
        guard copied > 0 else { return nil }
        return result + bytes[copied...]
    }

    private static func isLeftOver(
        _ reference: Reference, from start: Int, in bytes: [UInt8]
    ) -> Bool {
        let before = bytes[..<start]
        let after = bytes[reference.end...]
        if isOpening(before), isClosing(after) { return false }
        let isAlone = isGap(before.last) && isGap(after.first)
        guard isAlone else { return true }
        return standsAlone(reference.scalar) && !isMention(before, after)
    }

    /// Signs that stand between words, with blanks around them.
    private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // & · « » – — • … € and the no-break space.
        case 0x26, 0xA0, 0xAB, 0xB7, 0xBB, 0x2013, 0x2014, 0x2022, 0x2026, 0x20AC: true
        default: false
        }
    }

    private static func isGap(_ byte: UInt8?) -> Bool {
        guard let byte else { return true }
        return byte <= 0x20
    }

    /// Quotation marks, brackets and grave accents, which put a mention apart.
    private static func isOpening(_ before: ArraySlice<UInt8>) -> Bool {
        switch before.last {
        case 0x22, 0x27, 0x28, 0x5B, 0x60: true
        case .some(0x80...):
            ["“", "‘", "„", "«", "‹"].contains { before.ends(with: Array($0.utf8)) }
        default: false
        }
    }

    private static func isClosing(_ after: ArraySlice<UInt8>) -> Bool {
        switch after.first {
        case 0x22, 0x27, 0x29, 0x5D, 0x60: true
        case .some(0x80...): ["”", "’", "“", "»", "›"].contains { after.starts(with: $0.utf8) }
        default: false
        }
    }

    /// Whether one of the words on both sides is one that a mention has and a pair of words has not.
    private static func isMention(_ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> Bool {
        let last = before.dropLast(while: { $0 <= 0x20 }).suffix(longestWord + 1)
        let next = after.drop { $0 <= 0x20 }.prefix(longestWord + 1)
        let word = last.suffix(while: \.isASCIILetter)
        let other = next.prefix(while: \.isASCIILetter)
        return [word, other].contains { mentionWords.contains($0.string.lowercased()) }
    }

    private static let longestWord = 12
    private static let mentionWords: Set<String> = [
        "entity", "entities", "reference", "references", "ampersand", "escape", "escaped",
        "escapes",
        "encode", "encoded", "code", "character", "sign", "symbol", "string", "html", "xml", "type",
        "write", "writes", "written", "use", "uses", "using", "as", "is", "are", "was", "be", "the",
        "a", "an", "of", "for", "to", "like", "called", "means", "must", "instead", "becomes",
        "into", "not", "als", "ist", "wird", "statt", "zeichen", "schreibt", "der", "die", "das",
        "est", "comme", "pour", "es", "como", "para",
    ]
}

/// A reference that is whole, with what it stands for.
private struct Reference {
    let scalar: Unicode.Scalar
    /// The index behind it.
    let end: Int

    /// - Parameter mark: the index of an ampersand.
    init?(in bytes: [UInt8], at mark: Int) {
        var at = mark + 1
        // An ampersand that was encoded again, however often.
        while let length = Self.ampersand(bytes[at...]) { at += length }
        let isEncoded = at > mark + 1
        let name = bytes[at...].prefix(10)
        guard let semicolon = name.firstIndex(of: 0x3B), semicolon > at else {
            guard isEncoded else { return nil }
            (scalar, end) = ("&", at)
            return
        }
        let inside = name[..<semicolon]
        guard inside.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x23 }) else {
            guard isEncoded else { return nil }
            (scalar, end) = ("&", at)
            return
        }
        let found = inside.first == 0x23 ? Self.number(inside.dropFirst()) : Self.named(inside)
        if let found {
            guard Self.isResolved(found) else { return nil }
            (scalar, end) = (found, semicolon + 1)
        } else {
            guard isEncoded else { return nil }
            (scalar, end) = ("&", at)
        }
    }

    /// The length of what makes an ampersand again of the one before it.
    private static func ampersand(_ rest: ArraySlice<UInt8>) -> Int? {
        for form in ["amp;", "#38;", "#038;", "#x26;"] where rest.starts(with: form.utf8) {
            return form.utf8.count
        }
        return nil
    }

    /// Never what could be a part of another reference, or of markup.
    private static func isResolved(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0xA0 || scalar == "\"" || scalar == "'"
    }

    private static func named(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
        var letters = name.map { CChar(bitPattern: $0) }
        letters.append(0)
        let value = wireroom_markup_entity(letters)
        return value == 0 ? (name.elementsEqual("apos".utf8) ? "'" : nil) : Unicode.Scalar(value)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
        let isHex = digits.first.map { $0 | 0x20 } == 0x78
        let text = (isHex ? digits.dropFirst() : digits).string
        guard (2...6).contains(text.utf8.count), let value = UInt32(text, radix: isHex ? 16 : 10)
        else { return nil }
        if (0x80...0x9F).contains(value) { return windows1252[Int(value) - 0x80] }
        // U+FFFE and its like are no characters.
        return value & 0xFFFE == 0xFFFE ? nil : Unicode.Scalar(value)
    }

    /// 0x80 to 0x9F, as browsers read their numbers.
    private static let windows1252: [Unicode.Scalar?] =
        Array("€\u{0}‚ƒ„…†‡ˆ‰Š‹Œ\u{0}Ž\u{0}\u{0}‘’“”•–—˜™š›œ\u{0}žŸ".unicodeScalars).map {
            $0.value == 0 ? nil : $0
        }
}

extension ArraySlice<UInt8> {
    fileprivate func dropLast(while drops: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        var end = endIndex
        while end > startIndex, drops(self[end - 1]) { end -= 1 }
        return self[..<end]
    }

    fileprivate func suffix(while keeps: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        var start = endIndex
        while start > startIndex, keeps(self[start - 1]) { start -= 1 }
        return self[start...]
    }
}
