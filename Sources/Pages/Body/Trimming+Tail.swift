import Markup

/// What stands after the end of the text.
extension Trimming {
    mutating func cutTail() {
        var short: [Int] = []
        var headings: [Int] = []
        for index in passages.indices.reversed() where passages[index].rule == nil {
            let passage = passages[index]
            guard let rule = ruleAtEnd(passage) else { break }
            cut(index, rule)
            if passage.isHeading {
                headings.append(index)
            } else if rule == .tail, passage.linkShare == 0, passage.letters < 45,
                !isLabelled(passage)
            {
                short.append(index)
            }
        }
        // Lines that are many, and no links, are results, verses, opening hours.
        guard short.count > Self.mostShortLines, let first = short.last else { return }
        for index in short { passages[index].rule = nil }
        for index in headings where index >= first - 1 { passages[index].rule = nil }
    }

    private static let mostShortLines = 2

    private func ruleAtEnd(_ passage: Passage) -> CutRule? {
        let isShort =
            passage.letters < 45 && !passage.isSentence && !passage.block.text.contains(0x0A)
        switch passage.block.kind {
        case .heading: return .tail
        case .paragraph where isShort || passage.linkShare > 0.5 && passage.letters < 200:
            return .tail
        case .item where passage.linkShare > 0.5: return .tail
        default: break
        }
        if passage.letters < 700, isAboutAuthor(passage) { return .author }
        if passage.letters < 400, isLabelled(passage) { return .tail }
        let isLinked = passage.linkShare > 0
        if passage.letters < 350, Farewells.isIn(passage.block.text, isLinked: isLinked) {
            return .tail
        }
        return nil
    }

    /// Whether it begins as what leads elsewhere does, and is no sentence that only has that word.
    private func isLabelled(_ passage: Passage) -> Bool {
        if Labels.announces(passage.block.text) { return true }
        return (passage.linkShare > 0.15 || !passage.isSentence)
            && Labels.begins(Folded(passage.block.text.prefix(Labels.longest)))
    }

    /// Who wrote it, and what else: begins with the name.
    private func isAboutAuthor(_ passage: Passage) -> Bool {
        let text = Folded(passage.block.text.prefix(100))
        return metadata.bylines.contains { name in
            let name = Folded(name.utf8)
            return name.count >= 8 && text.bytes.prefix(name.count + 25).containsBytes(name.bytes)
        }
    }
}
