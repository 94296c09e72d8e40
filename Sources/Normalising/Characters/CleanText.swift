import Platform

/// A text whose characters are clean: valid UTF-8 in Normalization Form C, lines ended by single
/// line feeds, one kind of space and never two, no blanks at the ends of lines, no empty lines.
struct CleanText {
    struct Line {
        /// Its bytes, without the line feed.
        var range: Range<Int>
        /// Where it stood in the input, from 1.
        var number: Int
        /// An empty line stood before it.
        var followsGap: Bool
        /// It began with blanks.
        var isIndented: Bool
    }

    private(set) var bytes: [UInt8] = []
    private(set) var lines: [Line] = []

    /// Cleans UTF-8. What is no UTF-8 is left out.
    /// - Parameter resolvingReferences: whether character references that were left over by who
    ///   decoded a page only once become characters.
    init(_ input: [UInt8], resolvingReferences: Bool = true) {
        self.init(cleaning: input)
        if resolvingReferences, LeftReferences.mayStand(in: bytes) { resolveReferences() }
    }

    private mutating func resolveReferences() {
        var resolved: [UInt8] = []
        var kept: [Line] = []
        var isAfterGap = false
        for var line in lines {
            let text = LeftReferences.resolved(inLine: bytes[line.range])
            guard !text.isEmpty else {
                isAfterGap = true
                continue
            }
            if !resolved.isEmpty { resolved.append(0x0A) }
            line.range = resolved.count..<resolved.count + text.count
            line.followsGap = line.followsGap || isAfterGap
            isAfterGap = false
            resolved += text
            kept.append(line)
        }
        (bytes, lines) = (resolved, kept)
    }

    /// All of it on one line.
    var line: ArraySlice<UInt8> {
        guard let last = lines.last else { return [] }
        var line = bytes[..<last.range.upperBound]
        for part in lines.dropLast() { line[part.range.upperBound] = 0x20 }
        return line
    }

    init(cleaning input: [UInt8]) {
        var cleaner = Cleaner()
        bytes = [UInt8](unsafeUninitializedCapacity: input.count + 1) { buffer, count in
            count = input.withUnsafeBufferPointer { cleaner.clean($0, into: buffer) }
        }
        lines = cleaner.lines
        if cleaner.mayNeedComposing { compose() }
    }

    func passage(_ line: Int) -> Passage { bytes[lines[line].range] }

    /// Takes passages of lines out, in their order; what stood on both sides of one is parted by an
    /// empty line.
    mutating func remove(_ passages: [Range<Int>]) {
        guard !passages.isEmpty else { return }
        var kept: [Line] = []
        kept.reserveCapacity(lines.count)
        var next = 0
        for passage in passages {
            kept += lines[next..<passage.lowerBound]
            next = passage.upperBound
            if next < lines.count { lines[next].followsGap = true }
        }
        kept += lines[next...]
        lines = kept
    }

    /// Brings the whole into NFC. Line feeds take no part in composition, so that the lines stay
    /// as many as they were and only their bounds move.
    private mutating func compose() {
        guard let composed = UnicodeData.composed(bytes) else { return }
        bytes = composed
        var start = 0
        for index in lines.indices {
            let end = composed[start...].firstIndex(of: 0x0A) ?? composed.count
            lines[index].range = start..<end
            start = min(end + 1, composed.count)
        }
    }
}
