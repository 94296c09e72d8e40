import Articles
import JSON

/// Tells tables of articles from texts that have commas.
enum TableShape {
    /// The format of a file by how it begins; nil for what is no table.
    ///
    /// It is one where the first line names at least two fields of articles, the text or the
    /// headline among them, and the rows that are seen have as many columns. A name that ends in
    /// `.csv` or `.tsv` says so, too.
    /// - Parameters:
    ///   - head: as much as is known of the file, without its byte order mark.
    ///   - isWhole: that is all of it.
    ///   - known: with the names of the feed.
    static func format(
        of head: UnsafeRawBufferPointer, name: String, isWhole: Bool,
        known: FieldNames = FieldNames(arePeoples: true)
    ) -> Format? {
        let name = name.lowercased()
        let isNamed = name.hasSuffix(".csv") || name.hasSuffix(".tsv") || name.hasSuffix(".tab")
        // Nearly all texts are settled by this: a first line of names is short and has a delimiter.
        guard isNamed || mayBeNames(head) else { return nil }
        guard let (table, start) = TableColumns.read(head, known) else {
            return !isNamed ? nil : name.hasSuffix(".csv") ? .commaSeparated : .tabSeparated
        }
        let format: Format = table.delimiter == 0x09 ? .tabSeparated : .commaSeparated
        guard isNamed || (table.knownColumns(known) >= 2 && agrees(table, head, start, isWhole))
        else {
            return nil
        }
        return format
    }

    /// Whether the first line has a delimiter before its first blank that follows a word.
    private static func mayBeNames(_ head: UnsafeRawBufferPointer) -> Bool {
        for byte in head.prefix(64) {
            switch byte {
            case 0x2C, 0x3B, 0x09, 0x7C: return true
            case 0x0A, 0x0D: return head.starts(with: "sep=".utf8)
            default: continue
            }
        }
        return false
    }

    /// Whether there are rows and all that are seen have a value for each column.
    private static func agrees(
        _ table: TableColumns, _ head: UnsafeRawBufferPointer, _ start: Int, _ isWhole: Bool
    ) -> Bool {
        let scanner = TableScanner(delimiter: table.delimiter)
        var at = start
        var rows = 0
        while at < head.count, rows < 16 {
            guard case .row(let fields, let next) = scanner.row(in: head, from: at) else {
                // What is cut off may be quoted further on.
                return rows > 0 || !isWhole
            }
            // The last one may go on behind what is seen.
            if next == head.count, !isWhole { return true }
            let isBlank = fields.count == 1 && fields.allSatisfy(\.range.isEmpty)
            if !isBlank {
                guard fields.count == table.names.count else { return false }
                rows += 1
            }
            at = next
        }
        return rows > 0
    }
}
