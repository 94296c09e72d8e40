import Markup

/// What was read of one page of the web.
package struct Page {
    package var metadata: PageMetadata
    package var body: PageBody

    /// Reads a page.
    /// - Parameter url: where it was fetched from, where that is known.
    package init(_ tree: MarkupTree, url: String? = nil) {
        metadata = PageMetadata(of: tree, url: url)
        body = PageBody(of: tree, metadata: metadata)
    }
}
