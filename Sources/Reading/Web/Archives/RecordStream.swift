import Articles

/// The block of one record of a web archive.
final class RecordStream: ByteStream {
    private let input: RecordInput
    private let level: Int
    /// What was not read yet; of a record that is over, nothing.
    private(set) var left: UInt64
    private var given: UInt64 = 0
    /// So many bytes are all of it, whatever the archive says.
    var isEnough: UInt64?

    /// - Parameter level: how many containers the web archive lies in.
    init(_ input: RecordInput, length: UInt64, level: Int) {
        self.input = input
        self.level = level
        left = length
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard left > 0, !buffer.isEmpty else {
            try input.passOverLineEnds()
            return 0
        }
        let count = try input.read(into: buffer, upTo: left)
        guard count > 0 else {
            left = 0
            if let isEnough, given >= isEnough { return 0 }
            throw StreamFault(keeping: level + 1, reason: .cutRecord, isTruncation: true)
        }
        left -= UInt64(count)
        given += UInt64(count)
        return count
    }

    /// Passes over the rest.
    func finish() throws {
        let rest = left
        left = 0
        let skipped = try input.skip(rest)
        guard skipped == rest || isEnough.map({ given + skipped >= $0 }) ?? false else {
            throw StreamFault(keeping: level + 1, reason: .cutRecord, isTruncation: true)
        }
    }
}

extension Reason {
    fileprivate static let cutRecord = Reason(
        .truncated, what: "The last record of the web archive ends in the middle.",
        advice: "The file was probably cut off: drop it again, whole.")
}
