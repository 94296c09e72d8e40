import Articles
import Encodings
import JSON

/// Gives the articles of a document one by one, once the whole of it is in memory.
struct WholeDocumentReader: ArticleReader {
    private let limits: ReadingLimits
    private let format: (any DocumentReader.Type)?
    private var origin = Document.Origin()
    private var hints = FeedHints()
    private(set) var cursor: Cursor
    /// What was read and not given yet, the last first; nil before.
    private var items: [DocumentItem]?

    init(limits: ReadingLimits, resumingAt cursor: Cursor) {
        self.init(format: cursor.format?.documents, limits: limits, resumingAt: cursor)
    }

    private init(
        format: (any DocumentReader.Type)?, limits: ReadingLimits, resumingAt cursor: Cursor
    ) {
        self.limits = limits
        self.format = format
        self.cursor = cursor
    }

    mutating func prepare(for origin: Document.Origin, _ hints: FeedHints) {
        self.origin = origin
        self.hints = hints
    }

    var longestWindow: Int { limits.documentBytes + 1 }

    mutating func next(
        in window: Window, using parser: inout JSONParser
    ) throws(FileFault) -> Step {
        if items == nil {
            guard window.bytes.count <= limits.documentBytes else { throw tooLarge() }
            guard window.isLast else { return .needsMore }
            items = try read(window)
        }
        guard let item = items?.popLast() else { return .end }
        defer { cursor.item += 1 }
        return .item(
            Item(
                number: cursor.item, line: UInt64(item.line), bytes: 0..<window.end,
                content: item.content.mapError { ItemFault($0) }, format: item.format,
                member: item.member))
    }

    private func read(_ window: Window) throws(FileFault) -> [DocumentItem] {
        guard let format else { return [] }
        let text =
            format.decodesItself
            ? window.bytes.part(0..<0)
            : window.bytes.part(window.markLength..<window.bytes.count)
        do throws(Reason) {
            let decoded = try TextForm(origin: origin, hints: hints).decoded(text)
            let items = try Self.items(window.bytes, text, decoded, format, origin, limits)
            // Those that were given before, before a restart.
            return items.dropFirst(cursor.item - 1).reversed()
        } catch {
            throw FileFault(error, isTruncation: error.code == .truncated)
        }
    }

    private static func items(
        _ bytes: UnsafeRawBufferPointer, _ text: UnsafeRawBufferPointer, _ decoded: DecodedText?,
        _ format: any DocumentReader.Type, _ origin: Document.Origin, _ limits: ReadingLimits
    ) throws(Reason) -> [DocumentItem] {
        guard let decoded else {
            return try format.items(
                of: Document(bytes: bytes, text: text, origin: origin, limits: limits))
        }
        let result: Result<[DocumentItem], Reason> = decoded.bytes.withUnsafeBytes { text in
            do throws(Reason) {
                let document = Document(
                    bytes: bytes, text: text, origin: origin, limits: limits)
                return .success(
                    try format.items(of: document).map { item in
                        var item = item
                        item.content = item.content.mapError(\.ofDecodedText)
                        return item
                    })
            } catch {
                return .failure(error.ofDecodedText)
            }
        }
        return try result.get()
    }

    private func tooLarge() -> FileFault {
        FileFault(
            Reason(
                .tooLarge, what: "The document is longer than \(limits.documentBytes) bytes.",
                advice: "It must be held whole: split it, or raise limits.articleBytes."))
    }
}

extension Format {
    /// What reads documents of the format that are held whole; nil for formats read in pieces.
    package var documents: (any DocumentReader.Type)? {
        switch self {
        case .html: HTMLReader.self
        case .mail, .mhtml: MailReader.self
        case .markdown: MarkdownReader.self
        case .rss, .atom, .rdf: FeedReader.self
        case .jsonFeed: JSONFeedReader.self
        case .nitf: NITFReader.self
        case .newsML: NewsML1Reader.self
        case .newsMLG2: NewsMLG2Reader.self
        case .iptc7901: WireMessageReader<IPTC7901Message>.self
        case .anpa1312: WireMessageReader<ANPA1312Message>.self
        default: nil
        }
    }
}
