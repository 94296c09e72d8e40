/// Hashes of the identities that senders give; 0 stands for none.
enum IdentityHash {
    static func guid(_ guid: String?, source: String?) -> UInt64 {
        guard let guid, !guid.isEmpty else { return 0 }
        // An address or a name of the web's is of one thing, whoever brings it.
        let owner = isOfTheWorld(guid) ? 1 : source.map(hash) ?? 1
        return max(1, WordHash.mix(hash(guid), owner))
    }

    private static func isOfTheWorld(_ guid: String) -> Bool {
        ["urn:", "tag:", "http://", "https://"].contains { guid.hasPrefix($0) }
    }

    /// A URL without a path leads to a site, whose contents change: it identifies no article.
    static func url(_ url: String?) -> UInt64 {
        guard let url, !url.isEmpty else { return 0 }
        let bytes = url.utf8
        var slashes = 0
        var hasPath = false
        for byte in bytes {
            if byte == 0x2F {
                slashes += 1
            } else if slashes >= 3 {
                hasPath = true
                break
            }
        }
        return hasPath || slashes < 2 ? max(1, hash(url)) : 0
    }

    /// Of the letters before the first hyphen ("pt-BR" is "pt").
    static func language(_ language: String?) -> UInt32 {
        guard let language, !language.isEmpty else { return 0 }
        var hash = WordHash.Running()
        for byte in language.utf8.prefix(while: { $0 != 0x2D && $0 != 0x5F }) {
            hash.append(byte | 0x20)
        }
        return max(1, UInt32(truncatingIfNeeded: hash.finish()))
    }

    private static func hash(_ string: String) -> UInt64 {
        var hash = WordHash.Running()
        for byte in string.utf8 { hash.append(byte) }
        return hash.finish()
    }
}
