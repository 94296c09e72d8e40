/// Where the frames of a compressed segment lie, in the file and in the plain bytes.
struct FrameTable: Sendable, Equatable {
    struct Frame: Sendable, Equatable {
        /// The plain bytes that it holds.
        var plain: Range<Int64>
        /// Its bytes in the file.
        var file: Range<Int64>
    }

    private(set) var frames: [Frame] = []
    /// Whether the file is known to its end; false where it is damaged behind the last frame.
    var isWhole = true

    /// Plain bytes of all frames.
    var plainSize: Int64 { frames.last?.plain.upperBound ?? 0 }

    /// Adds the frame that follows in the plain bytes; one that holds nothing is left out.
    mutating func add(plainBytes: Int64, at file: Range<Int64>) {
        guard plainBytes > 0 else { return }
        let start = plainSize
        frames.append(Frame(plain: start..<start + plainBytes, file: file))
    }

    /// The index of the frame that holds a plain byte.
    func index(of offset: Int64) -> Int? {
        guard offset >= 0, offset < plainSize else { return nil }
        var low = 0
        var high = frames.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if frames[middle].plain.lowerBound <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
