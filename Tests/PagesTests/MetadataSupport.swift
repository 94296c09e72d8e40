import Markup

@testable import Pages

/// The metadata of a small page.
func metadata(
    _ body: String, head: String = "", language: String = "en", url: String? = nil
) throws -> PageMetadata {
    let page =
        "<!DOCTYPE html><html lang=\"\(language)\"><head>\(head)</head><body>\(body)</body></html>"
    return PageMetadata(of: try MarkupTree(html: Array(page.utf8)), url: url)
}

/// A script of JSON-LD.
func linked(_ json: String) -> String {
    "<script type=\"application/ld+json\">\(json)</script>"
}
