/// The bytes of a file, of a member of it, or of what those hold, in their order.
///
/// Streams lie in one another: one that unpacks asks the one that it unpacks. A class, as a member
/// is read while its container waits.
protocol ByteStream: AnyObject {
    /// Reads up to as many bytes as the buffer has, at least one; 0 means that there are no more.
    /// - Throws: ``StreamFault``, and what the file's source throws.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// A stream as what a buffer is filled from.
struct StreamSource: ByteSource {
    let stream: any ByteStream

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        try stream.read(into: buffer)
    }
}

/// Bytes that were read of a stream already, and then the rest of it, or why there is none.
final class RestoredStream: ByteStream {
    private var read: [UInt8]
    private var offset = 0
    private let rest: any ByteStream
    private let failure: (any Error)?

    init(_ read: [UInt8], then rest: any ByteStream, failing failure: (any Error)? = nil) {
        self.read = read
        self.rest = rest
        self.failure = failure
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard offset < read.count else {
            if let failure { throw failure }
            return try rest.read(into: buffer)
        }
        let count = min(buffer.count, read.count - offset)
        buffer.copyBytes(from: read[offset..<offset + count])
        offset += count
        if offset == read.count { (read, offset) = ([], 0) }
        return count
    }
}
