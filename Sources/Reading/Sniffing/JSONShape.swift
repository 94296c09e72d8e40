import Articles
import JSON
import Platform

/// Tells JSON Lines from a single document, where the first bytes look like JSON.
enum JSONShape {
    /// The format, or nil when more of the file must be seen.
    ///
    /// Content decides where it can: lines are what has a whole object on its first line and more
    /// after it. A name ending in `.jsonl` or `.ndjson` settles the rest.
    static func format(of window: Window, name: String, limits: ReadingLimits) -> Format? {
        let bytes = window.bytes
        let isNamedLines = JSONSuffix(name: name) == .lines
        let start = JSONScanner.skipSpace(in: bytes, from: window.markLength)
        guard start < bytes.count else { return isNamedLines ? .jsonLines : .json }
        let rest = bytes.part(start..<bytes.count)
        if bytes[start] == 0x5B, isNamedLines { return array(rest, window, limits) }
        guard bytes[start] == 0x7B else { return isNamedLines ? .jsonLines : .json }
        guard let feed = rest.firstIndex(ofByte: 0x0A) else {
            return beyondFirstLine(window, rest, name, limits)
        }
        let first = rest.part(0..<feed)
        let next = JSONScanner.skipSpace(in: rest, from: feed)
        guard next < rest.count else { return beyondFirstLine(window, rest, name, limits) }
        if JSONScanner.endOfValue(in: first, from: 0) != nil { return .jsonLines }
        // The first line is only the head of a document, or a broken line of several.
        guard rest[next] == 0x7B else {
            return isNamedLines && rest[next] != 0x22 && rest[next] != 0x7D ? .jsonLines : .json
        }
        return isNamedLines || !expectsMore(first) ? .jsonLines : .json
    }

    /// The format of what is a single line as far as is seen; a document may be longer than a line.
    private static func beyondFirstLine(
        _ window: Window, _ rest: UnsafeRawBufferPointer, _ name: String, _ limits: ReadingLimits
    ) -> Format? {
        let suffix = JSONSuffix(name: name)
        if window.isLast { return suffix == .lines ? .jsonLines : .json }
        guard rest.count > limits.lineBytes else { return nil }
        return suffix == .document ? .json : .jsonLines
    }

    /// What is named as lines and begins with a bracket: an array as a single document, or lines of
    /// which the first is broken.
    private static func array(
        _ rest: UnsafeRawBufferPointer, _ window: Window, _ limits: ReadingLimits
    ) -> Format? {
        guard let feed = rest.firstIndex(ofByte: 0x0A) else {
            return window.isLast || rest.count > limits.lineBytes ? .json : nil
        }
        let first = rest.part(0..<feed)
        let next = JSONScanner.skipSpace(in: rest, from: feed)
        guard next < rest.count else { return window.isLast ? .json : nil }
        return expectsMore(first) || rest[next] != 0x7B ? .json : .jsonLines
    }

    /// Whether an object may follow on the next line of the same document.
    private static func expectsMore(_ line: UnsafeRawBufferPointer) -> Bool {
        let last = line.last { !JSONScanner.isSpace($0) }
        return last == 0x5B || last == 0x2C || last == 0x3A
    }
}
