extension Article {
    /// What to call it in a line: its headline, or how its text begins; at most 60 characters, and
    /// empty only where it has neither.
    package var title: String {
        let longest = 60
        if let headline {
            return headline.count <= longest ? headline : headline.prefix(longest - 1) + "…"
        }
        let words = String(decoding: text.prefix(longest * 8), as: UTF8.self)
            .split(whereSeparator: \.isWhitespace)
        var title = ""
        for word in words where !title.hasSuffix("…") {
            let isFull = !title.isEmpty && title.count + word.count >= longest
            title += isFull ? "…" : (title.isEmpty ? "" : " ") + word.prefix(longest)
        }
        return title
    }
}
