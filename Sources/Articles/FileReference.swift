/// Where an article came from: the file as it lay in the inbox, and its place in it.
package struct FileReference: Sendable, Hashable {
    /// The path in the inbox; bytes that are no UTF-8 as %XX, and % as %25 (see `printed(path:)`).
    package var path: String
    /// In bytes.
    package var size: UInt64
    package var modified: Moment
    /// Of the whole file, 64 hex digits.
    package var sha256: String
    /// The media type.
    package var format: String
    /// The path inside a container, levels joined by `!/`.
    package var member: String?
    /// The number of the article in the file, from 1.
    package var item: Int

    package init(
        path: String, size: UInt64, modified: Moment, sha256: String, format: String,
        member: String? = nil, item: Int
    ) {
        self.path = path
        self.size = size
        self.modified = modified
        self.sha256 = sha256
        self.format = format
        self.member = member
        self.item = item
    }
}
