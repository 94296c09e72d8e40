import Articles
import JSON
import Platform

/// A table with a line of names: an article a row, its values by the names of their columns as those
/// of JSON are by their keys. Blank rows are passed over and have no item number.
package struct TableReader: ArticleReader {
    private let limits: ReadingLimits
    package private(set) var cursor: Cursor
    private var names = FieldNames(arePeoples: true)

    package init(limits: ReadingLimits, resumingAt cursor: Cursor) {
        self.limits = limits
        self.cursor = cursor
    }

    package mutating func prepare(for origin: Document.Origin, _ hints: FeedHints) {
        names = FieldNames(own: hints.fields, arePeoples: true)
    }

    package var longestWindow: Int { limits.lineBytes + 1 }

    package mutating func next(
        in window: Window, using parser: inout JSONParser
    ) throws(FileFault) -> Step {
        if cursor.table == nil { cursor.table = try head(in: window) }
        guard let table = cursor.table else { return .needsMore }
        let scanner = TableScanner(delimiter: table.delimiter)
        while true {
            let start = window.index(of: cursor.offset)
            guard start < window.bytes.count else { return window.isLast ? .end : .needsMore }
            let row = scanner.row(in: window.bytes, from: start)
            let isLonger = window.bytes.count - start > limits.lineBytes
            switch row {
            case .row(let fields, let next):
                // What ends with the window may go on behind it, as may a CR.
                if next == window.bytes.count, !window.isLast, !isLonger { return .needsMore }
                let end = contentEnd(before: next, from: start, in: window.bytes)
                let bytes = window.bytes.part(start..<end)
                // Programs write rows without a value below the last one that has some.
                if JSONScanner.skipSpace(in: bytes, from: 0) == bytes.count
                    || fields.allSatisfy(\.range.isEmpty)
                {
                    advance(to: next, in: window)
                    continue
                }
                guard next - start <= limits.lineBytes else {
                    return try item(start..<end, next, window, .failure(.longRow(limits)))
                }
                let result =
                    UTF8Validation.isValid(bytes)
                    ? draft(of: fields, table, scanner, window.bytes, &parser)
                    : .failure(.tableNotUTF8)
                let isCut =
                    next == window.bytes.count && end == next && fields.count < table.names.count
                return try item(start..<end, next, window, result, isTruncation: isCut)
            case .open, .stray:
                if case .open = row, !window.isLast, !isLonger { return .needsMore }
                return try fault(row, start, window)
            }
        }
    }

    /// The head of the table; nil when more of the file must be seen.
    private mutating func head(in window: Window) throws(FileFault) -> TableColumns? {
        let text = window.bytes.part(window.markLength..<window.bytes.count)
        guard window.isLast || text.count > limits.lineBytes || text.count > 64 << 10 else {
            return nil
        }
        // Of what is there as a whole, the encoding can be told.
        guard !window.isLast || UTF8Validation.isValid(text) else {
            throw FileFault(.tableNotUTF8)
        }
        guard let (head, end) = TableColumns.read(text, names) else {
            throw FileFault(.namelessTable)
        }
        advance(to: window.markLength + end, in: window)
        return head
    }

    /// What is wrong with a row. Reading goes on behind the line that the fault is in, or, where a
    /// quotation mark has no other, behind the line that it stands in.
    private mutating func fault(
        _ row: TableScanner.Outcome, _ start: Int, _ window: Window
    ) throws(FileFault) -> Step {
        let place: Int
        let isOpen: Bool
        switch row {
        case .open(let index): (place, isOpen) = (index, true)
        case .stray(let index): (place, isOpen) = (index, false)
        case .row: return .end
        }
        let feed = window.bytes.firstIndex(ofByte: 0x0A, from: place)
        if feed == nil, !window.isLast, window.bytes.count - start <= limits.lineBytes {
            return .needsMore
        }
        let next = feed.map { $0 + 1 } ?? window.bytes.count
        let end = contentEnd(before: next, from: start, in: window.bytes)
        let isCut = isOpen && window.isLast
        return try item(
            start..<end, next, window, .failure(isOpen ? .openQuote : .strayQuote),
            isTruncation: isCut)
    }

    private mutating func item(
        _ range: Range<Int>, _ next: Int, _ window: Window, _ result: Result<Draft, Reason>,
        isTruncation: Bool = false
    ) throws(FileFault) -> Step {
        guard cursor.item <= limits.articlesPerFile else {
            throw FileFault(.tooManyArticles(limits.articlesPerFile))
        }
        let line = cursor.line
        let offset = window.offset + UInt64(range.lowerBound)
        let item = Item(
            number: cursor.item, line: line,
            bytes: offset..<window.offset + UInt64(range.upperBound),
            content: result.mapError { reason in
                var reason = reason
                (reason.offset, reason.line) = (offset, line)
                return ItemFault(reason, isTruncation: isTruncation)
            })
        advance(to: next, in: window)
        cursor.item += 1
        return .item(item)
    }

    private mutating func advance(to index: Int, in window: Window) {
        let passed = window.bytes.part(window.index(of: cursor.offset)..<index)
        cursor.line += passed.line(at: passed.count) - 1
        cursor.offset = window.offset + UInt64(index)
    }

    /// The index behind a row without the line end that it has.
    private func contentEnd(
        before next: Int, from start: Int, in bytes: UnsafeRawBufferPointer
    ) -> Int {
        var end = next
        if end > start, bytes[end - 1] == 0x0A { end -= 1 }
        if end > start, bytes[end - 1] == 0x0D { end -= 1 }
        return end
    }

    private func draft(
        of fields: [TableScanner.Field], _ table: TableColumns, _ scanner: TableScanner,
        _ bytes: UnsafeRawBufferPointer, _ parser: inout JSONParser
    ) -> Result<Draft, Reason> {
        // Programs leave delimiters behind the last column.
        let extra = fields.dropFirst(table.names.count)
        // Others leave out the last columns. A value that is quoted is whole; behind one that is not
        // the row may be broken in the middle of a text.
        let isWhole = fields.count >= table.names.count || (fields.last?.isQuoted ?? false)
        guard isWhole, extra.allSatisfy(\.range.isEmpty) else {
            return .failure(.unevenRow(fields.count, table.names.count))
        }
        var writer = JSONWriter()
        writer.beginObject()
        for (name, field) in zip(table.names, fields) where !field.range.isEmpty && !name.isEmpty {
            writer.key(string: name)
            writer.string(scanner.value(of: field, in: bytes))
        }
        writer.endObject()
        let (limits, names) = (limits, names)
        do {
            return .success(
                try parser.parse(writer.finish()) {
                    try ArticleObject.draft(of: $0, limits: limits, names: names)
                })
        } catch {
            return .failure(.article(error, at: 0, line: 1))
        }
    }
}

