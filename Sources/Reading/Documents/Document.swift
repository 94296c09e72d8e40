/// A document that is held whole, with what is known of it from around it.
package struct Document {
    /// As it was found: for formats that say themselves, inside, how they are encoded.
    package let bytes: UnsafeRawBufferPointer
    /// Valid UTF-8 without a byte order mark.
    package let text: UnsafeRawBufferPointer
    package let origin: Origin
    package let limits: ReadingLimits

    package init(
        bytes: UnsafeRawBufferPointer, text: UnsafeRawBufferPointer, origin: Origin = Origin(),
        limits: ReadingLimits = ReadingLimits()
    ) {
        self.bytes = bytes
        self.text = text
        self.origin = origin
        self.limits = limits
    }

    /// What the container of a document, or its name, says of it.
    package struct Origin: Sendable, Equatable {
        /// Of the file or the member, without directories.
        package var name = ""
        /// Where it was fetched from.
        package var url: String?
        /// Media type, in lower case, without parameters.
        package var mediaType: String?
        /// The encoding by its label.
        package var charset: String?

        package init() {}
    }
}
