import Articles

@testable import Reading

/// The bytes of a file, in pieces of a given size.
struct Pieces: ByteSource {
    var bytes: [UInt8]
    var size: Int
    private var offset: Int

    init(_ bytes: [UInt8], size: Int, from offset: UInt64 = 0) {
        (self.bytes, self.size, self.offset) = (bytes, size, Int(offset))
    }

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = min(size, buffer.count, bytes.count - offset)
        buffer.copyBytes(from: bytes[offset..<offset + count])
        offset += count
        return count
    }
}

/// All that a file gives: its items, and the fault that ended them.
struct Outcome {
    var items: [Item] = []
    var fault: FileFault?
    var format: Format?

    var drafts: [Draft] { items.compactMap { try? $0.content.get() } }
    var faults: [ItemFault] {
        items.compactMap {
            if case .failure(let fault) = $0.content { fault } else { nil }
        }
    }
    var texts: [String] { drafts.map { String(decoding: $0.text, as: UTF8.self) } }
    var code: String? { fault?.reason.code.rawValue }
    var codes: [String] { faults.map(\.reason.code.rawValue) }
}

/// Reads bytes as a file in memory, of a format whatever they look like where one is given.
func read(
    _ bytes: [UInt8], as format: Format? = nil, name: String = "",
    limits: ReadingLimits = ReadingLimits(), hints: FeedHints = FeedHints()
) -> Outcome {
    var reader = FileReader(limits: limits)
    var outcome = Outcome()
    reader.open(name: name, hints: hints, resumingAt: .start(of: format))
    bytes.withUnsafeBytes { bytes in
        do throws(FileFault) {
            while let item = try reader.next(in: bytes) { outcome.items.append(item) }
        } catch {
            outcome.fault = error
        }
    }
    outcome.format = reader.format
    return outcome
}

func read(
    _ text: String, as format: Format? = nil, name: String = "",
    limits: ReadingLimits = ReadingLimits()
) -> Outcome {
    read([UInt8](text.utf8), as: format, name: name, limits: limits)
}

/// Reads bytes as a file in pieces, by a reader made anew after each item where `resuming`.
func readInPieces(
    _ bytes: [UInt8], of size: Int, as format: Format? = nil, name: String = "",
    resuming: Bool = false, limits: ReadingLimits = ReadingLimits()
) throws -> Outcome {
    var reader = FileReader(limits: limits)
    var outcome = Outcome()
    reader.open(name: name, resumingAt: .start(of: format))
    var source = Pieces(bytes, size: size)
    do {
        while let item = try reader.next(from: &source) {
            outcome.items.append(item)
            guard resuming else { continue }
            let cursor = reader.cursor
            reader = FileReader(limits: limits)
            reader.open(name: name, resumingAt: cursor)
            source = Pieces(bytes, size: size, from: cursor.offset)
        }
    } catch let fault as FileFault {
        outcome.fault = fault
    }
    outcome.format = reader.format
    return outcome
}

extension Cursor {
    static func start(of format: Format?) -> Cursor {
        var cursor = Cursor()
        cursor.format = format
        return cursor
    }
}
