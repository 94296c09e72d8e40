import Markup

/// What can be counted on a page, by the indices of its nodes, so that any part of it is a
/// difference of two sums.
struct PageFeatures {
    let tree: MarkupTree
    /// What the element's names tell.
    private(set) var marks: [Marks]
    /// The nearest element that is a block, itself included.
    private(set) var block: [Int32]
    /// Whether a node lies in a link.
    private(set) var isLinked: [Bool]
    private var letterSums: [Int32]
    private var linkedSums: [Int32]
    private var commaSums: [Int32]
    private var proseSums: [Int32]
    /// Headings that are links.
    private var titleSums: [Int32]
    private var teaserLists: [Bool]
    /// Letters that stand in a block itself, not in one inside it.
    private(set) var ownLetters: [Int32]
    private(set) var ownLinked: [Int32]
    /// Signs of program text in it.
    private var ownSigns: [Int32]

    init(_ tree: MarkupTree) {
        self.tree = tree
        let count = tree.count
        marks = Array(repeating: [], count: count)
        block = Array(repeating: 0, count: count)
        isLinked = Array(repeating: false, count: count)
        letterSums = Array(repeating: 0, count: count + 1)
        linkedSums = letterSums
        commaSums = letterSums
        proseSums = letterSums
        titleSums = letterSums
        teaserLists = Array(repeating: false, count: count)
        ownLetters = Array(repeating: 0, count: count)
        ownLinked = ownLetters
        ownSigns = ownLetters
        gather()
        sumProse()
        readNames()
        findTeasers()
    }

    private mutating func gather() {
        let tree = tree
        let address = tree.number(ofAttribute: "href")
        var hiddenUntil = 0
        var letters: Int32 = 0
        var linked: Int32 = 0
        var commas: Int32 = 0
        for node in 0..<tree.count {
            let parent = tree.parent(node)
            if tree.isText(node) {
                block[node] = block[parent]
                isLinked[node] = isLinked[parent]
                if node >= hiddenUntil {
                    let found = TextCount(tree.text(node))
                    letters &+= found.letters
                    commas &+= found.commas
                    ownLetters[Int(block[node])] &+= found.letters
                    ownSigns[Int(block[node])] &+= found.signs
                    if isLinked[node] {
                        linked &+= found.letters
                        ownLinked[Int(block[node])] &+= found.letters
                    }
                }
            } else {
                let tag = tree.tag(node)
                if node >= hiddenUntil, tag.isHidden { hiddenUntil = tree.end(node) }
                block[node] = tag.isBlock ? Int32(node) : block[parent]
                isLinked[node] =
                    isLinked[parent]
                    || tag == .a && tree.attribute(numbered: address, of: node) != nil
            }
            letterSums[node + 1] = letters
            linkedSums[node + 1] = linked
            commaSums[node + 1] = commas
        }
    }

    private mutating func sumProse() {
        var prose: Int32 = 0
        for node in 0..<tree.count {
            if isProse(node) { prose &+= ownLetters[node] &- ownLinked[node] }
            proseSums[node + 1] = prose
        }
    }

    /// Whether a block holds a running text of its own: long, and no list of links.
    func isProse(_ node: Int) -> Bool {
        let own = ownLetters[node]
        return own >= 60 && ownLinked[node] * 2 < own && ownSigns[node] * 10 < own
    }

    private mutating func findTeasers() {
        for node in 0..<tree.count {
            let isTitle =
                tree.tag(node).headingLevel != nil && letters(node) > 8
                && linked(node) * 10 > letters(node) * 8
            titleSums[node + 1] = titleSums[node] &+ (isTitle ? 1 : 0)
        }
        let total = prose(0)
        var last = 0
        var node = 0
        while node + 1 < tree.count {
            node += 1
            guard !tree.isText(node), isCard(node),
                total - prose(tree.parent(node)) > max(500, total / 4)
            else { continue }
            // The one before it in the same list.
            if last > 0, tree.parent(last) == tree.parent(node), tree.tag(last) == tree.tag(node),
                letters(from: tree.end(last), to: node) == 0
            {
                teaserLists[node] = true
                teaserLists[last] = true
            }
            last = node
            // What is in a card is none.
            node = tree.end(node) - 1
        }
    }

    /// Whether an element is one of several that each lead to another article.
    func isInTeaserList(_ node: Int) -> Bool { teaserLists[node] }

    /// Whether an element leads to another article: a heading that is a link, and little more.
    func isTeaser(_ node: Int) -> Bool {
        letters(node) < 600 && (titles(node) > 0 || linked(node) * 4 > letters(node))
    }

    /// Headings in it that are links.
    func titles(_ node: Int) -> Int { sum(titleSums, node) }

    private func isCard(_ node: Int) -> Bool {
        switch tree.tag(node) {
        case .div, .li, .article, .section, .a: break
        default: return false
        }
        return titles(node) == 1 && letters(node) < 700
    }

    private mutating func readNames() {
        let numbers = ["class", "id", "role", "itemprop", "data-component", "data-testid"].map {
            tree.number(ofAttribute: $0)
        }.filter { $0 != nil }
        let reader = NameReader()
        for node in 0..<tree.count where !tree.isText(node) && letters(node) > 0 {
            for number in numbers {
                if let value = tree.attribute(numbered: number, of: node) {
                    marks[node].formUnion(reader.marks(of: value))
                }
            }
            // What is named for several things is the one that an article is not.
            if !marks[node].isDisjoint(with: [.comments, .related]) { marks[node].remove(.body) }
        }
    }

    /// Characters but blanks in a node and all in it; each of three bytes or more counts three times,
    /// as writing without letters says more with each.
    func letters(_ node: Int) -> Int { sum(letterSums, node) }
    /// Those of them in links.
    func linked(_ node: Int) -> Int { sum(linkedSums, node) }
    func commas(_ node: Int) -> Int { sum(commaSums, node) }
    /// Letters in blocks of running text.
    func prose(_ node: Int) -> Int { sum(proseSums, node) }
    /// Letters in blocks of running text that begin between two nodes.
    func prose(from start: Int, to end: Int) -> Int { Int(proseSums[end] &- proseSums[start]) }
    /// The letters between two nodes.
    func letters(from start: Int, to end: Int) -> Int {
        Int(letterSums[end] - letterSums[start])
    }

    private func sum(_ sums: [Int32], _ node: Int) -> Int {
        Int(sums[tree.end(node)] &- sums[node])
    }
}

/// What one text of a page counts.
private struct TextCount {
    var letters: Int32 = 0
    var commas: Int32 = 0
    /// Braces and the like, which stand in program text and data.
    var signs: Int32 = 0

    init(_ text: UnsafeRawBufferPointer) {
        for byte in text {
            switch byte {
            case 0...0x20, 0x80..<0xC0: break
            case 0x2C:
                commas &+= 1
                letters &+= 1
            case 0x22, 0x27, 0x3A, 0x3C, 0x3D, 0x3E, 0x5B, 0x5C, 0x5D, 0x5F, 0x7B, 0x7D:
                signs &+= 1
                letters &+= 1
            case 0xE0...: letters &+= 3
            default: letters &+= 1
            }
        }
    }
}
