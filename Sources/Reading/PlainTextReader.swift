import Articles
import Encodings
import JSON
import Platform

/// A plain text: the whole file is one article.
package struct PlainTextReader: ArticleReader {
    private let limits: ReadingLimits
    package private(set) var cursor: Cursor

    package init(limits: ReadingLimits, resumingAt cursor: Cursor) {
        self.limits = limits
        self.cursor = cursor
    }

    /// A byte order mark, the text, and a byte that shows that it is too long.
    package var longestWindow: Int { limits.articleBytes + 4 }

    package mutating func next(
        in window: Window, using parser: inout JSONParser
    ) throws(FileFault) -> Step {
        guard cursor.item == 1 else { return .end }
        let start = window.markLength
        let text = window.bytes.part(start..<window.bytes.count)
        guard text.count <= limits.articleBytes else { throw tooLarge() }
        guard window.isLast else { return .needsMore }
        try check(text, startingAt: start)
        var draft = Draft(form: .plainText)
        draft.text = [UInt8](text)
        cursor.item = 2
        cursor.offset = window.end
        return .item(
            Item(number: 1, line: 1, bytes: 0..<window.end, content: .success(draft)))
    }

    private func check(_ text: UnsafeRawBufferPointer, startingAt start: Int) throws(FileFault) {
        guard !text.isEmpty else { throw FileFault(.emptyFile) }
        if let zero = text.firstIndex(ofByte: 0) {
            throw FileFault(
                Reason(
                    .binary,
                    what: "It holds a NUL byte, at \(zero + start), which no text does.",
                    advice: "Drop articles as UTF-8 text, JSON or JSON Lines.",
                    offset: UInt64(zero + start), line: text.line(at: zero)))
        }
        if let encoding = EncodingSigns.escaped(in: text) {
            throw FileFault(.encoding(encoding.name))
        }
        guard UTF8Validation.isValid(text) else { throw notUTF8(text, startingAt: start) }
        // Nearly always the first byte settles this.
        guard JSONScanner.skipSpace(in: text, from: 0) < text.count else {
            throw FileFault(.blankFile)
        }
    }

    private func notUTF8(_ text: UnsafeRawBufferPointer, startingAt start: Int) -> FileFault {
        let index = UTF8Validation.firstFault(in: text) ?? 0
        let line = text.line(at: index)
        let isCut = UTF8Validation.sequence(at: index, in: text) == .cut
        let what =
            isCut
            ? "It ends in the middle of a character, at byte \(index + start), line \(line)."
            : "It is not valid UTF-8 at byte \(index + start), line \(line) "
                + "(0x\(String(text[index], radix: 16, uppercase: true)))"
                + ", nor text in another encoding."
        let advice =
            isCut
            ? "Drop the whole file again."
            : "Convert it to UTF-8 (iconv -f ENCODING -t UTF-8) and drop it again."
        return FileFault(
            Reason(
                .notUTF8, what: what, advice: advice, offset: UInt64(index + start), line: line),
            isTruncation: isCut)
    }

    private func tooLarge() -> FileFault {
        FileFault(
            Reason(
                .tooLarge,
                what: "The text is longer than \(limits.articleBytes) bytes.",
                advice: "If it is one article, raise limits.articleBytes; else split it."))
    }
}
