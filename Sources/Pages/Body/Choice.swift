import Markup

/// Picks among the candidates the one that the others agree with most, and the page's own copy of
/// the text for machines where there is one.
struct Choice {
    private let features: PageFeatures
    private let pruning: Pruning
    private let headline: Int?
    private let copy: Shingles?

    init(
        _ features: PageFeatures, _ pruning: Pruning, _ metadata: PageMetadata, headline: Int?
    ) {
        self.headline = headline
        self.features = features
        self.pruning = pruning
        copy = metadata.jsonLDBody.flatMap { body in
            // What is shorter is a teaser, which favours the shortest part.
            body.utf8.count >= 600 ? Shingles(body.utf8) : nil
        }
    }

    /// - Parameter candidates: those that are preferred, where they are alike, first.
    /// - Returns: with their scores, the best first.
    func ranked(_ candidates: [Candidate]) -> [Candidate] {
        var ranked = candidates
        for index in ranked.indices {
            var score = 0.0
            for other in candidates.indices where other != index {
                score += alike(candidates[index].node, candidates[other].node)
            }
            if candidates.count > 1 { score /= Double(candidates.count - 1) }
            if let copy { score = (score + 2 * copy.agreement(text(ranked[index].node))) / 3 }
            if ranked[index].method == .named { score += copy == nil ? 0.5 : 0.2 }
            score += hint(ranked[index].node)
            // In halves of a tenth, so that what is alike stays in its order.
            ranked[index].score = (score * 20).rounded() / 20
        }
        // Sorting is stable.
        ranked.sort { $0.score > $1.score }
        if let inner = innerOfAll(ranked) {
            ranked[inner].isInnermost = true
            ranked.swapAt(0, inner)
        }
        return ranked
    }

    /// What speaks for an element, and against it, beside its text.
    private func hint(_ node: Int) -> Double {
        let marks = features.marks[node]
        var hint = 0.0
        if let headline, headline >= node, headline < features.tree.end(node) { hint += 0.05 }
        if marks.contains(.body) { hint += 0.05 }
        if !marks.isDisjoint(with: .notText) { hint -= 0.1 }
        return hint
    }

    /// The one that lies within the first and holds nearly all of it, where the others say the same:
    /// what is left then is what stands around an article.
    private func innerOfAll(_ ranked: [Candidate]) -> Int? {
        guard ranked.count > 2, let first = ranked.first else { return nil }
        let prose = Double(pruning.prose(first.node))
        let isInner = ranked.dropFirst().allSatisfy {
            $0.node > first.node && $0.node < features.tree.end(first.node)
                && Double(pruning.prose($0.node)) >= 0.8 * prose
        }
        guard isInner else { return nil }
        return ranked.firstIndex { $0.method == .narrowed }
    }

    /// How much of their running text two elements share: 0 to 1.
    private func alike(_ one: Int, _ other: Int) -> Double {
        let tree = features.tree
        let (outer, inner) = one <= other ? (one, other) : (other, one)
        guard inner < tree.end(outer) else { return 0 }
        let all = pruning.prose(outer) + pruning.prose(inner)
        return all > 0 ? 2 * Double(pruning.prose(inner)) / Double(all) : 0
    }

    /// The running text of an element, as it is kept.
    private func text(_ node: Int) -> [UInt8] {
        let tree = features.tree
        var text: [UInt8] = []
        var at = node
        while at < tree.end(node) {
            if pruning.rules[at] != nil {
                at = tree.end(at)
                continue
            }
            if tree.isText(at), features.isProse(Int(features.block[at])) {
                text += tree.text(at)
                text.append(0x20)
            }
            at += 1
        }
        return text
    }
}
