import Articles

/// Tells what markup a text is, by its first element and what follows.
enum MarkupHead {
    enum Kind: Equatable {
        case format(Format)
        /// XML with another root.
        case xml
    }

    /// - Parameter start: of a text, after white space.
    static func kind(_ start: UnsafeRawBufferPointer, name: String) -> Kind? {
        guard start.first == 0x3C else { return nil }
        let isDeclared = start.begins("<?xml") && start.count > 5 && !start[5].isLetter
        if start.begins("<!doctype html") { return .format(.html) }
        guard let root = XMLRoot(start) else { return isDeclared ? .xml : nil }
        if let format = root.format { return .format(format) }
        if root.name == "html" { return .format(.html) }
        if isDeclared { return .xml }
        return isPage(start, root.name, name) ? .format(.html) : nil
    }

    /// Of pages; a text has none of them in its first line by chance.
    private static let heads: Set<String> = ["head", "body", "title", "meta", "link", "base"]
    private static let blocks: Set<String> = [
        "p", "div", "article", "section", "main", "header", "h1", "h2", "h3", "table", "ul", "ol",
        "blockquote", "figure", "center", "font", "span", "b", "i", "em", "strong", "a", "img",
        "script", "style", "nav", "form", "iframe", "br", "hr", "noscript",
    ]

    /// HTML without a beginning. Two words in tags make no page of a text: what closes must be
    /// there several times, unless the name says it.
    private static func isPage(
        _ start: UnsafeRawBufferPointer, _ root: String, _ name: String
    ) -> Bool {
        guard heads.contains(root) || blocks.contains(root) else { return false }
        if hasEnding(name) { return true }
        if start.contains("<body") || start.contains("</head>") || start.contains("</title>") {
            return true
        }
        var count = 0
        for word in ["</p>", "</div>", "</h1>", "</h2>", "</td>", "</li>", "<br", "<meta "]
            as [StaticString] where start.contains(word)
        {
            count += 1
        }
        return count >= 2
    }

    static func hasEnding(_ name: String) -> Bool {
        let name = name.lowercased()
        return [".html", ".htm", ".xhtml", ".shtml"].contains { name.hasSuffix($0) }
    }
}
