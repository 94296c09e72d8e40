/// The bytes of the file itself, which whoever asks for an article lends each time anew.
final class FileStream: ByteStream {
    private var lent: ((UnsafeMutableRawBufferPointer) throws -> Int)?
    /// How many were taken.
    private(set) var taken: UInt64 = 0

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard let lent else { return 0 }
        let count = try lent(buffer)
        taken &+= UInt64(max(0, count))
        return count
    }

    /// Counts what was taken of it before.
    func note(taken count: Int) { taken &+= UInt64(max(0, count)) }

    /// Reads from a source while `body` runs.
    func lend<Source: ByteSource & ~Copyable, Result>(
        _ source: inout Source, during body: () throws -> Result
    ) rethrows -> Result {
        try withUnsafeMutablePointer(to: &source) { source in
            lent = { try source.pointee.read(into: $0) }
            defer { lent = nil }
            return try body()
        }
    }

    /// Reads from a file in memory while `body` runs, from where it was left.
    func lend<Result>(
        _ file: UnsafeRawBufferPointer, during body: () throws -> Result
    ) rethrows -> Result {
        lent = { [unowned self] buffer in
            let start = Int(clamping: taken)
            guard start < file.count else { return 0 }
            let count = min(buffer.count, file.count - start)
            buffer.copyBytes(from: file[start..<start + count])
            return count
        }
        defer { lent = nil }
        return try body()
    }
}
