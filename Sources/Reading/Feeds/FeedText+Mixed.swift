import Markup

/// Texts that may be HTML, wholly or in part, where nothing says what they are.
extension FeedText {
    /// The paragraphs of a text; of one with markup, what there is to read in it.
    static func mixed(_ text: [UInt8]) -> [UInt8] {
        if isHTML(text) || Markup.isUsed(in: text) { return read(text) }
        guard let plain = unescaped(text), isHTML(plain) || Markup.hasBlocks(plain) else {
            return text
        }
        return read(plain)
    }

    /// The same as one line, which may begin or end with a tag without being one.
    static func mixedLine(_ text: String) -> String {
        var text = text
        let hasMarkup = text.withUTF8 { bytes in bytes.contains(0x3C) || bytes.contains(0x26) }
        guard hasMarkup else { return text }
        let bytes = Array(text.utf8)
        let escaped = unescaped(bytes).flatMap { Markup.isUsed(in: $0) ? $0 : nil }
        // References alone are those of a headline that was taken from a page.
        let isReferring = !bytes.contains(0x3C) && looksLikeHTML(bytes)
        guard escaped != nil || isReferring || Markup.isUsed(in: bytes) else { return text }
        let plain = paragraphs(escaped ?? bytes, .html)
        return plain.isEmpty ? text : String(decoding: plain, as: UTF8.self)
    }

    /// Without elements that part paragraphs, the lines do.
    private static func read(_ text: [UInt8]) -> [UInt8] {
        guard !Markup.hasBlocks(text), !isHTML(text) else { return paragraphs(text, .html) }
        let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
        return Array(lines.map { paragraphs(Array($0), .html) }.joined(separator: [0x0A]))
    }

    /// What was escaped as a whole, once more than it had to be; nil where no tag was.
    private static func unescaped(_ text: [UInt8]) -> [UInt8]? {
        guard holdsEscapedTag(text) else { return nil }
        var plain = String(decoding: text, as: UTF8.self)
        for (reference, character) in [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
        ] {
            plain = plain.replacing(reference, with: character)
        }
        return Array(plain.utf8)
    }

    private static func holdsEscapedTag(_ text: [UInt8]) -> Bool {
        var at = 0
        while let mark = text[at...].firstIndex(of: 0x26) {
            if text[(mark + 1)...].starts(with: "lt;".utf8) { return true }
            at = mark + 1
        }
        return false
    }

    /// Tells tags that do something from those that a text speaks of.
    private enum Markup {
        private static let blocks: Set<String> = [
            "p", "div", "br", "ul", "ol", "table", "h2", "h3",
        ]
        /// A text with more of them than that is looked at no further.
        private static let mostOpen = 64

        /// Whether an element is opened and closed around something, or a line is broken.
        static func isUsed(in text: [UInt8]) -> Bool { find(in: text, onlyBlocks: false) }

        static func hasBlocks(_ text: [UInt8]) -> Bool { find(in: text, onlyBlocks: true) }

        private static func find(in text: [UInt8], onlyBlocks: Bool) -> Bool {
            var open: [String: Int] = [:]
            var at = 0
            while let start = text[at...].firstIndex(of: 0x3C) {
                at = start + 1
                guard beginsTag(text[at...]),
                    let end = text[at...].firstIndex(where: { $0 == 0x3E || $0 == 0x3C }),
                    text[end] == 0x3E
                else { continue }
                let isClosing = text[at] == 0x2F
                let name = name(text[at..<end].drop { $0 == 0x2F })
                at = end + 1
                if onlyBlocks, !blocks.contains(name) { continue }
                if name == "br" || name == "hr" || name == "img" {
                    if isGlued(start..<at, text) { return true }
                } else if !isClosing {
                    if open.count < mostOpen || open[name] != nil { open[name] = at }
                } else if let begin = open[name], isAround(begin..<start, text) {
                    return true
                }
            }
            return false
        }

        private static func name(_ tag: ArraySlice<UInt8>) -> String {
            let letters = tag.prefix { $0 > 0x20 && $0 != 0x2F && $0 != 0x3E }
            return String(decoding: letters, as: UTF8.self).lowercased()
        }

        /// In prose a blank, a bracket or a quotation mark stands before a tag, and no letter behind.
        private static func isGlued(_ tag: Range<Int>, _ text: [UInt8]) -> Bool {
            let before = tag.lowerBound > 0 ? text[tag.lowerBound - 1] : 0x20
            let after = tag.upperBound < text.count ? text[tag.upperBound] : 0x20
            let isApart = before >= 0x80 || [0x20, 0x22, 0x27, 0x28, 0x60].contains(before)
            return !isApart || after.isLetterOrDigit || after == 0x3C
        }

        /// Something stands between two tags, without blanks at both its ends.
        private static func isAround(_ inner: Range<Int>, _ text: [UInt8]) -> Bool {
            let content = text[inner]
            guard let first = content.first, let last = content.last,
                content.contains(where: { $0 > 0x20 })
            else { return false }
            return first != 0x20 || last != 0x20
        }
    }
}
