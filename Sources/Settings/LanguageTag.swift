/// Language tags of BCP 47, by their form (RFC 5646, section 2.1).
enum LanguageTag {
    /// Whether it starts with a language of two to eight letters, and goes on with subtags of one
    /// to eight letters and digits.
    static func isWellFormed(_ tag: String) -> Bool {
        let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
        guard let language = parts.first, tag.utf8.count <= 64 else { return false }
        return (2...8).contains(language.utf8.count)
            && language.utf8.allSatisfy { isLetter($0) }
            && parts.dropFirst().allSatisfy { part in
                (1...8).contains(part.utf8.count)
                    && part.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
            }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
