import Markup

extension MarkupElement {
    /// How the text of an element is written, by what it says itself, else by what its format has.
    /// - Parameter isAtom: text is to be taken as it stands unless something else is said.
    func form(isAtom: Bool) -> FeedText.Form {
        switch attribute("mode")?.lowercased() {
        case "escaped": return escapedForm
        case "base64": return .base64
        default: break
        }
        switch attribute("type")?.lowercased() {
        case "html", "text/html": return .html
        case "xhtml", "application/xhtml+xml": return .elements
        case "text", "text/plain": return isAtom && !hasElements ? .plain : .unknown
        case nil: return isAtom && !hasElements ? .plain : .unknown
        case "application/octet-stream": return .base64
        default: return hasElements ? .elements : .unknown
        }
    }

    /// Atom 0.3: what is escaped, by its type.
    private var escapedForm: FeedText.Form {
        switch attribute("type")?.lowercased() {
        case "text/html", "application/xhtml+xml", "html", "xhtml": .html
        case nil, "text/plain": .unknown
        default: .unknown
        }
    }

    /// The beginning of the text in it, as one line; nil where it has none.
    ///
    /// Fields are short. In an element that was never closed lies all that follows, so that reading
    /// the whole of each would take time without end.
    var word: String? {
        var text: [UInt8] = []
        for node in (index + 1..<tree.end(index)).prefix(256) where tree.isText(node) {
            for byte in tree.text(node).prefix(8192 - text.count) {
                let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
                if isBlank, text.isEmpty || text.last == 0x20 { continue }
                text.append(isBlank ? 0x20 : byte)
            }
            if text.count >= 8192 { break }
        }
        if text.last == 0x20 { text.removeLast() }
        return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
    }

    /// The name of a category: its label only where the term is an address or the like.
    var category: String? {
        guard let term = attribute("term") else { return attribute("label") ?? word }
        return term.contains(":") || term.contains("/") ? attribute("label") ?? term : term
    }

    /// The name of whom an element of an author tells: Atom has one in an element, RSS an address
    /// with the name in brackets.
    var personName: String? {
        if hasElements {
            return child("name")?.word ?? child("Person")?.child("name")?.word
                ?? child("email")?.word
        }
        guard let text = word else { return nil }
        if let open = text.lastIndex(of: "("), text.hasSuffix(")") {
            let name = text[text.index(after: open)...].dropLast()
            let before = text[..<open]
            if !name.isEmpty, before.contains("@") { return String(name) }
            if name.contains("@"), !before.isEmpty { return before.withoutBlanksAtEnd }
        }
        if let open = text.firstIndex(of: "<"), text.hasSuffix(">"), open != text.startIndex {
            return text[..<open].withoutBlanksAtEnd
        }
        return text
    }
}

extension Substring {
    fileprivate var withoutBlanksAtEnd: String {
        var rest = self
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}
