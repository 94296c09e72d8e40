import Platform

/// The forms that sites give their articles for phones: AMP, and hosts of their own.
enum MobileForm {
    static func fold(_ url: inout WebURL) {
        url.host = host(url.host)
        url.path = path(url.path)
    }

    private static let labels: Set<Substring> = ["m", "mobile", "amp", "touch", "mobil"]

    /// "m.courier.example" as "www.courier.example", "en.m.courier.example" as "en.courier.example".
    private static func host(_ host: String) -> String {
        // Nearly no host has such a label, and to split one costs more than to look.
        guard host.utf8.split(separator: 0x2E).contains(where: isOfLabels) else { return host }
        var parts = host.split(separator: ".", omittingEmptySubsequences: false)
        // Of "m.co.uk" and "amp.dev" it is the name itself.
        while parts.count >= 3, labels.contains(parts[0]), !isSuffix(parts.dropFirst()) {
            if parts.count >= 4, parts[1] == "www" || labels.contains(parts[1]) {
                parts.removeFirst()
            } else {
                parts[0] = "www"
            }
        }
        while parts.count >= 4, parts[1] == "m" || parts[1] == "amp",
            !isSuffix(parts.dropFirst(2))
        {
            parts.remove(at: 1)
        }
        return parts.joined(separator: ".")
    }

    private static func isOfLabels(_ label: Substring.UTF8View) -> Bool {
        guard let first = label.first, first == 0x6D || first == 0x61 || first == 0x74 else {
            return false
        }
        return labels.contains(Substring(label))
    }

    /// Whether nothing but "co.uk", "com.br" and the like is left.
    private static func isSuffix(_ parts: ArraySlice<Substring>) -> Bool {
        guard parts.count == 2, let first = parts.first, let last = parts.last else {
            return parts.count < 2
        }
        return first.utf8.count <= 3 && last.utf8.count == 2
    }

    private static let amp = Array("amp".utf8)

    /// Without "amp" as the last or the first part, and ".amp" before the end.
    private static func path(_ path: String) -> String {
        guard Array(path.utf8)[...].contains(bytes: amp) else { return path }
        var parts = path.split(separator: "/", omittingEmptySubsequences: false)
        // The first is empty, and the last where the path ends with a slash.
        while let last = parts.lastIndex(where: { !$0.isEmpty }), last > 1, parts[last] == "amp" {
            parts.remove(at: last)
        }
        while parts.count > 2, parts[1] == "amp", !parts[2].isEmpty { parts.remove(at: 1) }
        if let last = parts.last {
            var name = last
            while name.hasSuffix(".amp.html") { name = name.dropLast(9) + ".html" }
            while name.hasSuffix(".amp"), name.utf8.count > 4 { name = name.dropLast(4) }
            parts[parts.count - 1] = name
        }
        let folded = parts.joined(separator: "/")
        return folded.hasPrefix("/") ? folded : "/"
    }
}
