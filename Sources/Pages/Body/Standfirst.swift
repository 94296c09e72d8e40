import Markup

/// The standfirst of an article where it stands above the text, apart from it.
enum Standfirst {
    static func blocks(
        _ features: PageFeatures, _ pruning: Pruning, headline: Int?, body: Int,
        _ metadata: PageMetadata
    ) -> [TextBlock] {
        let tree = features.tree
        guard let headline, tree.end(headline) <= body else { return [] }
        let summary = metadata.summary.map { Folded($0.utf8) }
        var found: [TextBlock] = []
        var node = tree.end(headline)
        while node < body {
            if pruning.rules[node] != nil {
                node = tree.end(node)
                continue
            }
            let own = features.ownLetters[node]
            if !tree.isText(node), own >= 30, features.ownLinked[node] * 2 < own,
                body >= tree.end(node),
                isStandfirst(node, own: own, headline, features, summary)
            {
                found += TextBlocks.blocks(of: node, in: tree) { pruning.rules[$0] != nil }
                node = tree.end(node)
                if found.count >= 4 { break }
            } else {
                node += 1
            }
        }
        return found
    }

    private static func isStandfirst(
        _ node: Int, own: Int32, _ headline: Int, _ features: PageFeatures, _ summary: Folded?
    ) -> Bool {
        let tree = features.tree
        var at = node
        while at > 0, headline < at {
            if features.marks[at].contains(.standfirst) { return true }
            at = tree.parent(at)
        }
        if own >= 60 { return true }
        guard let summary, summary.count > 20 else { return false }
        let text = Folded(of: node, in: tree)
        return text.begins(summary) || summary.begins(text)
    }
}
