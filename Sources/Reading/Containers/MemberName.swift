/// What the name of a member tells. It is a hint and printed, and never used for a file.
enum MemberName {
    /// Without directories, which both kinds of slashes may part.
    static func last(in path: String) -> String {
        path.utf8.split(whereSeparator: { $0 == 0x2F || $0 == 0x5C }).last.map {
            String($0) ?? ""
        } ?? ""
    }

    /// The name of what a compressed file holds: `a.json.gz` holds `a.json`, and `a.tgz` `a.tar`.
    static func withoutCompression(_ name: String) -> String {
        let lowercased = name.lowercased()
        for (ending, instead) in [
            (".gz", ""), (".zst", ""), (".xz", ""), (".bz2", ""), (".tgz", ".tar"),
            (".txz", ".tar"), (".tbz2", ".tar"), (".tzst", ".tar"),
        ] where lowercased.hasSuffix(ending) && lowercased.utf8.count == name.utf8.count {
            return String(name.dropLast(ending.count)) + instead
        }
        return name
    }

    /// What a member is that its path shows to be no article, in the plural: what pages are shown
    /// with, and what systems leave beside files; nil for all others.
    static func passedOver(_ path: String) -> String? {
        let parts = path.utf8.split(whereSeparator: { $0 == 0x2F || $0 == 0x5C })
        guard let last = parts.last.flatMap({ String($0) })?.lowercased() else { return nil }
        if parts.contains(where: { $0.elementsEqual("__MACOSX".utf8) }) || last.hasPrefix(".") {
            return "hidden files"
        }
        if last == "thumbs.db" || last == "desktop.ini" { return "hidden files" }
        guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return nil }
        return kindsByEnding[String(last[last.index(after: dot)...])]
    }

    private static let kindsByEnding: [String: String] = {
        let endings: [(String, [String])] = [
            ("style sheets", ["css", "less", "scss"]), ("scripts", ["js", "mjs", "map"]),
            ("fonts", ["woff", "woff2", "ttf", "otf", "eot"]),
            ("images", ["svg", "ico", "png", "jpg", "jpeg", "gif", "webp", "avif", "bmp"]),
        ]
        var kinds: [String: String] = [:]
        for (kind, names) in endings { for name in names { kinds[name] = kind } }
        return kinds
    }()
}
