/// The body of a response, sent in chunks (RFC 9112, section 7.1).
///
/// Many archives keep the header and not the chunks: a body that begins with none is given as it is,
/// as is what follows a broken one.
final class ChunkedStream: ByteStream {
    private let input: RecordInput
    private var state = State.size
    private var isFirst = true

    private enum State {
        /// A line with a size is next.
        case size
        case data(left: UInt64)
        /// What is left has no chunks.
        case plain
        case end
    }

    init(_ body: any ByteStream) { input = RecordInput(body) }

    /// What was read in vain as a size, to be given first.
    private var pending: [UInt8] = []

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard !buffer.isEmpty else { return 0 }
        while true {
            if !pending.isEmpty {
                let count = min(buffer.count, pending.count)
                buffer.copyBytes(from: pending[..<count])
                pending.removeFirst(count)
                return count
            }
            switch state {
            case .end: return 0
            case .plain: return try input.read(into: buffer, upTo: .max)
            case .data(let left):
                let count = try input.read(into: buffer, upTo: left)
                guard count > 0 else {
                    state = .end
                    return 0
                }
                let rest = left - UInt64(count)
                if rest > 0 {
                    state = .data(left: rest)
                } else {
                    state = .size
                    _ = try input.line(upTo: 2)
                }
                return count
            case .size: try beginChunk()
            }
        }
    }

    private func beginChunk() throws {
        // A size, extensions after a semicolon, and no more.
        guard let line = try input.line(upTo: 1024) else {
            state = .end
            return
        }
        defer { isFirst = false }
        let digits = line.prefix { $0.isHexDigit }
        let after = line.dropFirst(digits.count).first
        guard !digits.isEmpty, digits.count <= 15, after == nil || after == 0x3B || after == 0x20,
            let size = UInt64(String(decoding: digits, as: UTF8.self), radix: 16)
        else {
            pending = line + [0x0A]
            state = .plain
            return
        }
        state = size == 0 ? .end : .data(left: size)
    }
}

extension UInt8 {
    fileprivate var isHexDigit: Bool { isDigit || (0x61...0x66).contains(self | 0x20) }
}
