import CZlib

/// A stream that was compressed as "deflate": by zlib's format (RFC 1950) or, as some servers do,
/// without its frame (RFC 1951).
final class InflatedStream: ByteStream {
    private let source: any ByteStream
    private let handle: OpaquePointer
    private var input = [UInt8](repeating: 0, count: 32 << 10)
    private var start = 0
    private var end = 0
    private var isOver = false

    /// Nil where memory is out.
    init?(_ source: any ByteStream) {
        guard let handle = wireroom_inflater_open() else { return nil }
        self.source = source
        self.handle = handle
    }

    deinit { wireroom_inflater_close(handle) }

    /// What is damaged ends there.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while !isOver, !buffer.isEmpty {
            if start == end {
                (start, end) = (0, try input.withUnsafeMutableBytes { try source.read(into: $0) })
                if end <= 0 { return 0 }
            }
            var taken = end - start
            var given = buffer.count
            let result = input.withUnsafeBytes { bytes in
                wireroom_inflate(
                    handle, bytes.baseAddress.map { $0 + start }, &taken, buffer.baseAddress, &given
                )
            }
            start += taken
            if result != 0 { isOver = true }
            if given > 0 { return given }
        }
        return 0
    }
}
