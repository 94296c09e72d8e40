import Encodings

/// A text in an encoding that shows nothing before it is decoded, as something that holds the same
/// text in UTF-8.
final class EncodedContainer: Container {
    private var member: Member?

    /// Nil where the encoding cannot be decoded.
    init?(_ encoding: CharacterEncoding, in source: any ByteStream, origin: Document.Origin) {
        guard let decoder = TextDecoder(encoding) else { return nil }
        var origin = origin
        origin.charset = nil
        let stream = DecodingStream(of: source, by: decoder)
        member = Member(name: nil, origin: origin, content: .stream(stream))
    }

    func next() -> Member? { member.take() }
}

/// A stream of text in UTF-8, decoded as it is read.
final class DecodingStream: ByteStream {
    private static let pieceBytes = 64 << 10

    private let source: any ByteStream
    private let decoder: TextDecoder
    /// Read and not decoded yet: the beginning of a character.
    private var rest: [UInt8] = []
    private var text: [UInt8] = []
    private var given = 0
    private var isAtEnd = false

    init(of source: any ByteStream, by decoder: TextDecoder) {
        self.source = source
        self.decoder = decoder
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while given == text.count {
            guard !isAtEnd else { return 0 }
            try decodeMore()
        }
        let count = min(buffer.count, text.count - given)
        buffer.copyBytes(from: text[given..<given + count])
        given += count
        return count
    }

    private func decodeMore() throws {
        let source = source
        let kept = rest.count
        let piece = try [UInt8](unsafeUninitializedCapacity: kept + Self.pieceBytes) {
            room, count in
            _ = room.update(fromContentsOf: rest)
            let free = UnsafeMutableRawBufferPointer(
                rebasing: UnsafeMutableRawBufferPointer(room)[kept...])
            count = kept + max(0, try source.read(into: free))
        }
        isAtEnd = piece.count == kept
        text.removeAll(keepingCapacity: true)
        given = 0
        let taken = piece.withUnsafeBytes { decoder.decode($0, isLast: isAtEnd, into: &text) }
        rest = Array(piece[taken...])
    }
}
