import Inbox
import Platform
import Reading

/// The bytes of a claimed file, in their order.
struct DescriptorSource: ByteSource {
    private let file: ClaimedFile
    private var offset: Int64 = 0

    init(_ file: ClaimedFile) { self.file = file }

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = try file.descriptor.read(into: buffer, at: offset)
        offset += Int64(count)
        return count
    }
}
