import Articles
import Encodings
import JSON
import Platform

/// What a file is, by how it begins.
package enum Sniffed: Sendable, Equatable {
    /// `json` stands for any JSON: `JSONShape` tells its kinds apart.
    case format(Format)
    case container(ContainerKind)
    case empty
    /// Only white space, as far as is known.
    case blank
    /// A kind of file that is recognised but not read.
    case unsupported(KnownKind)
    case binary
}

/// Tells what a file is by its content; its name only settles what content leaves open.
package enum Sniffer {
    /// How many bytes of a file should be shown to it, if the file has as many.
    package static let headBytes = 4096
    /// How far it looks for the first element of markup, behind comments, and for the end of headers.
    private static let furthest = 64 << 10

    package static func sniff(
        head whole: UnsafeRawBufferPointer, origin: Document.Origin, hints: FeedHints
    ) -> Sniffed {
        guard !whole.isEmpty else { return .empty }
        let head = whole.part(0..<min(whole.count, headBytes))
        if let kind = KnownKind.binary(head) { return .unsupported(kind) }
        if let packing = PackedKind.container(head) { return packed(packing, whole) }
        // What they hold may well be binary.
        if head.begins("WARC/1.") || head.begins("WARC/0.") { return .container(.warc) }
        if head.begins("filedesc://") { return .container(.arc) }
        if let encoding = EncodingSigns.wide(in: head) { return .container(.encoded(encoding)) }
        if let format = WireStart.format(head) { return .format(hints.format ?? format) }
        // The shifts of ISO 2022 are control characters.
        if isBinary(head), EncodingSigns.escaped(in: head) == nil { return .binary }
        return text(whole, origin, hints)
    }

    private static func packed(_ packing: Packing, _ whole: UnsafeRawBufferPointer) -> Sniffed {
        let head = whole.part(0..<min(whole.count, furthest))
        if packing == .zip, let kind = PackedKind.document(inZIP: head) {
            return .unsupported(kind)
        }
        return .container(.packed(packing))
    }

    private static func text(
        _ whole: UnsafeRawBufferPointer, _ origin: Document.Origin, _ hints: FeedHints
    ) -> Sniffed {
        let name = origin.name
        let window = Window(bytes: whole, offset: 0, isLast: true)
        let start = JSONScanner.skipSpace(in: whole, from: window.markLength)
        guard start < whole.count else { return window.markLength == whole.count ? .empty : .blank }
        let rest = whole.part(start..<min(whole.count, start + furthest))
        if let format = hints.format { return .format(format) }
        if let type = origin.mediaType, !type.isEmpty, MediaType(type).isPage {
            return .format(XMLRoot(rest)?.format ?? .html)
        }
        let head = whole.part(start..<min(whole.count, max(start, headBytes)))
        if JSONSuffix(name: name) == .none, FrontMatter.beginsAsObject(head) {
            return .format(.markdown)
        }
        if looksLikeJSON(rest) { return .format(.json) }
        if let kind = KnownKind.text(rest) { return .unsupported(kind) }
        switch MarkupHead.kind(rest, name: name) {
        case .format(let format): return .format(format)
        case .xml: return .unsupported(KnownKind(described: "an XML document"))
        case nil: break
        }
        if let format = MailHead.format(rest, name: name) { return .format(format) }
        if FrontMatter.begins(rest) { return .format(.markdown) }
        if let sniffed = byName(name) { return sniffed }
        let isWhole = whole.count <= furthest
        let table = TableShape.format(
            of: whole.part(window.markLength..<min(whole.count, furthest)), name: name,
            isWhole: isWhole, known: FieldNames(own: hints.fields, arePeoples: true))
        return .format(table ?? .plainText)
    }

    private static func byName(_ name: String) -> Sniffed? {
        if JSONSuffix(name: name) != .none { return .format(.json) }
        let name = name.lowercased()
        if name.hasSuffix(".md") || name.hasSuffix(".markdown") { return .format(.markdown) }
        return nil
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
        guard suspects * 32 > head.count || head.firstIndex(ofByte: 0) != nil else {
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
