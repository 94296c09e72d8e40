import Articles
import JSON
import Platform

/// An mbox: messages one after another, each after a line that begins with "From ".
///
/// A message is held at a time, and read as mail is. Lines of a text that begin like that line have
/// a `>` before them (mboxo, mboxrd), which is taken away.
struct MailboxReader: ArticleReader {
    private let limits: ReadingLimits
    private(set) var cursor: Cursor
    /// Items of the message at the cursor that are still to be given, the next one last.
    private var pending: [Item] = []
    /// Where the message ends that they are of.
    private var messageEnd: (offset: UInt64, line: UInt64) = (0, 1)
    /// How far the message at the cursor was searched for its end.
    private var searched: UInt64 = 0
    /// Where a message begins that is too long to be held and is being passed over.
    private var tooLong: (offset: UInt64, line: UInt64)?

    init(limits: ReadingLimits, resumingAt cursor: Cursor) {
        self.limits = limits
        self.cursor = cursor
        searched = cursor.offset
    }

    /// A line before a message is no longer; more than one need not be seen to tell it.
    private static let longestFromLine = 1024

    var longestWindow: Int { limits.documentBytes + Self.longestFromLine + 1 }

    mutating func next(
        in window: Window, using parser: inout JSONParser
    ) throws(FileFault) -> Step {
        while true {
            if let item = pending.popLast() { return .item(give(item)) }
            let start = window.index(of: cursor.offset)
            guard start < window.bytes.count || !window.isLast else { return .end }
            guard let end = end(ofMessageFrom: start, in: window) else { return .needsMore }
            try read(start..<end, in: window)
        }
    }

    private mutating func give(_ item: Item) -> Item {
        cursor.item += 1
        cursor.given += 1
        if pending.isEmpty { advance() }
        return item
    }

    private mutating func advance() {
        (cursor.offset, cursor.line) = messageEnd
        cursor.given = 0
        searched = cursor.offset
        tooLong = nil
    }

    /// Where the message ends that begins at an index; nil when more of the file must be seen.
    private mutating func end(ofMessageFrom start: Int, in window: Window) -> Int? {
        var at = max(start, window.index(of: searched))
        while let found = Self.fromLine(in: window.bytes, from: at) {
            // The line that the message itself begins with is not its end.
            if found > start || tooLong != nil { return found }
            at = found + 5
        }
        if window.isLast { return window.bytes.count }
        let seen = max(start, window.bytes.count - Self.longestFromLine)
        searched = window.offset + UInt64(seen)
        if window.bytes.count - start > limits.documentBytes {
            if tooLong == nil { tooLong = (cursor.offset, cursor.line) }
            let passed = window.bytes.part(start..<seen)
            cursor.line += passed.line(at: passed.count) - 1
            cursor.offset = searched
        }
        return nil
    }

    /// The index of the next line that begins a message, at or behind an index: behind an empty line
    /// or at the beginning, "From ", who, and when.
    private static func fromLine(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var at = start
        while at < bytes.count {
            let isAtLine = at == 0 || bytes[at - 1] == 0x0A
            if isAtLine, isFromLine(bytes.part(at..<min(bytes.count, at + longestFromLine))),
                at < 2 || bytes[at - 2] == 0x0A || (bytes[at - 2] == 0x0D && at > 2)
            {
                return at
            }
            guard let feed = bytes.firstIndex(ofByte: 0x0A, from: at) else { return nil }
            at = feed + 1
        }
        return nil
    }

    /// "From maren@courier.example Tue Mar  3 08:15:00 2026": an hour is enough of a time.
    private static func isFromLine(_ line: UnsafeRawBufferPointer) -> Bool {
        guard line.starts(with: "From ".utf8), let end = line.firstIndex(ofByte: 0x0A)
        else { return false }
        func isDigit(_ index: Int) -> Bool { (0x30...0x39).contains(line[index]) }
        return (6..<max(6, end - 2)).contains { index in
            line[index] == 0x3A && isDigit(index - 1) && isDigit(index + 1) && isDigit(index + 2)
        }
    }

    private mutating func read(_ range: Range<Int>, in window: Window) throws(FileFault) {
        let raw = window.bytes.part(range)
        messageEnd = (
            window.offset + UInt64(range.upperBound), cursor.line + raw.line(at: raw.count) - 1
        )
        let place = (tooLong?.offset ?? cursor.offset)..<messageEnd.offset
        guard tooLong == nil, raw.count <= limits.documentBytes else {
            return add([DocumentItem(.failure(.longMessage(limits.documentBytes)))], at: place)
        }
        var message = Self.unquoted(raw)
        // What precedes the first message, or is left behind the last one.
        guard message.contains(where: { $0 > 0x20 }) else { return advance() }
        if message.last != 0x0A { message.append(0x0A) }
        let limits = limits
        let items: [DocumentItem] = message.withUnsafeBytes { bytes in
            do throws(Reason) {
                let text = UnsafeRawBufferPointer(start: nil, count: 0)
                return try MailReader.items(
                    of: Document(bytes: bytes, text: text, limits: limits))
            } catch {
                return [DocumentItem(.failure(error))]
            }
        }
        add(Array(items.dropFirst(cursor.given)), at: place)
        guard cursor.item + items.count - 1 <= limits.articlesPerFile else {
            throw FileFault(.tooManyArticles(limits.articlesPerFile))
        }
        if pending.isEmpty { advance() }
    }

    private mutating func add(_ items: [DocumentItem], at place: Range<UInt64>) {
        let line = tooLong?.line ?? cursor.line
        let first = cursor.item
        pending = items.enumerated().map { index, item in
            Item(
                number: first + index, line: line, bytes: place,
                content: item.content.mapError { ItemFault($0) }, format: item.format,
                member: item.member)
        }.reversed()
    }

    /// The message without the line before it, and without the marks that keep its own lines apart
    /// from such lines.
    private static func unquoted(_ raw: UnsafeRawBufferPointer) -> [UInt8] {
        var message: [UInt8] = []
        message.reserveCapacity(raw.count)
        var start = 0
        while start < raw.count {
            let next = raw.firstIndex(ofByte: 0x0A, from: start).map { $0 + 1 } ?? raw.count
            var line = raw[start..<next]
            if start == 0, line.starts(with: "From ".utf8) {
                start = next
                continue
            }
            if line.first == 0x3E, line.drop(while: { $0 == 0x3E }).starts(with: "From ".utf8) {
                line = line.dropFirst()
            }
            message.append(contentsOf: line)
            start = next
        }
        return message
    }
}

extension Reason {
    fileprivate static func longMessage(_ limit: Int) -> Reason {
        Reason(
            .tooLarge, what: "A message is longer than \(limit) bytes.",
            advice: "Drop the articles that are in it, or raise limits.articleBytes.")
    }
}
