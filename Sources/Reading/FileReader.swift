import Articles
import JSON

/// Reads the articles of one file after another, whatever its format.
///
/// One instance belongs to one thread, which keeps it: its memory is reused from file to file.
/// ```swift
/// var reader = FileReader(limits: limits)
/// reader.open(name: "today.jsonl")
/// while let item = try reader.next(from: &source) { … }
/// ```
package struct FileReader: ~Copyable {
    private let limits: ReadingLimits
    private var parser: JSONParser
    private var buffer = InputBuffer()
    private var name = ""
    private var beginning = Cursor()
    private var reader: (any ArticleReader)?

    package init(limits: ReadingLimits = ReadingLimits()) {
        self.limits = limits.usable
        parser = JSONParser(depth: limits.depth)
    }

    /// Turns to another file.
    /// - Parameters:
    ///   - name: its name, which is a hint at its format where its content leaves that open.
    ///   - cursor: where reading was left before; the source must give what follows
    ///     `cursor.offset`.
    package mutating func open(name: String, resumingAt cursor: Cursor = Cursor()) {
        self.name = name
        beginning = cursor
        reader = nil
        buffer.reset(at: cursor.offset)
    }

    /// The format, once the first item was asked for and unless that failed.
    package var format: Format? { cursor.format }

    /// Where reading goes on, after an item.
    package var cursor: Cursor { reader?.cursor ?? beginning }

    /// The next item of a file that is in memory as a whole; nil at its end.
    ///
    /// Nothing of `file` is kept: the same bytes are to be given each time.
    package mutating func next(in file: UnsafeRawBufferPointer) throws(FileFault) -> Item? {
        switch try look(at: Window(bytes: file, offset: 0, isLast: true)) {
        case .item(let item): return item
        case .needsMore, .end: return nil
        }
    }

    /// The next item of a file that is read as needed; nil at its end.
    /// - Throws: `FileFault`, and what the source throws.
    package mutating func next(from source: inout some ByteSource & ~Copyable) throws -> Item? {
        while true {
            switch try look(at: buffer.window) {
            case .item(let item): return item
            case .end: return nil
            case .needsMore:
                buffer.discard(before: cursor.offset)
                let longest = reader?.longestWindow ?? limits.lineBytes + 1
                try buffer.fill(from: &source, upTo: longest)
            }
        }
    }

    private mutating func look(at window: Window) throws(FileFault) -> Step {
        if reader == nil {
            guard let format = try decide(window) else { return .needsMore }
            beginning.format = format
            reader = Self.reader(of: format, limits, beginning)
        }
        return try reader?.next(in: window, using: &parser) ?? .end
    }

    /// The format, or nil when more of the file must be seen.
    private func decide(_ window: Window) throws(FileFault) -> Format? {
        if let format = beginning.format { return format }
        guard window.isLast || window.bytes.count >= Sniffer.headBytes else { return nil }
        switch Sniffer.sniff(head: window.bytes, name: name) {
        case .format(.plainText): return .plainText
        case .format: return JSONShape.format(of: window, name: name, limits: limits)
        case .blank where !window.isLast:
            return window.bytes.count > limits.articleBytes ? .plainText : nil
        case .empty: throw FileFault(.emptyFile)
        case .blank: throw FileFault(.blankFile)
        case .unsupported(let kind): throw FileFault(.kind(kind))
        case .encoding(let name): throw FileFault(.encoding(name))
        case .binary: throw FileFault(.binaryFile)
        }
    }

    private static func reader(
        of format: Format, _ limits: ReadingLimits, _ cursor: Cursor
    ) -> any ArticleReader {
        switch format {
        case .plainText: PlainTextReader(limits: limits, resumingAt: cursor)
        case .json: JSONDocumentReader(limits: limits, resumingAt: cursor)
        case .jsonLines: JSONLinesReader(limits: limits, resumingAt: cursor)
        }
    }
}
