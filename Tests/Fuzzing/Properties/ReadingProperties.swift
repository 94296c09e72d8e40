import Articles
import JSON
import Reading
import TestSupport

/// Whole, in pieces of any size, and resumed after each item, a file gives the same; items are
/// numbered from 1 and lie in the file one after another, or are each the whole of a document; each
/// fault's place is in the file.
enum ReadingProperties {
    static func check(_ bytes: [UInt8]) throws {
        for name in ["", "a.json", "a.jsonl"] {
            let whole = reading(bytes, name, ReadingLimits())
            try checkItems(of: whole, in: bytes)
            for isResuming in [false, true] {
                let pieces = try reading(bytes, name, ReadingLimits(), inPieces: isResuming)
                try require(
                    pieces.isSame(as: whole),
                    "\(name): in pieces, resuming \(isResuming): \(pieces) and not \(whole)")
            }
            // With limits this narrow, what is known of a file differs by how much of it is seen.
            try checkItems(of: reading(bytes, name, narrow), in: bytes)
            try checkItems(of: reading(bytes, name, narrow, inPieces: false), in: bytes)
        }
    }

    private static var narrow: ReadingLimits {
        var limits = ReadingLimits()
        limits.articleBytes = 48
        limits.articlesPerFile = 4
        limits.depth = 4
        limits.documentBytes = 160
        return limits
    }

    private static func checkItems(of reading: ReadFile, in bytes: [UInt8]) throws {
        var lines = LineCounter(bytes)
        var end: UInt64 = 0
        for (index, item) in reading.items.enumerated() {
            try require(item.number == index + 1, "item \(item.number) is number \(index + 1)")
            // What was decoded or unpacked has no place in the file.
            if item.format?.documents != nil {
                try require(
                    item.bytes.isEmpty || item.bytes == 0..<UInt64(bytes.count),
                    "item \(item.number) of a document lies at \(item.bytes)")
            } else if !item.bytes.isEmpty {
                try require(
                    item.bytes.lowerBound >= end && item.bytes.upperBound <= UInt64(bytes.count),
                    "item \(item.number) lies at \(item.bytes) of \(bytes.count), after \(end)")
                end = item.bytes.upperBound
                let line = lines.line(at: item.bytes.lowerBound)
                try require(
                    item.line == line, "item \(item.number) is on line \(line): \(item.line)")
            }
            switch item.content {
            case .success(let draft):
                try require(
                    draft.text.withUnsafeBytes { UTF8Validation.isValid($0) }, "text is no UTF-8")
            case .failure(let fault): try checkPlace(of: fault.reason, in: bytes)
            }
        }
        if let fault = reading.fault { try checkPlace(of: fault.reason, in: bytes) }
    }

    private static func checkPlace(of reason: Reason, in bytes: [UInt8]) throws {
        try require(!reason.what.isEmpty && !reason.advice.isEmpty, "\(reason.code): no words")
        guard let offset = reason.offset else { return }
        try require(offset <= UInt64(bytes.count), "\(reason): beyond the end")
        guard let line = reason.line else { return }
        var lines = LineCounter(bytes)
        let expected = lines.line(at: offset)
        try require(line == expected, "\(reason): it is on line \(expected)")
    }

    // MARK: Reading

    private static func reading(
        _ bytes: [UInt8], _ name: String, _ limits: ReadingLimits
    ) -> ReadFile {
        var reader = FileReader(limits: limits)
        var file = ReadFile()
        reader.open(name: name)
        bytes.withUnsafeBytes { bytes in
            do throws(FileFault) {
                while let item = try reader.next(in: bytes) { file.items.append(item) }
            } catch {
                file.fault = error
            }
        }
        return file
    }

    /// - Parameter isResuming: whether a new reader goes on after each item.
    private static func reading(
        _ bytes: [UInt8], _ name: String, _ limits: ReadingLimits, inPieces isResuming: Bool
    ) throws -> ReadFile {
        var reader = FileReader(limits: limits)
        var file = ReadFile()
        reader.open(name: name)
        var source = RandomPieces(of: bytes, from: 0)
        do {
            while let item = try reader.next(from: &source) {
                file.items.append(item)
                guard isResuming else { continue }
                let cursor = reader.cursor
                reader = FileReader(limits: limits)
                reader.open(name: name, resumingAt: cursor)
                source = RandomPieces(of: bytes, from: Int(cursor.offset))
            }
        } catch let fault as FileFault {
            file.fault = fault
        }
        return file
    }
}

/// All that was read of a file.
private struct ReadFile: CustomStringConvertible {
    var items: [Item] = []
    var fault: FileFault?

    func isSame(as other: ReadFile) -> Bool {
        fault == other.fault && items.count == other.items.count
            && zip(items, other.items).allSatisfy { Self.areSame($0, $1) }
    }

    private static func areSame(_ a: Item, _ b: Item) -> Bool {
        guard a.number == b.number, a.line == b.line, a.bytes == b.bytes else { return false }
        switch (a.content, b.content) {
        case (.success(let a), .success(let b)): return a.isSame(as: b)
        case (.failure(let a), .failure(let b)): return a == b
        default: return false
        }
    }

    var description: String {
        "\(items.map { "\($0.number) line \($0.line) \($0.bytes) \($0.content)" }), \(fault.map { "\($0)" } ?? "no fault")"
    }
}

/// The bytes of a file in pieces of random sizes, small and large; the same for the same bytes.
private struct RandomPieces: ByteSource {
    private let bytes: [UInt8]
    private var offset: Int
    private var random: SeededNumbers

    init(of bytes: [UInt8], from offset: Int) {
        self.bytes = bytes
        self.offset = min(offset, bytes.count)
        random = SeededNumbers(seed: UInt64(bytes.count &+ offset &* 31))
    }

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let size = Int.random(in: 1...(Bool.random(using: &random) ? 3 : 9000), using: &random)
        let count = min(size, buffer.count, bytes.count - offset)
        buffer.copyBytes(from: bytes[offset..<offset + count])
        offset += count
        return count
    }
}

/// On which lines offsets lie that are asked for in rising order.
private struct LineCounter {
    private let bytes: [UInt8]
    private var passed = 0
    private var line: UInt64 = 1

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func line(at offset: UInt64) -> UInt64 {
        while passed < min(Int(clamping: offset), bytes.count) {
            if bytes[passed] == 0x0A { line += 1 }
            passed += 1
        }
        return line
    }
}
