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
    init(_ input: [UInt8]) {
        var cleaner = Cleaner()
        bytes = [UInt8](unsafeUninitializedCapacity: input.count + 1) { buffer, count in
            count = input.withUnsafeBufferPointer { cleaner.clean($0, into: buffer) }
        }
        lines = cleaner.lines
        if cleaner.mayNeedComposing { compose() }
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
