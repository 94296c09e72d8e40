import JSON

/// Values that come in several forms, and as HTML.
extension JSONValue {
    /// Of an array of forms of one thing, as ninjs 2 and 3 have them
    /// (`[{"role": "main", "contenttype": "text/plain", "value": …}]`), the best to read; nil for
    /// other values.
    var renditions: (text: UnsafeRawBufferPointer, isHTML: Bool)? {
        guard kind == .array else { return nil }
        var best: (text: UnsafeRawBufferPointer, isHTML: Bool, rank: Int)?
        for element in elements {
            guard element.kind == .object, let text = element.member("value")?.utf8,
                text.contains(where: { $0 > 0x20 })
            else { continue }
            let type = element.member(named: "contenttype")?.string ?? "text/plain"
            let isHTML = type.contains("html") || type.contains("xml")
            guard isHTML || type.hasPrefix("text/") else { continue }
            let role = element.member("role")?.string ?? "main"
            // Plain text is what its sender made of the HTML.
            let rank = (role.hasSuffix("main") ? 2 : 0) + (isHTML ? 0 : 1)
            if rank > best?.rank ?? -1 { best = (text, isHTML, rank) }
        }
        return best.map { ($0.text, $0.isHTML) }
    }

    /// A string, or the best of several forms, as one line; nil where there is none.
    var line: String? {
        guard let (text, isHTML) = renditions else { return plainString.map(FeedText.mixedLine) }
        let plain = FeedText.paragraphs([UInt8](text), isHTML ? .html : .plain)
        return plain.isEmpty ? nil : String(decoding: plain, as: UTF8.self)
    }

    /// The paragraphs of a text; of HTML, what there is to read in it.
    var plainText: [UInt8] {
        if let (text, isHTML) = renditions {
            return FeedText.paragraphs([UInt8](text), isHTML ? .html : .plain)
        }
        return FeedText.mixed(paragraphs)
    }

    /// The member with a name, whose case, `_` and `-` do not matter; the name itself goes first.
    func member(named name: String) -> JSONValue? {
        guard kind == .object else { return nil }
        var variant: JSONValue?
        for (key, value) in members where key.count <= 2 * name.utf8.count {
            if key.elementsEqual(name.utf8) { return value }
            if ArticleField.plain(String(decoding: key, as: UTF8.self)) == name { variant = value }
        }
        return variant
    }

    /// The value that a system wraps into an object: what WordPress rendered, a date of MongoDB.
    var wrappedValue: JSONValue? {
        guard kind == .object else { return nil }
        return member("rendered") ?? member("$date") ?? member("$oid")
    }

    /// What an object of schema.org is, where its type is that of no article; nil for others.
    var foreignType: String? {
        guard let type = member("@type") else { return nil }
        let names = type.kind == .array ? type.elements.compactMap(\.string) : [type.string ?? ""]
        let isArticle = names.contains { name in
            ["Article", "Posting", "Report", "CreativeWork", "Review"].contains {
                name.hasSuffix($0)
            }
        }
        guard !isArticle, let name = names.first, !name.isEmpty else { return nil }
        return "an object of the type \(name.prefix(64))"
    }
}