extension Reason {
    fileprivate static let namelessTable = Reason(
        .noText,
        what: "The first line of the table names no column that has the text or the headline of "
            + "articles.",
        advice:
            "Name the columns as the keys of JSON articles are named, such as headline and text."
    )

    fileprivate static let tableNotUTF8 = Reason(
        .notUTF8, what: "It is no text in UTF-8.",
        advice: "Convert the table to UTF-8 (iconv -f ENCODING -t UTF-8) and drop it again.")

    fileprivate static let openQuote = Reason(
        .truncated, what: "A quotation mark that begins a value has no other that ends it.",
        advice: "Correct the row and drop it with the line of names.")

    fileprivate static let strayQuote = Reason(
        .brokenTable, what: "Something follows the quotation mark that ends a value.",
        advice: "Write quotation marks inside a quoted value twice, and drop the row with the line "
            + "of names.")

    fileprivate static func unevenRow(_ count: Int, _ names: Int) -> Reason {
        Reason(
            .brokenTable, what: "The row has \(count) values, and the table \(names) columns.",
            advice:
                "Quote values that have delimiters or line feeds in them, and drop the row with "
                + "the line of names.")
    }

    fileprivate static func longRow(_ limits: ReadingLimits) -> Reason {
        Reason(
            .tooLarge, what: "The row is longer than \(limits.lineBytes) bytes.",
            advice: "If it is one article, raise limits.articleBytes (a row may be twice that).")
    }
}
