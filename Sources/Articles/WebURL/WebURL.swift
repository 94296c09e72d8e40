/// The parts of an http or https address, each normalised as RFC 3986 says in section 6.2: case,
/// percent-encoding, dot segments, default ports. Names and passwords are left out.
struct WebURL: Equatable {
    /// "http" or "https".
    var scheme: String
    /// In lower case.
    var host: String
    /// With its colon; empty where it is the scheme's own.
    var port: String
    /// Begins with a slash.
    var path: String
    /// Without its question mark; nil where there is nothing in it.
    var query: String?
    /// Only where it names a page of its own, not a part of one.
    var fragment: String?

    /// Nil for what is no such address, has a blank in it, or is too long.
    init?(_ text: String) {
        let bytes = Array(Self.withoutBlanks(text))
        guard bytes.count <= WebAddress.longest,
            bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F }),
            let colon = bytes.prefix(6).firstIndex(of: 0x3A)
        else { return nil }
        scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
        let rest = bytes[(colon + 1)...]
        guard scheme == "http" || scheme == "https", rest.starts(with: [0x2F, 0x2F]) else {
            return nil
        }
        let hierarchy = rest.dropFirst(2)
        let authority = hierarchy.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
        let behind = hierarchy[authority.endIndex...]
        let beforeQuery = behind.prefix { $0 != 0x3F && $0 != 0x23 }
        let beforeFragment = behind[beforeQuery.endIndex...].prefix { $0 != 0x23 }
        let site = authority.lastIndex(of: 0x40).map { authority[($0 + 1)...] } ?? authority
        guard let (name, port) = Self.host(site) else { return nil }
        host = name
        let isDefault = port == (scheme == "http" ? ":80" : ":443")
        self.port = isDefault ? "" : port
        path = Self.withoutDots(PercentEncoding.normalised(beforeQuery))
        query =
            beforeFragment.count > 1
            ? PercentEncoding.normalised(beforeFragment.dropFirst()) : nil
        // "#!" and "#/" are how pages without addresses of their own name their articles.
        let part = behind[beforeFragment.endIndex...].dropFirst()
        fragment =
            part.starts(with: [0x21]) || part.starts(with: [0x2F])
            ? PercentEncoding.normalised(part) : nil
        guard address.utf8.count <= WebAddress.longest else { return nil }
    }

    var address: String {
        scheme + "://" + host + port + path + (query.map { "?\($0)" } ?? "")
            + (fragment.map { "#\($0)" } ?? "")
    }

    private static func withoutBlanks(_ text: String) -> ArraySlice<UInt8> {
        var bytes = Array(text.utf8)[...]
        while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        return bytes
    }

    /// The name in lower case, without the full stop of the root, and the port with its colon.
    private static func host(_ site: ArraySlice<UInt8>) -> (name: String, port: String)? {
        var name = site
        var port: ArraySlice<UInt8> = []
        if let colon = site.lastIndex(of: 0x3A),
            site[(colon + 1)...].allSatisfy({ (0x30...0x39).contains($0) })
        {
            name = site[..<colon]
            port = site[(colon + 1)...].drop { $0 == 0x30 }
        }
        while name.last == 0x2E { name.removeLast() }
        // Only numeric addresses of version 6 have colons, in brackets.
        let isNumeric = name.first == 0x5B && name.last == 0x5D
        guard !name.isEmpty, port.count <= 5, name.first != 0x2E, name.allSatisfy(isOfHost),
            isNumeric || !name.contains(0x3A)
        else { return nil }
        return (
            String(decoding: name, as: UTF8.self).lowercased(),
            port.isEmpty ? "" : ":" + String(decoding: port, as: UTF8.self)
        )
    }

    /// Letters and digits of any script, "-._", and what numeric addresses have.
    private static func isOfHost(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80..., 0x2D, 0x2E, 0x5F, 0x3A, 0x5B, 0x5D:
            true
        default: false
        }
    }

    /// A path without its "." and ".." (RFC 3986, section 5.2.4).
    static func withoutDots(_ path: some StringProtocol) -> String {
        guard hasSegmentWithDot(path) else { return path.isEmpty ? "/" : String(path) }
        var kept: [String] = []
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            switch segment {
            case ".": if isLast { kept.append("") }
            case "..":
                if !kept.isEmpty { kept.removeLast() }
                if isLast { kept.append("") }
            default: kept.append(String(segment))
            }
        }
        return "/" + kept.joined(separator: "/")
    }

    private static func hasSegmentWithDot(_ path: some StringProtocol) -> Bool {
        var last: UInt8 = 0
        for byte in path.utf8 {
            if last == 0x2F, byte == 0x2E { return true }
            last = byte
        }
        return false
    }
}
