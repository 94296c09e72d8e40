import Markup

/// Brings what stands in attributes and JSON-LD into one line of plain text.
enum PlainLine {
    /// Longer ones, in bytes, are none of the fields.
    static let longest = 4096
    /// An element of so many nodes is no line.
    private static let mostNodes = 2000

    /// Markup taken out, references resolved (also those that were escaped twice), blanks made
    /// single spaces; nil where nothing is left.
    static func of(_ text: String?) -> String? {
        guard let text, !text.isEmpty, text.utf8.count <= longest else { return nil }
        var bytes = Array(text.utf8)
        for _ in 0..<2 where mayHoldMarkup(bytes) {
            do throws(MarkupFault) {
                bytes = try TextBlocks.plainText(html: bytes)
            } catch {
                // Without memory for the markup the line stays as it is.
                break
            }
        }
        return joined(bytes[...])
    }

    /// Whether there is a tag, or a reference with its semicolon.
    private static func mayHoldMarkup(_ bytes: [UInt8]) -> Bool {
        for (index, byte) in bytes.enumerated() {
            if byte == 0x3C { return true }
            if byte == 0x26, bytes[(index + 1)...].prefix(12).contains(0x3B) { return true }
        }
        return false
    }

    /// All text in an element, in one line.
    static func of(_ node: Int, in tree: MarkupTree) -> String? {
        of(node + 1..<tree.end(node), in: tree)
    }

    /// All text in some nodes, in one line.
    static func of(_ nodes: Range<Int>, in tree: MarkupTree) -> String? {
        var bytes: [UInt8] = []
        var at = nodes.lowerBound
        let end = min(nodes.upperBound, nodes.lowerBound + mostNodes)
        while at < end, bytes.count <= longest {
            if tree.isText(at) {
                bytes += tree.text(at)
            } else {
                let tag = tree.tag(at)
                if tag.isHidden || tag == .noscript {
                    at = tree.end(at)
                    continue
                }
                if tag.isBlock || tag == .br { bytes.append(0x20) }
            }
            at += 1
        }
        return bytes.count > longest ? nil : joined(bytes[...])
    }

    private static func joined(_ bytes: ArraySlice<UInt8>) -> String? {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var hasBlank = false
        var at = bytes.startIndex
        while at < bytes.endIndex {
            let blank = blank(bytes[at...])
            if blank > 0 {
                hasBlank = !out.isEmpty
                at += blank
                continue
            }
            if hasBlank { out.append(0x20) }
            hasBlank = false
            out.append(bytes[at])
            at += 1
        }
        return out.isEmpty ? nil : String(decoding: out, as: UTF8.self)
    }

    /// The length of the blank or invisible character at the start, 0 where there is none.
    private static func blank(_ bytes: ArraySlice<UInt8>) -> Int {
        switch bytes[bytes.startIndex] {
        case ...0x20: 1
        case 0xC2 where bytes.starts(with: [0xC2, 0xA0]): 2
        case 0xE2 where bytes.starts(with: [0xE2, 0x80, 0x8B]): 3
        default: 0
        }
    }
}
