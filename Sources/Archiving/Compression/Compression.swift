/// How a closed segment is compressed.
///
/// Either way its bytes stand in many frames (members, as gzip calls them) that are decoded one
/// without the other, so that a single record is read back at the cost of one frame. Any program
/// for the format reads the whole.
package enum Compression: String, Sendable, CaseIterable {
    /// Zstandard, RFC 8878.
    case zstd
    /// RFC 1952.
    case gzip

    /// What the name of the file ends in, without a dot.
    var fileExtension: String {
        switch self {
        case .zstd: "zst"
        case .gzip: "gz"
        }
    }

    /// The most plain bytes of a frame that we write. Twice as much compresses 2 % better, and
    /// doubles the price of a record that is read back.
    static let frameBytes = 256 << 10
}
