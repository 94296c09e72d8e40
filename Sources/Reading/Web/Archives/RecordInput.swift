/// The bytes of a web archive, by lines and by lengths.
final class RecordInput {
    private let source: any ByteStream
    private var buffer = [UInt8](repeating: 0, count: 64 << 10)
    private var start = 0
    private var end = 0

    /// How many bytes were taken out of it as lines.
    private(set) var taken: UInt64 = 0

    init(_ source: any ByteStream) { self.source = source }

    /// Whether there is more to be had; the buffer is not empty then.
    private func fill() throws -> Bool {
        if start < end { return true }
        (start, end) = (0, 0)
        end = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
        return end > 0
    }

    /// A line without its end, which may be CR LF or LF; nil at the end of the archive, and what was
    /// seen of it where it is longer than the limit.
    func line(upTo limit: Int) throws -> [UInt8]? {
        var line: [UInt8] = []
        var isAny = false
        while try fill() {
            isAny = true
            let feed = buffer[start..<end].firstIndex(of: 0x0A)
            line += buffer[start..<(feed ?? end)].prefix(limit &- line.count)
            let next = feed.map { $0 + 1 } ?? end
            taken += UInt64(next - start)
            start = next
            if feed != nil || line.count >= limit { break }
        }
        if line.last == 0x0D { line.removeLast() }
        return isAny ? line : nil
    }

    /// Passes over empty lines, up to what follows them: where each record is compressed by itself,
    /// its checksum stands there.
    func passOverLineEnds() throws {
        while try fill(), buffer[start] == 0x0D || buffer[start] == 0x0A { start += 1 }
    }

    func read(into room: UnsafeMutableRawBufferPointer, upTo limit: UInt64) throws -> Int {
        let wanted = Int(clamping: min(limit, UInt64(room.count)))
        guard wanted > 0 else { return 0 }
        // What is long goes past the buffer.
        if start == end, wanted >= buffer.count {
            return try source.read(into: UnsafeMutableRawBufferPointer(rebasing: room[..<wanted]))
        }
        guard try fill() else { return 0 }
        let count = min(wanted, end - start)
        room.copyBytes(from: buffer[start..<start + count])
        start += count
        return count
    }

    /// Passes over bytes.
    /// - Returns: how many there were of them.
    func skip(_ count: UInt64) throws -> UInt64 {
        var left = count
        while left > 0, try fill() {
            let step = min(left, UInt64(end - start))
            start += Int(step)
            left -= step
        }
        return count - left
    }
}
