/// The head of a response (RFC 9112), or of a record of a WARC, which has the same form.
struct HTTPHead {
    /// The first line.
    let start: String
    /// By names in lower case; of several of a name the first.
    private var fields: [String: String] = [:]

    private static let longestLine = 16 << 10
    private static let mostLines = 500

    /// Nil where the archive is over before it begins.
    /// - Parameters:
    ///   - first: the first line.
    ///   - nextLine: gives the next one, without its end; nil where there is none.
    init(_ first: [UInt8], nextLine: (Int) throws -> [UInt8]?) rethrows {
        start = String(decoding: first, as: UTF8.self)
        var last: String?
        for _ in 0..<Self.mostLines {
            guard let line = try nextLine(Self.longestLine), !line.isEmpty else { return }
            if line[0] == 0x20 || line[0] == 0x09 {
                if let last { fields[last, default: ""] += " " + Self.trimmed(line[...]) }
                continue
            }
            guard let colon = line.firstIndex(of: 0x3A) else { continue }
            let name = Self.trimmed(line[..<colon]).lowercased()
            last = fields[name] == nil ? name : nil
            if last != nil { fields[name] = Self.trimmed(line[(colon + 1)...]) }
        }
    }

    /// The value of a field, by its name in lower case; nil where it is not there or empty.
    func value(_ name: String) -> String? { fields[name].flatMap { $0.isEmpty ? nil : $0 } }

    /// The number of a response's status line.
    var status: Int? {
        guard start.hasPrefix("HTTP/") else { return nil }
        let parts = start.split(separator: " ", maxSplits: 2)
        return parts.count > 1 ? Int(parts[1]) : nil
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        var bytes = bytes.drop { $0 <= 0x20 }
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// A media type with its parameters (RFC 9110, section 8.3).
struct MediaType {
    /// In lower case, without parameters.
    let name: String
    let charset: String?

    init(_ value: String) {
        let parts = value.split(separator: ";")
        name = parts.first.map { Self.trimmed($0).lowercased() } ?? ""
        charset =
            parts.dropFirst().lazy.compactMap { part -> String? in
                let pair = part.split(separator: "=", maxSplits: 1)
                guard pair.count == 2, Self.trimmed(pair[0]).lowercased() == "charset" else {
                    return nil
                }
                let label = Self.trimmed(pair[1])
                return label.isEmpty ? nil : label
            }.first
    }

    /// Whether it is a page; servers that say nothing are given the benefit of the doubt.
    var isPage: Bool { name.isEmpty || name == "text/html" || name == "application/xhtml+xml" }

    private static func trimmed(_ text: Substring) -> String {
        var text = text.utf8.drop { $0 <= 0x20 || $0 == 0x22 || $0 == 0x27 }
        while let last = text.last, last <= 0x20 || last == 0x22 || last == 0x27 {
            text.removeLast()
        }
        return String(decoding: text, as: UTF8.self)
    }
}
