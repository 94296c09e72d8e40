import Articles
import JSON

/// One JSON document: an article, an array of articles, or an object without a text that has such an
/// array under `articles`, `items`, `results` or `data`, itself or wrapped once.
///
/// The whole of it is parsed before the first article is given, so that a broken or cut document
/// gives none. The elements of an array are then parsed again one by one: their trees are small.
package struct JSONDocumentReader: ArticleReader {
    private let limits: ReadingLimits
    package private(set) var cursor: Cursor
    private var state = State.unparsed
    private var names = FieldNames()
    /// Lines are counted once, as items are given: the line of an index that was reached.
    private var counted: (index: Int, line: UInt64) = (0, 1)

    private enum State {
        case unparsed
        /// Where in the file the rest of the array begins.
        case elements(from: UInt64)
        case finished
    }

    package init(limits: ReadingLimits, resumingAt cursor: Cursor) {
        self.limits = limits
        self.cursor = cursor
    }

    package mutating func prepare(for origin: Document.Origin, _ hints: FeedHints) {
        names = FieldNames(own: hints.fields)
    }

    package var longestWindow: Int { limits.documentBytes + 1 }

    package mutating func next(
        in window: Window, using parser: inout JSONParser
    ) throws(FileFault) -> Step {
        guard window.bytes.count <= limits.documentBytes else { throw tooLarge() }
        guard window.isLast else { return .needsMore }
        switch state {
        case .unparsed: return try begin(window, &parser)
        case .elements(let place): return try element(window, from: place, &parser)
        case .finished: return .end
        }
    }

    private enum Shape {
        case article(Result<Draft, Reason>)
        case array
        case arrayInside(at: [String])
    }

    private mutating func begin(
        _ window: Window, _ parser: inout JSONParser
    ) throws(FileFault) -> Step {
        let start = JSONScanner.skipSpace(in: window.bytes, from: window.markLength)
        let document = window.bytes.part(start..<window.bytes.count)
        let shape: Shape
        do {
            let (limits, names) = (limits, names)
            shape = try parser.parse(document) { Self.shape(of: $0, limits, names) }
        } catch {
            throw broken(error, window, from: start)
        }
        var inside = start + 1
        switch shape {
        case .article(let result):
            state = .finished
            guard cursor.item == 1 else { return .end }
            cursor.item = 2
            var end = window.bytes.count
            while end > start, JSONScanner.isSpace(window.bytes[end - 1]) { end -= 1 }
            return .item(item(1, start..<end, result.mapError { $0 }, window))
        case .array: break
        case .arrayInside(let path):
            inside = insideArray(at: path, in: window.bytes, from: start)
        }
        // Elements before the cursor were given already, before a restart.
        for _ in 1..<max(1, cursor.item) {
            guard let skipped = JSONScanner.nextElement(in: window.bytes, from: inside) else {
                break
            }
            inside = skipped.upperBound
        }
        if JSONScanner.nextElement(in: window.bytes, from: inside) == nil, cursor.item == 1 {
            throw FileFault(
                Reason(
                    .noText, what: "Its array of articles is empty.",
                    advice: "Nothing need be done if that was meant."))
        }
        state = .elements(from: UInt64(inside))
        return try element(window, from: UInt64(inside), &parser)
    }

    private static func shape(
        of value: JSONValue, _ limits: ReadingLimits, _ names: FieldNames
    ) -> Shape {
        if value.kind == .array { return .array }
        if let path = ArticleObject.arrayPath(in: value, names: names) {
            return .arrayInside(at: path)
        }
        do throws(Reason) {
            let draft = try ArticleObject.draft(of: value, limits: limits, names: names)
            return .article(.success(draft))
        } catch {
            return .article(.failure(error))
        }
    }

    /// The index after the opening bracket of the array that a path of keys leads to, in a document that
    /// was parsed.
    private func insideArray(
        at path: [String], in bytes: UnsafeRawBufferPointer, from start: Int
    ) -> Int {
        var inside = start + 1
        for (depth, name) in path.enumerated() {
            let bracket: UInt8 = depth == path.count - 1 ? 0x5B : 0x7B
            var found: Int?
            while found == nil, let (key, value) = JSONScanner.nextMember(in: bytes, from: inside) {
                if bytes.part(key).dropFirst().dropLast().elementsEqual(name.utf8),
                    bytes[value.lowerBound] == bracket
                {
                    found = value.lowerBound + 1
                }
                inside = value.upperBound
            }
            // A key written with escapes: nothing is found, and the file is refused as empty.
            guard let found else { return bytes.count }
            inside = found
        }
        return inside
    }

    private mutating func element(
        _ window: Window, from place: UInt64, _ parser: inout JSONParser
    ) throws(FileFault) -> Step {
        guard
            let range = JSONScanner.nextElement(in: window.bytes, from: window.index(of: place))
        else {
            state = .finished
            return .end
        }
        guard cursor.item <= limits.articlesPerFile else {
            throw FileFault(.tooManyArticles(limits.articlesPerFile))
        }
        let result: Result<Draft, any Error>
        do {
            let (limits, names) = (limits, names)
            let draft = try parser.parse(window.bytes.part(range)) {
                try ArticleObject.draft(of: $0, limits: limits, names: names)
            }
            result = .success(draft)
        } catch {
            result = .failure(error)
        }
        state = .elements(from: UInt64(range.upperBound))
        cursor.item += 1
        return .item(item(cursor.item - 1, range, result, window))
    }

    private mutating func item(
        _ number: Int, _ range: Range<Int>, _ result: Result<Draft, any Error>, _ window: Window
    ) -> Item {
        let passed = window.bytes.part(counted.index..<max(counted.index, range.lowerBound))
        counted = (range.lowerBound, counted.line + passed.line(at: passed.count) - 1)
        let line = counted.line
        let content = result.mapError { error in
            ItemFault(.article(error, at: UInt64(range.lowerBound), line: line))
        }
        return Item(
            number: number, line: line, bytes: UInt64(range.lowerBound)..<UInt64(range.upperBound),
            content: content)
    }

    private func broken(_ error: any Error, _ window: Window, from start: Int) -> FileFault {
        guard let error = error as? JSONError else {
            return FileFault(Reason(.brokenJSON, what: "\(error)", advice: "Correct it."))
        }
        let index = min(start + error.offset, window.bytes.count)
        let line = window.bytes.line(at: index)
        if error.fault == .notUTF8 {
            return FileFault(
                Reason(
                    .notUTF8, what: "The JSON is not valid UTF-8 at byte \(index), line \(line).",
                    advice: "Convert it to UTF-8 (iconv -f ENCODING -t UTF-8) and drop it again.",
                    offset: UInt64(index), line: line))
        }
        guard !error.isTruncation else {
            return FileFault(
                Reason(
                    .truncated,
                    what: "The JSON ends in the middle of its structure, at byte \(index), "
                        + "line \(line): \(error.explanation).",
                    advice: "The file was probably cut off: drop it again, whole.",
                    offset: UInt64(index), line: line),
                isTruncation: true)
        }
        return FileFault(
            .json(
                error, subject: "The file", advice: "Correct it and drop it again.",
                at: UInt64(index), line: line))
    }

    private func tooLarge() -> FileFault {
        FileFault(
            Reason(
                .tooLarge,
                what: "The JSON document is longer than \(limits.documentBytes) bytes, "
                    + "and must be held whole.",
                advice: "Write it as JSON Lines, an article a line, which may be of any length."))
    }
}
