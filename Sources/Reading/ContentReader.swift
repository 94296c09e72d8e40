import Articles
import Encodings
import JSON

/// Reads the articles in one stretch of bytes, a file or a member of it, once it knows what it is.
struct ContentReader {
    private let limits: ReadingLimits
    private(set) var origin: Document.Origin
    private let hints: FeedHints
    private var beginning: Cursor
    private var reader: (any ArticleReader)?
    /// The whole of it as UTF-8, where it was no such text.
    private var decoded: [UInt8]?

    /// What a look at a window gave.
    enum Look {
        case item(Item)
        /// The window must reach further; never where it reaches to the end.
        case needsMore
        case end
        /// It holds other content, and the window is its beginning.
        case container(ContainerKind)
        /// It is of a kind that is not read.
        case other(KnownKind)
    }

    init(
        limits: ReadingLimits, origin: Document.Origin = Document.Origin(),
        hints: FeedHints = FeedHints(), resumingAt cursor: Cursor = Cursor()
    ) {
        self.limits = limits
        self.origin = origin
        self.hints = hints
        beginning = cursor
    }

    var format: Format? { cursor.format }

    var cursor: Cursor { reader?.cursor ?? beginning }

    /// The longest window that may be needed, in bytes.
    var longestWindow: Int { reader?.longestWindow ?? limits.lineBytes + 1 }

    mutating func look(
        at window: Window, using parser: inout JSONParser
    ) throws(FileFault) -> Look {
        if reader == nil {
            switch try decide(window) {
            case .needsMore: return .needsMore
            case .container(let kind): return .container(kind)
            case .other(let kind): return .other(kind)
            case .format(let format): take(format)
            }
        }
        return switch try step(window, &parser) {
        case .item(let item): .item(item)
        case .needsMore: .needsMore
        case .end: .end
        }
    }

    private enum Decision {
        case format(Format)
        case container(ContainerKind)
        case other(KnownKind)
        /// More of it must be seen.
        case needsMore
    }

    private func decide(_ window: Window) throws(FileFault) -> Decision {
        if let format = beginning.format { return .format(format) }
        guard window.isLast || window.bytes.count >= Sniffer.headBytes else { return .needsMore }
        switch Sniffer.sniff(head: window.bytes, origin: origin, hints: hints) {
        case .container(let kind): return .container(kind)
        case .format(.json) where JSONFeedReader.isOne(window.bytes): return .format(.jsonFeed)
        case .format(.json):
            let format = JSONShape.format(of: window, name: origin.name, limits: limits)
            return format.map { .format($0) } ?? .needsMore
        case .format(let format):
            if format == .commaSeparated || format == .tabSeparated,
                let encoding = encoding(ofLines: window)
            {
                return .container(.encoded(encoding))
            }
            return .format(format)
        case .blank where !window.isLast:
            return window.bytes.count > limits.articleBytes ? .format(.plainText) : .needsMore
        case .empty: throw FileFault(.emptyFile)
        case .blank: throw FileFault(.blankFile)
        case .unsupported(let kind): return .other(kind)
        case .binary: throw FileFault(.binaryFile)
        }
    }

    /// Of a table that is read in pieces, by how it begins; nil for UTF-8.
    private func encoding(ofLines window: Window) -> CharacterEncoding? {
        let head = window.bytes.part(0..<min(window.bytes.count, Self.headBytes))
        guard let fault = UTF8Validation.firstFault(in: head),
            UTF8Validation.sequence(at: fault, in: head) != .cut || head.count < Self.headBytes
        else { return nil }
        return TextForm(origin: origin, hints: hints).encoding(of: head)
    }

    /// As much as any reading of a file in pieces sees at first.
    private static let headBytes = 256 << 10

    private mutating func take(_ format: Format) {
        beginning.format = format
        var reader = Self.reader(of: format, limits, beginning)
        reader.prepare(for: origin, hints)
        self.reader = reader
    }

    private mutating func step(
        _ window: Window, _ parser: inout JSONParser
    ) throws(FileFault) -> Step {
        if decoded != nil { return try stepDecoded(&parser) }
        do throws(FileFault) {
            return try reader?.next(in: window, using: &parser) ?? .end
        } catch {
            guard error.isOfEncoding, window.isLast, window.offset == 0 else { throw error }
            try decode(window.bytes, orElse: error)
        }
        return try stepDecoded(&parser)
    }

    /// Once the whole of a text is there and turned out to be no UTF-8.
    private mutating func decode(
        _ text: UnsafeRawBufferPointer, orElse fault: FileFault
    ) throws(FileFault) {
        do throws(Reason) {
            decoded = try TextForm(origin: origin, hints: hints).decoded(text)?.bytes
        } catch {
            throw FileFault(error)
        }
        guard decoded != nil, let format = beginning.format else { throw fault }
        take(format)
    }

    private mutating func stepDecoded(_ parser: inout JSONParser) throws(FileFault) -> Step {
        guard let decoded else { return .end }
        var step: Result<Step, FileFault> = .success(.end)
        decoded.withUnsafeBytes { text in
            do throws(FileFault) {
                let window = Window(bytes: text, offset: 0, isLast: true)
                step = .success(try reader?.next(in: window, using: &parser) ?? .end)
            } catch {
                var fault = error
                fault.reason = fault.reason.ofDecodedText
                step = .failure(fault)
            }
        }
        guard case .item(var item) = try step.get() else { return try step.get() }
        if case .failure(var fault) = item.content {
            fault.reason = fault.reason.ofDecodedText
            item.content = .failure(fault)
            item.evidence = Array(
                decoded[Int(clamping: item.bytes.lowerBound)..<Int(clamping: item.bytes.upperBound)]
            )
        }
        item.bytes = 0..<0
        return .item(item)
    }

    private static func reader(
        of format: Format, _ limits: ReadingLimits, _ cursor: Cursor
    ) -> any ArticleReader {
        switch format {
        case .plainText: PlainTextReader(limits: limits, resumingAt: cursor)
        case .json: JSONDocumentReader(limits: limits, resumingAt: cursor)
        case .jsonLines: JSONLinesReader(limits: limits, resumingAt: cursor)
        case .mbox: MailboxReader(limits: limits, resumingAt: cursor)
        case .commaSeparated, .tabSeparated: TableReader(limits: limits, resumingAt: cursor)
        default: WholeDocumentReader(limits: limits, resumingAt: cursor)
        }
    }
}

extension FileFault {
    /// It may be a text in another encoding.
    fileprivate var isOfEncoding: Bool {
        !isTruncation && (reason.code == .notUTF8 || reason.code == .unsupportedEncoding)
    }
}
