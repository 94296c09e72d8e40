/// The bytes of a file in their order, as they are asked for.
package protocol ByteSource: ~Copyable {
    /// Reads up to as many bytes as the buffer has, at least one; 0 means that there are no more.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}
