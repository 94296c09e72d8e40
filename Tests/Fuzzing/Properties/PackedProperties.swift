import Articles
import JSON
import Reading

/// What is packed gives the same in memory and in pieces; its items are numbered from 1, and what
/// becomes of it is in bounds.
enum PackedProperties {
    static func check(_ bytes: [UInt8]) throws {
        var limits = ReadingLimits()
        limits.articlesPerFile = 1000
        limits.documentBytes = 1 << 20
        limits.articleBytes = 1 << 20
        limits.expansionRatio = 20
        let whole = items(of: bytes, limits)
        let pieces = try items(of: bytes, limits, inPiecesOf: 1 + bytes.count % 509)
        try require(
            whole.members == pieces.members && whole.fault == pieces.fault,
            "in pieces \(pieces), and not \(whole)")
        try require(
            whole.numbers == Array(1..<whole.numbers.count + 1), "numbers \(whole.numbers)")
        for text in whole.texts {
            try require(text.withUnsafeBytes { UTF8Validation.isValid($0) }, "text is no UTF-8")
        }
    }

    private struct Found {
        var numbers: [Int] = []
        var members: [String?] = []
        var texts: [[UInt8]] = []
        var fault: FileFault?

        mutating func add(_ item: Item) {
            numbers.append(item.number)
            members.append(item.member)
            if case .success(let draft) = item.content { texts.append(draft.text) }
        }
    }

    private static func items(of bytes: [UInt8], _ limits: ReadingLimits) -> Found {
        var reader = FileReader(limits: limits)
        reader.open(name: "")
        var found = Found()
        bytes.withUnsafeBytes { bytes in
            do throws(FileFault) {
                while let item = try reader.next(in: bytes) { found.add(item) }
            } catch {
                found.fault = error
            }
        }
        return found
    }

    private static func items(
        of bytes: [UInt8], _ limits: ReadingLimits, inPiecesOf size: Int
    ) throws -> Found {
        var reader = FileReader(limits: limits)
        reader.open(name: "")
        var found = Found()
        var source = EqualPieces(bytes: bytes, size: size)
        do {
            while let item = try reader.next(from: &source) { found.add(item) }
        } catch let fault as FileFault {
            found.fault = fault
        }
        return found
    }
}

/// The bytes of a file in pieces of one size.
private struct EqualPieces: ByteSource {
    let bytes: [UInt8]
    let size: Int
    private var offset = 0

    init(bytes: [UInt8], size: Int) {
        self.bytes = bytes
        self.size = size
    }

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = min(size, buffer.count, bytes.count - offset)
        buffer.copyBytes(from: bytes[offset..<offset + count])
        offset += count
        return count
    }
}
