import Markup

/// A block of a page with what decides whether it is kept.
struct Passage {
    let block: TextBlock
    let letters: Int
    /// The part of it in links, 0 to 1.
    let linkShare: Double
    /// Why it is cut, where it is.
    var rule: CutRule?

    init(_ block: TextBlock, _ features: PageFeatures) {
        self.block = block
        letters = block.text.reduce(0) { count, byte in
            switch byte {
            case 0...0x20, 0x80..<0xC0: count
            case 0xE0...: count + 3
            default: count + 1
            }
        }
        let isWhole = block.kind == .row || features.ownLetters[block.node] == 0
        let all =
            isWhole ? features.letters(block.node) : Int(features.ownLetters[block.node])
        let linked = isWhole ? features.linked(block.node) : Int(features.ownLinked[block.node])
        linkShare = all > 0 ? Double(linked) / Double(all) : 0
    }

    var isHeading: Bool {
        if case .heading = block.kind { return true }
        return false
    }

    /// Of a heading: 1 to 6.
    var level: Int? {
        if case .heading(let level) = block.kind { return level }
        return nil
    }

    /// Whether a number stands before a link.
    var isNumbered: Bool {
        linkShare < 1 && block.text.first.map { (0x30...0x39).contains($0) } ?? false
    }

    var isItem: Bool {
        if case .item = block.kind { return true }
        return false
    }

    /// Whether it is hardly more than a date: short, and full of figures.
    var isDate: Bool {
        guard letters < 110, block.kind != .row, !isSentence || letters < 30 else { return false }
        var digits = 0
        var run = 0
        var hasYear = false
        for byte in block.text {
            if byte >= 0x30, byte <= 0x39 {
                digits += 1
                run += 1
                if run == 4 { hasYear = true }
            } else {
                // A time of day.
                if run == 2, byte == 0x3A { hasYear = true }
                run = 0
            }
        }
        return hasYear && digits >= 4 && digits * 8 >= letters
    }

    /// Whether it ends as sentences do.
    var isSentence: Bool {
        let text = block.text
        guard let last = text.last else { return false }
        switch last {
        case 0x2E, 0x21, 0x3F, 0x22, 0x29, 0x3A, 0x3B, 0x2C: return true
        case 0x80...:
            let end = String(decoding: text.suffix(3), as: UTF8.self).unicodeScalars.last
            return end.map { "…”“»«’」』。！？，）؟।’".unicodeScalars.contains($0) } ?? false
        default: return false
        }
    }

    /// Running text: enough of it, few links.
    var isProse: Bool { letters >= 80 && linkShare < 0.5 && !isHeading }
}
