import Markup

/// What stands between the paragraphs of a text and belongs to other things: boxes that a label
/// opens, captions, links.
extension Trimming {
    mutating func cutLabelled() {
        let end = startOfEnd()
        for index in passages.indices where passages[index].rule == nil {
            let passage = passages[index]
            guard passage.letters <= 200 else { continue }
            let text = Folded(passage.block.text)
            if Labels.isLabel(text) {
                cut(index, .related)
                cutBelow(index)
            } else if passage.linkShare > 0.3, Labels.begins(text) {
                cut(index, .related)
            } else if passage.letters < 60, passage.isHeading, Labels.begins(text),
                index >= end
            {
                cut(index, .related)
                cutBelow(index)
            }
        }
    }

    /// The first passage after which less than a quarter of the running text follows.
    private func startOfEnd() -> Int {
        let all = passages.reduce(0) { $0 + ($1.isProse ? $1.letters : 0) }
        var rest = 0
        for index in passages.indices.reversed() {
            if passages[index].isProse { rest += passages[index].letters }
            if rest * 4 >= all { return index + 1 }
        }
        return 0
    }

    /// What a label stands above: all in the box that it opens, or the links that follow it.
    private mutating func cutBelow(_ label: Int) {
        let tree = features.tree
        var box = passages[label].block.node
        let total = max(1, features.prose(0))
        while box > 0 {
            let parent = tree.parent(box)
            guard features.letters(from: parent, to: box) == 0,
                features.prose(parent) * 10 < total * 3
            else { break }
            box = parent
        }
        var next = label + 1
        while next < passages.count, passages[next].block.node < tree.end(box),
            passages[next].block.node >= box
        {
            cut(next, .related)
            next += 1
        }
        while next < passages.count, passages[next].linkShare > 0.6 {
            cut(next, .related)
            next += 1
        }
    }

    /// Captions that nothing marks as such but the credit of the picture.
    mutating func cutCaptions() {
        for index in passages.indices where passages[index].rule == nil {
            let passage = passages[index]
            guard passage.letters < 300, !passage.isHeading else { continue }
            if PictureCredit.isIn(passage.block.text, letters: passage.letters) {
                cut(index, .caption)
            } else if passage.letters < 60,
                PictureCredit.isAtStart(of: passage.block.text)
            {
                cut(index, .caption)
                // The caption above the line of the credit.
                if index > 0, passages[index - 1].rule == nil, !passages[index - 1].isHeading,
                    features.tree.parent(passages[index - 1].block.node)
                        == features.tree.parent(passage.block.node),
                    passages[index - 1].letters < 250, holdsPicture(index)
                {
                    cut(index - 1, .caption)
                }
            }
        }
    }

    private func holdsPicture(_ index: Int) -> Bool {
        let tree = features.tree
        let parent = tree.parent(passages[index].block.node)
        guard features.letters(parent) < 400 else { return false }
        return (parent..<tree.end(parent)).contains {
            tree.tag($0) == .img || tree.tag($0) == .picture
        }
    }

    /// Headings under which nothing is left.
    mutating func cutBareHeadings() {
        var next: Int?
        for index in passages.indices.reversed() where passages[index].rule == nil {
            if let level = passages[index].level, passages[index].letters < 100,
                index + 1 < passages.count,
                passages[index + 1].rule != nil, next.map({ isAbove($0, level) }) ?? true
            {
                cut(index, .related)
                continue
            }
            next = index
        }
    }

    private func isAbove(_ index: Int, _ level: Int) -> Bool {
        passages[index].level.map { $0 <= level } ?? false
    }

    mutating func cutLinks() {
        cutLinkLists()
        let described = Set(passages.indices.filter(isDescribed))
        for index in passages.indices where passages[index].rule == nil {
            let passage = passages[index]
            guard passage.linkShare > 0.8, passage.letters < 200 else { continue }
            if passage.isItem, isAnnounced(index) { continue }
            if described.contains(index),
                described.count >= Self.leastDescribed || passage.isNumbered
            {
                continue
            }
            cut(index, .links)
        }
    }

    /// Fewer are teasers of other articles.
    private static let leastDescribed = 3

    /// Whether it is a heading, a link, above sentences: of a list of places, books, devices.
    private func isDescribed(_ index: Int) -> Bool {
        let passage = passages[index]
        guard passage.rule == nil, passage.isHeading, passage.linkShare > 0.5,
            index + 1 < passages.count
        else { return false }
        let next = passages[index + 1]
        return next.rule == nil && next.isSentence && next.letters > 40 && next.linkShare < 0.5
    }

    /// Lists whose every item is a link, or nearly.
    private mutating func cutLinkLists() {
        var start = 0
        for index in 0...passages.count {
            if index < passages.count, passages[index].isItem, passages[index].linkShare > 0.5 {
                continue
            }
            if index - start >= 2, !isAnnounced(start),
                index == passages.count || !passages[index].isItem,
                start == 0 || !passages[start - 1].isItem
            {
                for item in start..<index { cut(item, .links) }
            }
            start = index + 1
        }
    }

    /// Whether a list of links follows a sentence that speaks of it, or has items without links.
    private func isAnnounced(_ index: Int) -> Bool {
        var first = index
        while first > 0, passages[first].isItem, index - first < 50 {
            if passages[first].linkShare < 0.4, passages[first].letters > 20 { return true }
            first -= 1
        }
        return passages[first].rule == nil && passages[first].block.text.last == 0x3A
    }
}
