/// Addresses that hold that of an article: of caches, archives and counters.
enum WrappedAddress {
    /// The address inside; nil where there is none.
    static func inside(_ url: WebURL) -> WebURL? {
        // The AMP caches of Google and Bing: /c/s/HOST/PATH, where "s" stands for https.
        // https://developers.google.com/amp/cache/overview#amp-cache-url-format
        if url.host.hasSuffix(".cdn.ampproject.org") || url.host == "cdn.ampproject.org"
            || url.host.hasSuffix(".bing-amp.com")
        {
            return cached(url)
        }
        if url.host == "web.archive.org", url.path.hasPrefix("/web/") {
            // /web/20260101000000/https://HOST/PATH, the colon's slashes sometimes only one.
            let rest = url.path.split(
                separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
            guard rest.count == 3, let original = rest[2].split(separator: "/", maxSplits: 1).last,
                original.hasPrefix("http")
            else { return nil }
            return WebURL(withTwoSlashes(original) + (url.query.map { "?\($0)" } ?? ""))
        }
        if isGoogle(url.host) {
            if url.path.hasPrefix("/amp/") { return cached(url) }
            if url.path == "/url" { return value(url, "url") ?? value(url, "q") }
        }
        if url.host.hasSuffix(".facebook.com"), url.path == "/l.php" { return value(url, "u") }
        return nil
    }

    private static func isGoogle(_ host: String) -> Bool {
        host.hasPrefix("www.google.") || host.hasPrefix("google.")
    }

    private static func cached(_ url: WebURL) -> WebURL? {
        var rest = url.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst(2)
        let isSecure = rest.first == "s"
        if isSecure { rest = rest.dropFirst() }
        guard rest.first?.contains(".") ?? false else { return nil }
        return WebURL(
            (isSecure ? "https://" : "http://") + rest.joined(separator: "/")
                + (url.query.map { "?\($0)" } ?? ""))
    }

    private static func withTwoSlashes(_ address: Substring) -> String {
        guard let colon = address.firstIndex(of: ":") else { return String(address) }
        let rest = address[address.index(after: colon)...].drop { $0 == "/" }
        return address[...colon] + "//" + rest
    }

    private static func value(_ url: WebURL, _ name: String) -> WebURL? {
        for pair in (url.query ?? "").split(separator: "&") where pair.hasPrefix(name + "=") {
            return PercentEncoding.decoded(String(pair.dropFirst(name.utf8.count + 1)))
                .flatMap(WebURL.init)
        }
        return nil
    }
}
