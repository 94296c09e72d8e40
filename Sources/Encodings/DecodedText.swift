import JSON

/// A text that was in another encoding, or was damaged, as UTF-8.
package struct DecodedText: Sendable {
    /// Valid UTF-8, without a byte order mark.
    package let bytes: [UInt8]
    package let encoding: CharacterEncoding

    /// Nil where too much of it stands for nothing.
    package init?(_ text: UnsafeRawBufferPointer, from encoding: CharacterEncoding) {
        guard let (bytes, replaced) = TextDecoder.decode(text, from: encoding) else { return nil }
        let isDamaged = replaced > 3 && replaced * 10 > text.count { $0 >= 0x80 }
        guard !isDamaged else { return nil }
        self.bytes = bytes
        self.encoding = encoding
    }
}
