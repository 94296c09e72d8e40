import JSON
import Markup

/// Takes the text out of an element of a feed, whose markup is escaped, in CDATA, naked or none.
enum FeedText {
    /// What an element says, or has to be guessed, of how its text is written.
    enum Form {
        /// As it is to be read.
        case plain
        /// HTML, written as text.
        case html
        /// Any of these, as base64.
        case base64
        /// Elements of XHTML in the feed itself.
        case elements
        /// Whatever it looks like: RSS does not say.
        case unknown
    }

    /// The paragraphs of an element, parted by empty lines; empty where it has no text.
    static func paragraphs(of element: MarkupElement, _ form: Form) -> [UInt8] {
        if form != .plain, element.hasElements {
            return mended(blocks(of: element.index, in: element.tree))
        }
        return mended(paragraphs(element.rawText, form))
    }

    /// References to the C1 controls ("&#146;") mean what Windows-1252 has at their places, as HTML
    /// has it, and so do the controls themselves in feeds.
    private static func mended(_ text: [UInt8]) -> [UInt8] {
        var isClean = true
        for index in text.indices.dropFirst() where text[index - 1] == 0xC2 && text[index] < 0xA0 {
            isClean = false
        }
        if isClean { return text }
        var mended = ""
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            let isControl = (0x80...0x9F).contains(scalar.value)
            let meant = isControl ? windows1252[Int(scalar.value) - 0x80] : scalar
            mended.unicodeScalars.append(meant)
        }
        return Array(mended.utf8)
    }

    /// What stands at 0x80 to 0x9F, by the Encoding Standard; the blanks are not used.
    private static let windows1252 = Array(
        "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ".unicodeScalars)

    static func paragraphs(_ text: [UInt8], _ form: Form) -> [UInt8] {
        switch form {
        case .plain: return text.trimmed
        case .base64: return base64(text).map { paragraphs($0, .unknown) } ?? text.trimmed
        case .unknown where !looksLikeHTML(text): return text.trimmed
        case .html, .elements, .unknown:
            do {
                return blocks(of: 0, in: try MarkupTree(html: text))
            } catch {
                // Without memory for its markup, the text is kept with it.
                return text.trimmed
            }
        }
    }

    /// The same as one line; nil where there is none.
    static func line(of element: MarkupElement, _ form: Form) -> String? {
        var line: [UInt8] = []
        for byte in paragraphs(of: element, form) {
            let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
            if isBlank, line.isEmpty || line.last == 0x20 { continue }
            line.append(isBlank ? 0x20 : byte)
        }
        return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
    }

    /// What was written as base64, where that is text.
    private static func base64(_ text: [UInt8]) -> [UInt8]? {
        var bytes: [UInt8] = []
        var (word, bits): (UInt32, UInt32) = (0, 0)
        for byte in text {
            let value: UInt32
            switch byte {
            case 0x41...0x5A: value = UInt32(byte) - 0x41
            case 0x61...0x7A: value = UInt32(byte) - 0x47
            case 0x30...0x39: value = UInt32(byte) + 4
            case 0x2B: value = 62
            case 0x2F: value = 63
            default: continue
            }
            word = (word << 6 | value) & 0xFFFFFF
            bits += 6
            guard bits >= 8 else { continue }
            bits -= 8
            bytes.append(UInt8(truncatingIfNeeded: word >> bits))
        }
        return bytes.withUnsafeBytes { UTF8Validation.isValid($0) } ? bytes : nil
    }

    /// What stands under pictures is no part of the report, nor is what one can press. An entry that
    /// lies in an element that was never closed is one by itself.
    private static func blocks(of node: Int, in tree: MarkupTree) -> [UInt8] {
        TextBlocks.blocks(
            of: node, in: tree,
            leavingOut: { node in
                switch tree.tag(node) {
                case .figcaption, .button, .nav: true
                case .other: tree.name(node) == "item" || tree.name(node) == "entry"
                default: false
                }
            }
        ).plainText
    }

    /// Whether a whole text is HTML: it begins and ends with a tag.
    static func isHTML(_ text: [UInt8]) -> Bool {
        guard let first = text.firstIndex(where: { $0 > 0x20 }), text[first] == 0x3C,
            let last = text.last(where: { $0 > 0x20 }), last == 0x3E
        else { return false }
        return beginsTag(text[(first + 1)...])
    }

    /// Whether a text has a tag of HTML or a reference to a character in it.
    static func looksLikeHTML(_ text: [UInt8]) -> Bool {
        var at = 0
        while let mark = text[at...].firstIndex(where: { $0 == 0x3C || $0 == 0x26 }) {
            let rest = text[(mark + 1)...]
            if text[mark] == 0x3C ? beginsTag(rest) : beginsReference(rest) { return true }
            at = mark + 1
        }
        return false
    }

    static func beginsTag(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        if rest.starts(with: "!--".utf8) { return true }
        if rest.first == 0x2F { rest = rest.dropFirst() }
        let name = rest.prefix(12).prefix(while: \.isLetterOrDigit).map {
            (0x41...0x5A).contains($0) ? $0 | 0x20 : $0
        }
        guard !name.isEmpty, let next = rest.dropFirst(name.count).first,
            next == 0x3E || next == 0x2F || next <= 0x20
        else { return false }
        return Tag(rawValue: String(decoding: name, as: UTF8.self)) != nil
    }

    /// The longest name of a character in HTML 4 has eight letters.
    private static func beginsReference(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text.prefix(10)
        if rest.first == 0x23 { rest = rest.dropFirst() }
        let name = rest.prefix(while: \.isLetterOrDigit)
        return !name.isEmpty && rest.dropFirst(name.count).first == 0x3B
    }
}

extension MarkupElement {
    /// Whether an element lies directly in it.
    var hasElements: Bool { tree.children(index).contains { !tree.isText($0) } }
}

extension UInt8 {
    var isLetterOrDigit: Bool {
        (0x30...0x39).contains(self) || (0x61...0x7A).contains(self | 0x20)
    }
}

extension [UInt8] {
    /// Without blanks at its ends.
    var trimmed: [UInt8] {
        guard let first = firstIndex(where: { $0 > 0x20 }),
            let last = lastIndex(where: { $0 > 0x20 })
        else { return [] }
        return first == 0 && last == count - 1 ? self : Array(self[first...last])
    }
}
