/// Mends what feeds most often have wrong, for documents that are not well-formed: a parser that
/// recovers leaves out what it cannot read, and with it the end of an address or a whole paragraph.
enum XMLMending {
    /// The document with bare ampersands escaped, breaks, lines and pictures of HTML closed, and
    /// without control characters that XML forbids; nil where there is nothing of the kind.
    static func mended(_ text: UnsafeRawBufferPointer) -> [UInt8]? {
        var mended: [UInt8] = []
        var copied = 0
        var at = 0
        while at < text.count {
            switch text[at] {
            case 0x26 where !beginsReference(text, at + 1):
                mended += text[copied..<at]
                if isReferenceOfWrongCase(text, at + 1) {
                    mended += [0x26, 0x23, 0x78]
                    at += 3
                } else {
                    mended += "&amp;".utf8
                    at += 1
                }
                copied = at
            case 0x3C where begins("<![CDATA[", text, at): at = end(of: "]]>", text, from: at + 9)
            case 0x3C where begins("<!--", text, at): at = end(of: "-->", text, from: at + 4)
            case 0x3C:
                at += 1
                guard let end = endOfVoid(text, at) else { continue }
                mended += text[copied..<end]
                mended.append(0x2F)
                (copied, at) = (end, end)
            case 0x00..<0x20 where text[at] != 0x09 && text[at] != 0x0A && text[at] != 0x0D:
                mended += text[copied..<at]
                at += 1
                copied = at
            default: at += 1
            }
        }
        guard copied > 0 else { return nil }
        return mended + text[copied...]
    }

    private static let voids: [StaticString] = ["br", "hr", "img", "wbr", "BR", "HR", "IMG"]

    /// Where a tag of an element that is never closed ends, unless it is closed.
    private static func endOfVoid(_ text: UnsafeRawBufferPointer, _ start: Int) -> Int? {
        for name in voids where begins(name, text, start) {
            let after = start + name.utf8CodeUnitCount
            guard after < text.count, text[after] <= 0x20 || text[after] == 0x3E,
                let end = text[after...].prefix(4096).firstIndex(of: 0x3E),
                text[end - 1] != 0x2F, !begins("</", text, end + 1) || !begins(name, text, end + 3)
            else { continue }
            return end
        }
        return nil
    }

    /// "amp;", "#39;" or "#x27;", after an ampersand.
    private static func beginsReference(_ text: UnsafeRawBufferPointer, _ start: Int) -> Bool {
        var rest = text[min(start, text.count)...].prefix(32)
        let isNumber = rest.first == 0x23
        if isNumber { rest = rest.dropFirst() }
        let isHex = isNumber && rest.first == 0x78
        if isHex { rest = rest.dropFirst() }
        let name = rest.prefix { byte in
            if isHex { return isHexDigit(byte) }
            if isNumber { return (0x30...0x39).contains(byte) }
            return (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
        }
        return !name.isEmpty && rest.dropFirst(name.count).first == 0x3B
    }

    /// "#X27;".
    private static func isReferenceOfWrongCase(
        _ text: UnsafeRawBufferPointer, _ start: Int
    ) -> Bool {
        let rest = text[min(start, text.count)...].prefix(16)
        guard rest.starts(with: "#X".utf8) else { return false }
        let digits = rest.dropFirst(2).prefix(while: isHexDigit)
        return !digits.isEmpty && rest.dropFirst(2 + digits.count).first == 0x3B
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }

    private static func begins(
        _ word: StaticString, _ text: UnsafeRawBufferPointer, _ at: Int
    ) -> Bool {
        guard at < text.count else { return false }
        return word.withUTF8Buffer { text[at...].starts(with: $0) }
    }

    private static func end(
        of mark: StaticString, _ text: UnsafeRawBufferPointer, from start: Int
    ) -> Int {
        mark.withUTF8Buffer { mark in
            var at = start
            while at + mark.count <= text.count {
                if text[at..<at + mark.count].elementsEqual(mark) { return at + mark.count }
                at += 1
            }
            return text.count
        }
    }
}
