import Articles
import Encodings

/// A file that holds others, its members, which are gone through one by one.
protocol Container: AnyObject {
    /// Goes on to the next member; what was not read of the one before is passed over.
    /// - Throws: ``StreamFault``, and what the file's source throws.
    func next() throws -> Member?
}

/// What a container holds.
struct Member {
    /// Its path in the container, for people and records; nil for what is merely compressed.
    var name: String?
    var origin: Document.Origin
    var content: Content

    enum Content {
        /// To be read before the next member is asked for.
        case stream(any ByteStream)
        /// No article and nothing like one, in the plural ("images").
        case passedOver(String)
        /// It may be an article, and cannot be read.
        case refused(Reason)
    }
}

/// A stream cannot be read to its end.
struct StreamFault: Error {
    /// So many of the containers that lie in one another can still be read, from the file inwards.
    var keeping: Int
    var reason: Reason
    /// It ends in the middle of its structure.
    var isTruncation = false
}

/// The kinds of containers that are read.
package enum ContainerKind: Sendable, Equatable {
    case packed(Packing)
    case warc, arc
    /// Text in an encoding whose bytes show nothing before it is decoded.
    case encoded(CharacterEncoding)

    /// After "It is", for people.
    var described: String {
        switch self {
        case .packed(let packing): packing.described
        case .warc: "a WARC web archive"
        case .arc: "an ARC web archive"
        case .encoded(let encoding): "a text in \(encoding.name)"
        }
    }
}

/// The ways of packing that libarchive undoes.
package enum Packing: Sendable, Equatable {
    case gzip, zstd, xz, bzip2
    case zip, tar

    /// After "It is", for people.
    var described: String {
        switch self {
        case .gzip: "gzip-compressed"
        case .zstd: "zstd-compressed"
        case .xz: "xz-compressed"
        case .bzip2: "bzip2-compressed"
        case .zip: "a ZIP archive"
        case .tar: "a tar archive"
        }
    }

    /// Whether it is one compressed stream, and no level of its own in a member's path.
    var isCompression: Bool { self != .zip && self != .tar }
}
