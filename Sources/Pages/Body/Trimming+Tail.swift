import Markup

/// What stands after the end of the text.
extension Trimming {
    mutating func cutTail() {
        var kept = 0
        for index in passages.indices.reversed() where passages[index].rule == nil {
            let passage = passages[index]
            if let rule = ruleAtEnd(passage) {
                cut(index, rule)
                continue
            }
            kept += 1
            if kept > 0 { return }
        }
    }

    private func ruleAtEnd(_ passage: Passage) -> CutRule? {
        let isShort = passage.letters < 45 && !passage.isSentence
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
