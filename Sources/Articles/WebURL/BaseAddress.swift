/// The address that relative ones start from (RFC 3986, section 5).
package struct BaseAddress {
    /// With a scheme and a host.
    package let address: String

    /// Nil for what is not absolute.
    package init?(_ address: String?) {
        guard let address, Self.schemeLength(address) != nil else { return nil }
        self.address = address
    }

    /// The base after a further one that may be relative to it (`xml:base`).
    package static func joined(_ base: BaseAddress?, _ further: String?) -> BaseAddress? {
        guard let further else { return base }
        return BaseAddress(resolve(further, against: base)) ?? base
    }

    /// An address, absolute where that is possible.
    package static func resolve(_ reference: String, against base: BaseAddress?) -> String {
        guard let base, schemeLength(reference) == nil, !reference.isEmpty else {
            return reference
        }
        return base.resolve(reference)
    }

    private func resolve(_ reference: String) -> String {
        let scheme = address.prefix { $0 != ":" }
        if reference.hasPrefix("//") { return "\(scheme):\(reference)" }
        let rest = address.dropFirst(scheme.count + 1)
        let host =
            rest.hasPrefix("//") ? rest.prefix(2) + rest.dropFirst(2).prefix(while: notPath) : ""
        let site = "\(scheme):\(host)"
        let path = rest.dropFirst(host.count).prefix { $0 != "?" && $0 != "#" }
        switch reference.first {
        case "/": return site + Self.withoutDots(reference)
        case "?": return site + path + reference
        case "#": return address.prefix { $0 != "#" } + reference
        default:
            let directory = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
            return site + Self.withoutDots(directory + reference)
        }
    }

    private func notPath(_ character: Character) -> Bool {
        character != "/" && character != "?" && character != "#"
    }

    /// Resolves "." and ".." in a path, leaving query and fragment alone.
    private static func withoutDots(_ whole: String) -> String {
        let path = whole.prefix { $0 != "?" && $0 != "#" }
        guard path.contains("./") || path.hasSuffix("/.") || path.hasSuffix("/..") else {
            return whole
        }
        return WebURL.withoutDots(path) + whole.dropFirst(path.count)
    }

    /// Letters, digits and "+-." before a colon.
    private static func schemeLength(_ address: String) -> Int? {
        let bytes = address.utf8
        guard let first = bytes.first, (0x61...0x7A).contains(first | 0x20),
            let colon = bytes.prefix(32).firstIndex(of: 0x3A),
            bytes[..<colon].allSatisfy({
                (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0)
                    || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
            })
        else { return nil }
        return bytes.distance(from: bytes.startIndex, to: colon)
    }
}
