import Platform

/// What the first line of a table says: the names of its columns, and what parts them.
package struct TableColumns: Sendable, Hashable {
    /// A comma, a semicolon (as programs write that use the comma in numbers), a tab or a bar.
    let delimiter: UInt8
    /// As printed, or ours for them.
    let names: [String]

    /// More columns are no table of articles.
    private static let mostColumns = 256
    /// A first line is no longer.
    private static let longest = 16 << 10
    private static let delimiters: [UInt8] = [0x09, 0x3B, 0x2C, 0x7C]

    /// The head of a table, and where its first row begins; nil where the first line names no column
    /// that an article has its text or its headline in, or where it is not there as a whole.
    /// - Parameter text: a file from its beginning, without its byte order mark.
    static func read(
        _ text: UnsafeRawBufferPointer, _ known: FieldNames = FieldNames(arePeoples: true)
    ) -> (head: TableColumns, end: Int)? {
        let start = afterSeparatorLine(in: text)
        var best: (head: TableColumns, end: Int, known: Int)?
        for delimiter in delimiters {
            let scanner = TableScanner(delimiter: delimiter)
            let beginning = text.part(0..<min(text.count, start + longest))
            guard case .row(let columns, let end) = scanner.row(in: beginning, from: start),
                columns.count <= mostColumns, end < longest + start || end == text.count
            else { continue }
            let names = columns.map { scanner.value(of: $0, in: text).trimmingBlanks }
            let meanings = names.map { Self.field(of: $0, known) }
            guard meanings.contains(where: { $0 == .text || $0 == .headline }) else { continue }
            let count = meanings.count { $0 != nil }
            if count > best?.known ?? 0 {
                best = (TableColumns(delimiter: delimiter, names: names), end, count)
            }
        }
        return best.map { ($0.head, $0.end) }
    }

    /// What Excel begins files with that are for another country: "sep=;".
    private static func afterSeparatorLine(in text: UnsafeRawBufferPointer) -> Int {
        guard text.count > 5, text.starts(with: "sep=".utf8) else { return 0 }
        return text.part(0..<min(text.count, 8)).firstIndex(ofByte: 0x0A).map { $0 + 1 }
            ?? 0
    }

    private static func field(of name: String, _ known: FieldNames) -> ArticleField? {
        var name = name
        return name.withUTF8 { known.meaning(of: UnsafeRawBufferPointer($0))?.field }
    }

    /// How many columns have a place in an article.
    func knownColumns(_ known: FieldNames) -> Int {
        names.count { Self.field(of: $0, known) != nil }
    }
}
