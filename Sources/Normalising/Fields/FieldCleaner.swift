/// Cleans the fields of a draft; what is empty afterwards is absent.
enum FieldCleaner {
    /// One line: line breaks become spaces.
    static func line(_ text: String?) -> String? { clean(text, joiningLinesWith: 0x20) }

    /// One line, with character references as they stand: what is an identity or a structure.
    static func verbatim(_ text: String?) -> String? {
        clean(text, joiningLinesWith: 0x20, resolvingReferences: false)
    }

    /// Several lines, none of them empty.
    static func lines(_ text: String?) -> String? { clean(text, joiningLinesWith: 0x0A) }

    /// Several lines, with character references as they stand.
    static func verbatimLines(_ text: String?) -> String? {
        clean(text, joiningLinesWith: 0x0A, resolvingReferences: false)
    }

    private static func clean(
        _ text: String?, joiningLinesWith separator: UInt8, resolvingReferences: Bool = true
    ) -> String? {
        guard var text, !text.isEmpty else { return nil }
        if text.withUTF8({ isPlain($0) }) { return text }
        let clean = CleanText(Array(text.utf8), resolvingReferences: resolvingReferences)
        guard let last = clean.lines.last else { return nil }
        var bytes = clean.bytes
        bytes.removeSubrange(last.range.upperBound...)
        if separator != 0x0A {
            for line in clean.lines.dropLast() { bytes[line.range.upperBound] = separator }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// ASCII without controls and ampersands, without two spaces in a row, without spaces at the ends.
    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var before: UInt8 = 0x20
        for byte in bytes {
            guard byte >= 0x20, byte < 0x7F, byte != 0x26, byte != 0x20 || before != 0x20 else {
                return false
            }
            before = byte
        }
        return before != 0x20
    }
}
