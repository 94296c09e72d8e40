import Markup

/// Finds the article by the names that the page gives to its parts.
struct NamedBody {
    private let features: PageFeatures
    private let pruning: Pruning
    private let headline: Int?
    private let total: Int
    private let itemprop: UInt32?
    private let role: UInt32?

    static func find(_ features: PageFeatures, _ pruning: Pruning, headline: Int?) -> Candidate? {
        let search = NamedBody(features, pruning, headline)
        for tier in Tier.allCases {
            if let node = search.node(tier) { return Candidate(method: .named, node: node) }
        }
        return nil
    }

    /// From the surest names to the least.
    private enum Tier: CaseIterable {
        case articleBody, body, article, main
    }

    private init(_ features: PageFeatures, _ pruning: Pruning, _ headline: Int?) {
        self.features = features
        self.pruning = pruning
        self.headline = headline
        total = pruning.prose(0)
        itemprop = features.tree.number(ofAttribute: "itemprop")
        role = features.tree.number(ofAttribute: "role")
    }

    private func isOf(_ tier: Tier, _ node: Int) -> Bool {
        let tree = features.tree
        switch tier {
        case .articleBody: return has(itemprop, "articleBody", node)
        case .body: return features.marks[node].contains(.body)
        case .article: return tree.tag(node) == .article || has(role, "article", node)
        case .main: return tree.tag(node) == .main || has(role, "main", node)
        }
    }

    private func has(_ attribute: UInt32?, _ value: StaticString, _ node: Int) -> Bool {
        guard let attribute,
            let found = features.tree.attribute(numbered: attribute, of: node)
        else { return false }
        return found.elementsEqual(
            UnsafeBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount))
    }

    private func node(_ tier: Tier) -> Int? {
        let tree = features.tree
        let found = (1..<tree.count).filter {
            !tree.isText($0) && pruning.prose($0) > 0 && tree.tag($0) != .body && isOf(tier, $0)
        }
        guard let best = found.max(by: { weight($0) < weight($1) }) else { return nil }
        let node = inmost(best, found) ?? best
        let whole = tier == .articleBody || tier == .body ? joined(node, found) : node
        let prose = pruning.prose(whole)
        let isHeaded = headline.map { $0 >= whole && $0 < tree.end(whole) } ?? false
        guard prose >= 140, prose * 3 > total || prose > 1500 || isHeaded && prose >= 300 else {
            return nil
        }
        return whole
    }

    /// Text counts for more that stands under the headline.
    private func weight(_ node: Int) -> Int {
        let prose = pruning.prose(node)
        guard let headline else { return prose }
        let tree = features.tree
        if headline >= node, headline < tree.end(node) { return prose * 4 }
        return prose
    }

    /// The innermost that holds nearly all of the text of the outermost.
    private func inmost(_ outer: Int, _ found: [Int]) -> Int? {
        let tree = features.tree
        let prose = pruning.prose(outer)
        return found.filter {
            $0 > outer && $0 < tree.end(outer) && pruning.prose($0) * 10 > prose * 9
        }.max()
    }

    /// The `article` around an element, or all of the page.
    private func enclosingArticle(_ node: Int) -> Int {
        var at = features.tree.parent(node)
        while at > 0, features.tree.tag(at) != .article { at = features.tree.parent(at) }
        return at
    }

    /// What holds all parts of an article that is split into parts of the same names.
    private func joined(_ node: Int, _ found: [Int]) -> Int {
        let tree = features.tree
        if tree.tag(node) == .article { return node }
        guard let names = tree.string("class", of: node) ?? tree.string("itemprop", of: node) else {
            return node
        }
        var joined = node
        let article = enclosingArticle(node)
        for other in found
        where other > article && other < tree.end(article) && other != node
            && tree.tag(other) == tree.tag(node)
            && (tree.string("class", of: other) ?? tree.string("itemprop", of: other)) == names
        {
            while other < joined || other >= tree.end(joined) { joined = tree.parent(joined) }
        }
        let isPage = tree.tag(joined) == .body || tree.tag(joined) == .html || joined == 0
        return isPage ? node : joined
    }
}
