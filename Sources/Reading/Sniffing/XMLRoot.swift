import Articles

/// The name of the outermost element of an XML document, found without parsing it.
struct XMLRoot {
    /// Without its prefix, in lower case.
    let name: String

    /// So many bytes are looked through for it: comments and licences may stand before.
    private static let reach = 65_536

    /// Nil for what does not begin like XML, or where more than a declaration stands before.
    /// - Parameter text: begins with something else than a blank.
    init?(_ text: UnsafeRawBufferPointer) {
        let text = text.part(0..<min(text.count, Self.reach))
        var at = 0
        while at < text.count {
            while at < text.count, text[at] <= 0x20 { at += 1 }
            guard at + 1 < text.count, text[at] == 0x3C else { return nil }
            if text.part(at..<text.count).starts(with: "<!--".utf8) {
                guard let end = Self.end(of: "-->", in: text, from: at + 4) else { return nil }
                at = end
            } else if text[at + 1] == 0x3F {
                guard let end = Self.end(of: "?>", in: text, from: at + 2) else { return nil }
                at = end
            } else if text[at + 1] == 0x21 {
                guard let end = Self.declarationEnd(in: text, from: at + 2) else { return nil }
                at = end
            } else {
                guard let name = Self.name(in: text, from: at + 1) else { return nil }
                self.name = name
                return
            }
        }
        return nil
    }

    private static func end(
        of mark: StaticString, in text: UnsafeRawBufferPointer, from start: Int
    ) -> Int? {
        mark.withUTF8Buffer { mark in
            var at = start
            while at + mark.count <= text.count {
                if text[at..<at + mark.count].elementsEqual(mark) { return at + mark.count }
                at += 1
            }
            return nil
        }
    }

    /// After a document type, whose own declarations stand in brackets.
    private static func declarationEnd(in text: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var isInside = false
        var quote: UInt8?
        for at in min(start, text.count)..<text.count {
            let byte = text[at]
            if let open = quote {
                if byte == open { quote = nil }
                continue
            }
            switch byte {
            case 0x22, 0x27: quote = byte
            case 0x5B: isInside = true
            case 0x5D: isInside = false
            case 0x3E where !isInside: return at + 1
            default: continue
            }
        }
        return nil
    }

    private static func name(in text: UnsafeRawBufferPointer, from start: Int) -> String? {
        var name: [UInt8] = []
        for byte in text[start...].prefix(64) {
            switch byte {
            case 0x3A: name.removeAll()
            case 0x41...0x5A: name.append(byte | 0x20)
            case 0x61...0x7A, 0x30...0x39, 0x2D, 0x2E, 0x5F, 0x80...: name.append(byte)
            default: return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
            }
        }
        return nil
    }

    /// The format whose documents have such a root; nil for others.
    var format: Format? {
        switch name {
        case "rss", "channel": .rss
        case "feed", "entry": .atom
        case "rdf": .rdf
        case "nitf": .nitf
        case "newsml": .newsML
        case "newsitem", "newsmessage", "packageitem", "conceptitem", "knowledgeitem",
            "planningitem", "catalogitem", "contentset", "contentmeta", "groupset":
            .newsMLG2
        default: nil
        }
    }
}
