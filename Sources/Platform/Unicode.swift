import CUnicode

/// What Unicode knows of a scalar, from utf8proc.
package enum UnicodeData {
    /// The general category, as utf8proc numbers it (see CUnicode.h).
    package static func category(of scalar: UInt32) -> Int { Int(wireroom_category(scalar)) }

    /// Columns that a terminal gives a scalar: 0, 1 or 2.
    package static func width(of scalar: UInt32) -> Int { Int(wireroom_width(scalar)) }

    /// Simple lower case; itself where a scalar has none.
    package static func lowercase(_ scalar: UInt32) -> UInt32 { wireroom_lowercase(scalar) }

    /// Text in Normalization Form C (Unicode Standard Annex 15), or nil when the input is no UTF-8.
    package static func composed(_ utf8: [UInt8]) -> [UInt8]? {
        var out: UnsafeMutablePointer<UInt8>?
        let count = utf8.withUnsafeBufferPointer { wireroom_nfc($0.baseAddress, $0.count, &out) }
        guard count >= 0, let out else { return utf8.isEmpty ? [] : nil }
        defer { wireroom_unicode_free(out) }
        return [UInt8](UnsafeBufferPointer(start: out, count: count))
    }
}
