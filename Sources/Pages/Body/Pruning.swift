import Markup

/// Which elements of a page are no part of any article, whoever looks for it.
struct Pruning {
    /// By node, where a cut begins: its rule.
    private(set) var rules: [Int: CutRule] = [:]
    /// Letters of running text that were not cut, summed by node.
    private var proseSums: [Int32]
    private var letterSums: [Int32]
    private var linkedSums: [Int32]
    private let tree: MarkupTree

    /// Cuts, and cuts again without the rules that took what must be the article itself.
    init(_ features: PageFeatures, headline: Int?) {
        var spared: Set<CutRule> = []
        let judge = PruningJudge(features, headline: headline)
        self.init(features, judge, sparing: spared)
        for _ in 0..<3 {
            guard let rule = excessive(features) else { return }
            spared.insert(rule)
            self.init(features, judge, sparing: spared)
        }
    }

    /// A rule that took about half of all running text, in many pieces or as one.
    private func excessive(_ features: PageFeatures) -> CutRule? {
        let total = features.prose(0)
        var taken: [CutRule: Int] = [:]
        for (node, rule) in rules { taken[rule, default: 0] += features.prose(node) }
        guard let (rule, most) = taken.max(by: { $0.value < $1.value }), most > 200 else {
            return nil
        }
        switch rule {
        case .comments, .related, .consent, .navigation, .hidden, .media:
            return prose(0) < 140 ? rule : nil
        default: return most * 20 > total * 9 ? rule : nil
        }
    }

    private init(_ features: PageFeatures, _ judge: PruningJudge, sparing spared: Set<CutRule>) {
        tree = features.tree
        proseSums = Array(repeating: 0, count: tree.count + 1)
        letterSums = proseSums
        linkedSums = proseSums
        var cutUntil = 0
        for node in 0..<tree.count {
            if node >= cutUntil, !tree.isText(node), features.letters(node) > 0,
                let rule = judge.rule(node, sparing: spared)
            {
                rules[node] = rule
                cutUntil = tree.end(node)
            }
            var prose = proseSums[node]
            var letters = letterSums[node]
            var linked = linkedSums[node]
            if node >= cutUntil {
                let own = features.ownLetters[node]
                letters &+= own
                linked &+= features.ownLinked[node]
                if features.isProse(node) { prose &+= own &- features.ownLinked[node] }
            }
            proseSums[node + 1] = prose
            letterSums[node + 1] = letters
            linkedSums[node + 1] = linked
        }
    }

    func end(_ node: Int) -> Int { tree.end(node) }
    /// Letters of running text in a node that were not cut.
    func prose(_ node: Int) -> Int { Int(proseSums[tree.end(node)] &- proseSums[node]) }
    func letters(_ node: Int) -> Int { Int(letterSums[tree.end(node)] &- letterSums[node]) }
    func linked(_ node: Int) -> Int { Int(linkedSums[tree.end(node)] &- linkedSums[node]) }
}
