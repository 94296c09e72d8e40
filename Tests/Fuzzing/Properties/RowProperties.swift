import Articles
import JSON
import Reading

/// Tables and mailboxes, which are read a row or a message at a time, give the same whole, in pieces
/// and resumed after each item; their items are numbered, and lie in the file one after another.
///
/// The first byte of the input chooses the format, the second the size of the pieces.
enum RowProperties {
    private static let formats: [Format] = [.commaSeparated, .tabSeparated, .mbox]

    static func check(_ bytes: [UInt8]) throws {
        guard bytes.count >= 2 else { return }
        let format = formats[Int(bytes[0]) % formats.count]
        let size = Int(bytes[1]) % 64 + 1
        // What is no UTF-8 is decoded as a whole before it is read, and has no places in the file.
        let file = Array(String(decoding: bytes.dropFirst(2), as: UTF8.self).utf8)
        let whole = try read(file, format, ReadingLimits(), inPieces: file.count + 1)
        try checkItems(whole, in: file)
        for isResuming in [false, true] {
            let pieces = try read(
                file, format, ReadingLimits(), inPieces: size, isResuming: isResuming)
            try require(
                pieces.isSame(as: whole),
                "\(format) in \(size), resuming \(isResuming): \(pieces) and not \(whole)")
        }
        var narrow = ReadingLimits()
        narrow.articleBytes = 48
        narrow.articlesPerFile = 4
        narrow.documentBytes = 160
        try checkItems(read(file, format, narrow, inPieces: size), in: file)
    }

    private static func checkItems(_ rows: ReadRows, in file: [UInt8]) throws {
        var end: UInt64 = 0
        var last: UInt64 = 0
        for (index, item) in rows.items.enumerated() {
            try require(item.number == index + 1, "item \(item.number) is number \(index + 1)")
            // The messages in a message lie where it lies.
            let isSame = item.bytes.lowerBound == last && item.bytes.upperBound == end
            try require(
                (isSame || item.bytes.lowerBound >= end)
                    && item.bytes.upperBound <= UInt64(file.count),
                "item \(item.number) lies at \(item.bytes) of \(file.count), after \(end)")
            (last, end) = (item.bytes.lowerBound, item.bytes.upperBound)
            let line = file.prefix(Int(item.bytes.lowerBound)).count { $0 == 0x0A } + 1
            try require(item.line == line, "item \(item.number) is on line \(line): \(item.line)")
            guard case .success(let draft) = item.content else { continue }
            try require(
                draft.text.withUnsafeBytes { UTF8Validation.isValid($0) }, "text is no UTF-8")
        }
    }

    private static func read(
        _ bytes: [UInt8], _ format: Format, _ limits: ReadingLimits, inPieces size: Int,
        isResuming: Bool = false
    ) throws -> ReadRows {
        var rows = ReadRows()
        var cursor = Cursor()
        cursor.format = format
        var reader = FileReader(limits: limits)
        reader.open(name: "", resumingAt: cursor)
        var source = EqualPieces(bytes: bytes, size: size, offset: 0)
        do {
            while let item = try reader.next(from: &source) {
                rows.items.append(item)
                guard isResuming else { continue }
                cursor = reader.cursor
                reader = FileReader(limits: limits)
                reader.open(name: "", resumingAt: cursor)
                source = EqualPieces(bytes: bytes, size: size, offset: Int(cursor.offset))
            }
        } catch let fault as FileFault {
            rows.fault = fault
        }
        return rows
    }
}

/// All that was read of a file.
private struct ReadRows: CustomStringConvertible {
    var items: [Item] = []
    var fault: FileFault?

    func isSame(as other: ReadRows) -> Bool {
        fault?.reason.code == other.fault?.reason.code && items.count == other.items.count
            && zip(items, other.items).allSatisfy { one, other in
                guard one.number == other.number, one.line == other.line, one.bytes == other.bytes
                else { return false }
                switch (one.content, other.content) {
                case (.success(let a), .success(let b)): return a.isSame(as: b)
                case (.failure(let a), .failure(let b)): return a == b
                default: return false
                }
            }
    }

    var description: String {
        "\(items.map { "\($0.number) line \($0.line) \($0.bytes) \($0.content)" }), \(fault.map { "\($0)" } ?? "no fault")"
    }
}

private struct EqualPieces: ByteSource {
    let bytes: [UInt8]
    let size: Int
    var offset: Int

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let start = min(offset, bytes.count)
        let count = min(size, buffer.count, bytes.count - start)
        buffer.copyBytes(from: bytes[start..<start + count])
        offset = start + count
        return count
    }
}
