/// Addresses of articles.
enum WebAddress {
    /// The address without what only tracks its readers; nil for what is no http or https address.
    static func canonical(_ text: String) -> String? {
        let trimmed = text.trimmingBlanks
        var bytes = Array(trimmed.utf8)
        guard bytes.count <= 4096, bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
        guard let colon = bytes.firstIndex(of: 0x3A), colon <= 5 else { return nil }
        for index in 0..<colon where bytes[index].isASCIIUpper { bytes[index] |= 0x20 }
        guard bytes.starts(with: "http://".utf8) || bytes.starts(with: "https://".utf8),
            let host = bytes.dropFirst(colon + 3).first, host != 0x2F, host != 0x3F
        else { return nil }
        let address = String(decoding: bytes, as: UTF8.self)
        return withoutTracking(address)
    }

    private static func withoutTracking(_ address: String) -> String {
        guard let mark = address.utf8.firstIndex(of: 0x3F) else { return address }
        let fragment = address.utf8[mark...].firstIndex(of: 0x23) ?? address.endIndex
        let query = address[address.index(after: mark)..<fragment]
        let pairs = query.split(separator: "&", omittingEmptySubsequences: false)
        let kept = pairs.filter { !tracks($0) }
        guard kept.count < pairs.count else { return address }
        let rest = kept.isEmpty ? "" : "?" + kept.joined(separator: "&")
        return address[..<mark] + rest + address[fragment...]
    }

    private static func tracks(_ pair: Substring) -> Bool {
        let name = pair.prefix { $0 != "=" }.lowercased()
        return name.hasPrefix("utm_") || name == "fbclid" || name == "gclid"
    }
}
