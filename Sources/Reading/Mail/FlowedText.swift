/// Undoes the soft line breaks of `format=flowed` (RFC 3676).
struct FlowedText {
    /// The blank of a soft line break is none of the text (`delsp=yes`).
    var deletesBlanks: Bool

    /// Paragraphs on lines of their own; quoted lines keep their marks.
    func unfolded(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        /// How deep the line is quoted that goes on on the next one; nil where none does.
        var open: Int?
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            var rest = line.last == 0x0D ? line.dropLast() : line
            let depth = rest.prefix { $0 == 0x3E }.count
            let marks = rest.prefix(depth)
            rest = rest.dropFirst(depth)
            // Stuffed, so that a line may begin with a blank, a mark or "From ".
            if rest.first == 0x20 { rest = rest.dropFirst() }
            let isSignature = rest.elementsEqual("-- ".utf8)
            if let depthBefore = open, depthBefore == depth, !isSignature {
                if deletesBlanks { result.removeLast() }
            } else {
                if !result.isEmpty { result.append(0x0A) }
                result += marks
                if depth > 0 { result.append(0x20) }
            }
            result += rest
            open = rest.last == 0x20 && !isSignature ? depth : nil
        }
        return result
    }
}
