import Articles
import CZlib

/// A gzip-compressed file (RFC 1952), unpacked by zlib, which checks what libarchive does not: the
/// checksum and the length behind each of its members.
final class GzipContainer: Container {
    private var member: Member?

    /// - Parameters:
    ///   - level: how many containers it lies in.
    ///   - origin: what is known of the container, and so of what is in it.
    init(
        in source: any ByteStream, level: Int, expansion: Expansion, origin: Document.Origin
    ) throws(StreamFault) {
        guard let stream = GzipStream(source, level: level, expansion: expansion) else {
            throw StreamFault(keeping: level, reason: .noMemory)
        }
        var origin = origin
        origin.name = MemberName.withoutCompression(origin.name)
        member = Member(name: nil, origin: origin, content: .stream(stream))
    }

    func next() -> Member? { member.take() }
}

/// What its members hold, one after another; what follows them and is none is passed over.
private final class GzipStream: ByteStream {
    private let source: any ByteStream
    private let level: Int
    private let expansion: Expansion
    private let decoder: OpaquePointer
    private var input = [UInt8](repeating: 0, count: 64 << 10)
    private var start = 0
    private var end = 0
    private var state = State.inside

    private enum State { case inside, between, damaged, over }

    /// Nil where memory is out.
    init?(_ source: any ByteStream, level: Int, expansion: Expansion) {
        guard let decoder = wireroom_gzip_decoder_create() else { return nil }
        self.source = source
        self.level = level
        self.expansion = expansion
        self.decoder = decoder
    }

    deinit { wireroom_gzip_decoder_free(decoder) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while !buffer.isEmpty {
            switch state {
            case .over: return 0
            case .damaged: throw StreamFault(keeping: level, reason: .damagedGzip)
            case .between: try goOn()
            case .inside:
                guard try fill(atLeast: 1) else {
                    throw StreamFault(keeping: level, reason: .cutOff(.gzip), isTruncation: true)
                }
                // What came before the damage is given first.
                let count = decode(into: buffer)
                guard count > 0 else { continue }
                try expansion.count(count, at: level)
                return count
            }
        }
        return 0
    }

    private func decode(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        var taken = end - start
        var given = buffer.count
        let result = input.withUnsafeBytes { bytes in
            wireroom_gzip_decode(
                decoder, bytes.baseAddress.map { $0 + start }, &taken, buffer.baseAddress, &given)
        }
        start += taken
        if result != 0 { state = result > 0 ? .between : .damaged }
        return given
    }

    /// To the next member, if there is one.
    private func goOn() throws {
        guard try fill(atLeast: 2), input[start] == 0x1F, input[start + 1] == 0x8B else {
            state = .over
            return
        }
        wireroom_gzip_decoder_reset(decoder)
        state = .inside
    }

    /// Whether there are so many bytes to be decoded.
    private func fill(atLeast wanted: Int) throws -> Bool {
        while end - start < wanted {
            let rest = Array(input[start..<end])
            input.replaceSubrange(0..<rest.count, with: rest)
            (start, end) = (0, rest.count)
            let count = try input.withUnsafeMutableBytes {
                try source.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[rest.count...]))
            }
            guard count > 0 else { return false }
            end += count
        }
        return true
    }
}

extension Reason {
    fileprivate static let damagedGzip = Reason(
        .damaged,
        what: "It is gzip-compressed and damaged: what is unpacked is not what was packed.",
        advice: "Make it anew and drop it again.")
}
