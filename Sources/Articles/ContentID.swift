import Platform

/// The identity of an article: what it says, not where it came from.
package typealias ContentID = Identity128

extension Article {
    /// The first 128 bits of SHA-256 over headline, two line feeds, text (without a headline the
    /// text alone); the same article has the same identity everywhere, for one version of the rules.
    package func contentID(using digest: borrowing SHA256) -> ContentID {
        digest.reset()
        if let headline {
            digest.update(utf8: headline)
            digest.update([0x0A, 0x0A])
        }
        digest.update(text)
        return ContentID(digest.finish())
    }
}

extension Identity128 {
    /// The first 128 bits of a digest.
    package init(_ digest: SHA256.Digest) {
        self.init(high: digest.words.0, low: digest.words.1)
    }
}
