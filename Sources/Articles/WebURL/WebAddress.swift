/// Addresses of articles and pictures, in the form in which two of the same are equal.
package enum WebAddress {
    /// Longer ones, in bytes, are no addresses of articles.
    package static let longest = 4096

    /// The address by which an article is known, whatever feed, newsletter or phone it was seen in:
    /// without what tracks its readers, its part of the page and its session, as the page itself and
    /// not as its AMP or mobile form, written as RFC 3986 (section 6.2) normalises it.
    ///
    /// What is canonical stays as it is.
    /// - Returns: nil for what is no http or https address, and for one that was made to have no end.
    package static func canonical(_ text: String) -> String? {
        guard var url = WebURL(text) else { return nil }
        // What one step leaves may be more for another: wrappers in wrappers, dots behind sessions.
        for _ in 0..<mostSteps {
            let before = url
            url = WrappedAddress.inside(url) ?? url
            MobileForm.fold(&url)
            url.dropTracking()
            if url == before { return url.address }
            guard let again = WebURL(url.address) else { return nil }
            url = again
        }
        return nil
    }

    private static let mostSteps = 8

    /// The address as RFC 3986 normalises it, and nothing more: of a picture, say.
    package static func normalised(_ text: String) -> String? { WebURL(text)?.address }

    /// Whether it is that of a site's front page.
    package static func isFrontPage(_ address: String) -> Bool {
        guard let url = WebURL(address) else { return false }
        return url.query == nil
            && ["/", "/index.html", "/index.htm", "/index.php", "/home"].contains(url.path)
    }
}
