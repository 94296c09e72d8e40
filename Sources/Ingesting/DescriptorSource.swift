import Inbox
import Platform
import Reading

/// The bytes of a claimed file, in their order.
struct DescriptorSource: ByteSource {
    private let file: ClaimedFile
    private let eachRead: () -> Void
    private var offset: Int64 = 0

    /// - Parameter eachRead: called before each block.
    init(_ file: ClaimedFile, eachRead: @escaping () -> Void = {}) {
        self.file = file
        self.eachRead = eachRead
    }

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        eachRead()
        let count = try file.descriptor.read(into: buffer, at: offset)
        offset += Int64(count)
        return count
    }
}
