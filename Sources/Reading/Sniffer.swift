import JSON

/// What a file is, by how it begins.
package enum Sniffed: Sendable, Equatable {
    /// `json` stands for any JSON: `JSONShape` tells its kinds apart.
    case format(Format)
    case empty
    /// Only white space, as far as is known.
    case blank
    /// A kind of file that is recognised but not read, with its article ("a PDF document").
    case unsupported(kind: String)
    /// Text in another encoding than UTF-8.
    case encoding(String)
    case binary
}

/// Tells what a file is by its content; its name only settles what content leaves open.
package enum Sniffer {
    /// How many bytes of a file should be shown to it, if the file has as many.
    package static let headBytes = 4096

    package static func sniff(head whole: UnsafeRawBufferPointer, name: String) -> Sniffed {
        guard !whole.isEmpty else { return .empty }
        let head = whole.part(0..<min(whole.count, headBytes))
        if let kind = KnownKind.binary(head) { return .unsupported(kind: kind) }
        if let encoding = TextEncoding.wide(in: head) { return .encoding(encoding) }
        if isBinary(head) { return .binary }
        let window = Window(bytes: whole, offset: 0, isLast: true)
        let start = JSONScanner.skipSpace(in: whole, from: window.markLength)
        guard start < whole.count else { return window.markLength == whole.count ? .empty : .blank }
        let rest = whole.part(start..<min(whole.count, start + headBytes))
        let suffix = JSONSuffix(name: name)
        if looksLikeJSON(rest) { return .format(.json) }
        if let kind = KnownKind.text(rest) { return .unsupported(kind: kind) }
        switch suffix {
        case .lines, .document: return .format(.json)
        case .none: return .format(.plainText)
        }
    }

    /// A text may begin with a bracket ("[Agency/Desk, …]"): JSON needs what must follow it, too.
    private static func looksLikeJSON(_ rest: UnsafeRawBufferPointer) -> Bool {
        let next = JSONScanner.skipSpace(in: rest, from: 1)
        guard next < rest.count else { return rest[0] == 0x7B }
        switch (rest[0], rest[next]) {
        case (0x7B, 0x22), (0x7B, 0x7D), (0x5B, 0x7B): return true
        case (0x5B, 0x5D): return JSONScanner.skipSpace(in: rest, from: next + 1) == rest.count
        default: return false
        }
    }

    /// NUL, or more than one control character in 32 bytes; those of old terminals and printers may
    /// stand in a text.
    private static func isBinary(_ head: UnsafeRawBufferPointer) -> Bool {
        // Most texts have so few line feeds that the count of all control characters settles it.
        let suspects = controlCount(head)
        guard suspects * 32 > head.count || TextEncoding.index(of: 0, in: head) != nil else {
            return false
        }
        var controls = 0
        for byte in head where byte < 0x20 {
            switch byte {
            case 0x00: return true
            case 0x08...0x0D, 0x1A, 0x1B: continue
            default: controls += 1
            }
        }
        return controls * 32 > head.count
    }

    /// How many bytes are below 0x20, eight at a time: where neither a byte's upper bit is set nor
    /// adding 0x60 to its lower seven sets it.
    private static func controlCount(_ bytes: UnsafeRawBufferPointer) -> Int {
        let upper: UInt64 = 0x8080_8080_8080_8080
        var count = 0
        var offset = 0
        while offset &+ 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            count &+= (~((word & ~upper) &+ 0x6060_6060_6060_6060 | word) & upper).nonzeroBitCount
            offset &+= 8
        }
        while offset < bytes.count {
            count &+= bytes[offset] < 0x20 ? 1 : 0
            offset &+= 1
        }
        return count
    }
}

/// What the end of a file's name says of JSON.
enum JSONSuffix {
    case none, document, lines

    init(name: String) {
        let name = name.lowercased()
        if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") {
            self = .lines
        } else {
            self = name.hasSuffix(".json") ? .document : .none
        }
    }
}
