import Articles
import JSON
import Platform

/// JSON Lines: an article a line. Blank lines are passed over and have no item number.
package struct JSONLinesReader: ArticleReader {
    private let limits: ReadingLimits
    package private(set) var cursor: Cursor
    /// How far the line at the cursor was searched for its end, as an offset in the file.
    private var searched: UInt64
    /// Where a line begins that is too long to be held and is being passed over.
    private var tooLong: UInt64?
    /// What is known of lines that are no UTF-8.
    private var form = TextForm(origin: Document.Origin(), hints: FeedHints())
    private var names = FieldNames()

    package init(limits: ReadingLimits, resumingAt cursor: Cursor) {
        self.limits = limits
        self.cursor = cursor
        searched = cursor.offset
    }

    package mutating func prepare(for origin: Document.Origin, _ hints: FeedHints) {
        form = TextForm(origin: origin, hints: hints)
        names = FieldNames(own: hints.fields)
    }

    package var longestWindow: Int { limits.lineBytes + 1 }

    package mutating func next(
        in window: Window, using parser: inout JSONParser
    ) throws(FileFault) -> Step {
        while true {
            let start = window.index(of: cursor.offset)
            let rest = window.bytes.part(window.index(of: searched)..<window.bytes.count)
            let feed = rest.firstIndex(ofByte: 0x0A).map { searched + UInt64($0) }
            if feed == nil, !window.isLast {
                searched = window.end
                if tooLong == nil, window.bytes.count - start > limits.lineBytes {
                    tooLong = cursor.offset
                }
                if tooLong != nil { cursor.offset = window.end }
                return .needsMore
            }
            let end = feed ?? window.end
            let bytes = (tooLong ?? cursor.offset)..<end
            let line = cursor.line
            guard !bytes.isEmpty || feed != nil else { return .end }
            let isTooLong = tooLong != nil || bytes.count > limits.lineBytes
            let content = window.bytes.part(
                max(start, window.markLength)..<max(window.index(of: end), start, window.markLength)
            )
            if !isTooLong, JSONScanner.skipSpace(in: content, from: 0) == content.count {
                advance(past: end, hasFeed: feed != nil)
                continue
            }
            guard cursor.item <= limits.articlesPerFile else {
                throw FileFault(.tooManyArticles(limits.articlesPerFile))
            }
            let offset = window.offset + UInt64(max(start, window.markLength))
            let result =
                isTooLong
                ? .failure(ItemFault(.longLine(line, at: bytes.lowerBound, limits)))
                : draft(content, at: offset, line, isLast: feed == nil, &parser)
            let item = Item(number: cursor.item, line: line, bytes: bytes, content: result)
            advance(past: end, hasFeed: feed != nil)
            cursor.item += 1
            return .item(item)
        }
    }

    private mutating func advance(past end: UInt64, hasFeed: Bool) {
        cursor.offset = hasFeed ? end + 1 : end
        cursor.line += 1
        searched = cursor.offset
        tooLong = nil
    }

    private func draft(
        _ bytes: UnsafeRawBufferPointer, at offset: UInt64, _ line: UInt64, isLast: Bool,
        _ parser: inout JSONParser
    ) -> Result<Draft, ItemFault> {
        do {
            let (limits, names) = (limits, names)
            return .success(
                try parser.parse(bytes) {
                    try ArticleObject.draft(of: $0, limits: limits, names: names)
                })
        } catch let error as JSONError {
            if error.fault == .notUTF8, let draft = decoded(bytes, &parser) {
                return .success(draft)
            }
            let place = offset + UInt64(error.offset)
            return .failure(
                ItemFault(
                    .brokenLine(line, error, at: place, isLast: isLast),
                    isTruncation: isLast && error.isTruncation))
        } catch {
            return .failure(ItemFault(.article(error, at: offset, line: line)))
        }
    }
}

extension JSONLinesReader {
    /// Of a line that is in another encoding, if it is a good one then.
    private func decoded(_ line: UnsafeRawBufferPointer, _ parser: inout JSONParser) -> Draft? {
        let (limits, names) = (limits, names)
        guard let text = try? form.decoded(line) else { return nil }
        return try? parser.parse(text.bytes) {
            try ArticleObject.draft(of: $0, limits: limits, names: names)
        }
    }
}

extension Reason {
    fileprivate static func brokenLine(
        _ line: UInt64, _ error: JSONError, at offset: UInt64, isLast: Bool
    ) -> Reason {
        guard isLast, error.isTruncation else {
            return .json(
                error, subject: "The line", advice: "Correct the line and drop it by itself.",
                at: offset, line: line)
        }
        return Reason(
            .truncated,
            what:
                "The last line, \(line), ends in the middle of an object and without a line feed.",
            advice: "The file may have been cut off: drop the line again, whole.",
            offset: offset, line: line)
    }

    fileprivate static func longLine(
        _ line: UInt64, at offset: UInt64, _ limits: ReadingLimits
    ) -> Reason {
        Reason(
            .tooLarge, what: "Line \(line) is longer than \(limits.lineBytes) bytes.",
            advice: "If it is one article, raise limits.articleBytes (a line may be twice that).",
            offset: offset, line: line)
    }
}
