import Articles

/// A paragraph of the text that is being edited.
struct Paragraph {
    /// Its bytes in the manuscript.
    var range: Range<Int>
    /// The line of the input in which it begins, from 1.
    var line: Int
}

/// What the rules work on: the paragraphs that are still in the text, the fields that were found,
/// and what was cut. The bytes themselves never change; a rule only takes ranges of them away.
struct Manuscript {
    let bytes: [UInt8]
    private(set) var paragraphs: [Paragraph]
    private(set) var cuts: [Cut]
    var article: Article

    /// - Parameter cuts: what left the text before.
    init(_ text: CleanText, article: Article, cuts: [Cut] = []) {
        (bytes, paragraphs) = Unwrapping.paragraphs(of: text)
        self.cuts = cuts
        self.article = article
    }

    /// The printed bytes of a paragraph.
    func passage(_ index: Int) -> Passage { bytes[paragraphs[index].range] }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Whether a word stands behind an index in what is still in the text, as a word of its own.
    func holds(_ word: Passage, after start: Int) -> Bool {
        guard let first = word.first else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            paragraphs.contains { paragraph in
                var at = max(paragraph.range.lowerBound, start)
                let end = paragraph.range.upperBound
                while at &+ word.count <= end {
                    if bytes[at] == first, at == 0 || !bytes[at &- 1].isASCIILetter,
                        bytes[at..<(at &+ word.count)].elementsEqual(word),
                        at &+ word.count == end || !bytes[at &+ word.count].isASCIILetter
                    {
                        return true
                    }
                    at &+= 1
                }
                return false
            }
        }
    }

    /// Takes out a paragraph.
    mutating func cut(_ index: Int, by rule: Rule) {
        record(paragraphs[index].range, paragraphs[index].line, rule)
        paragraphs.remove(at: index)
    }

    /// Takes out the paragraphs whose rules are told, all in one go.
    mutating func cut(_ chosen: [(index: Int, rule: Rule)]) {
        guard !chosen.isEmpty else { return }
        var rest = chosen.sorted { $0.index < $1.index }[...]
        var kept: [Paragraph] = []
        kept.reserveCapacity(paragraphs.count)
        for (index, paragraph) in paragraphs.enumerated() {
            if let next = rest.first, next.index == index {
                record(paragraph.range, paragraph.line, next.rule)
                rest = rest.dropFirst()
            } else {
                kept.append(paragraph)
            }
        }
        paragraphs = kept
    }

    /// Takes the head of a paragraph out; blanks after it go with it.
    mutating func cutHead(of index: Int, to end: Int, by rule: Rule) {
        let range = paragraphs[index].range
        var start = end
        while start < range.upperBound && bytes[start] == 0x20 { start += 1 }
        record(range.lowerBound..<end, paragraphs[index].line, rule)
        if start < range.upperBound {
            paragraphs[index].range = start..<range.upperBound
        } else {
            paragraphs.remove(at: index)
        }
    }

    private mutating func record(_ range: Range<Int>, _ line: Int, _ rule: Rule) {
        cuts.append(Cut(rule: rule, text: string(range), line: line))
    }

    /// The paragraphs, separated by one empty line.
    func text() -> [UInt8] {
        guard let first = paragraphs.first, let last = paragraphs.last else { return [] }
        let room = last.range.upperBound - first.range.lowerBound + paragraphs.count * 2
        return [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            bytes.withUnsafeBufferPointer { source in
                for paragraph in paragraphs {
                    if count > 0 {
                        buffer[count] = 0x0A
                        buffer[count + 1] = 0x0A
                        count += 2
                    }
                    let part = UnsafeBufferPointer(rebasing: source[paragraph.range])
                    _ = UnsafeMutableBufferPointer(rebasing: buffer[count...])
                        .initialize(fromContentsOf: part)
                    count += part.count
                }
            }
        }
    }

    /// The cuts, in the order of their lines.
    func cutsInOrder() -> [Cut] {
        cuts.count < 2
            ? cuts
            : cuts.enumerated().sorted {
                ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
            }
            .map(\.element)
    }
}
