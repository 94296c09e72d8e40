import Markup

/// Lets each paragraph vote for the elements around it, as Readability does: by its length and its
/// commas, for the nearest elements most. The weights are those of Mozilla's Readability.js.
struct VotedBody {
    private let features: PageFeatures
    private let pruning: Pruning
    private var votes: [Float]

    static func find(_ features: PageFeatures, _ pruning: Pruning) -> Candidate? {
        var body = VotedBody(features, pruning)
        body.vote()
        return body.best().map { Candidate(method: .voted, node: $0) }
    }

    private init(_ features: PageFeatures, _ pruning: Pruning) {
        self.features = features
        self.pruning = pruning
        votes = Array(repeating: 0, count: features.tree.count)
    }

    private mutating func vote() {
        let tree = features.tree
        var node = 1
        while node < tree.count {
            if pruning.rules[node] != nil {
                node = tree.end(node)
                continue
            }
            let own = features.ownLetters[node]
            if !tree.isText(node), own >= 25, features.ownLinked[node] * 2 < own {
                let weight =
                    1 + Float(features.commas(node)) + Float(min(own / 100, 3))
                var at = tree.parent(node)
                for share: Float in [1, 0.5, 1.0 / 6, 1.0 / 9] where at > 0 {
                    votes[at] += weight * share
                    at = tree.parent(at)
                }
            }
            node += 1
        }
    }

    private func best() -> Int? {
        let tree = features.tree
        var top: [(node: Int, score: Float)] = []
        for node in 1..<max(1, tree.count) where votes[node] > 0 {
            let letters = max(1, pruning.letters(node))
            let score =
                (votes[node] + start(node))
                * (1 - Float(pruning.linked(node)) / Float(letters))
            if top.count < 5 || score > top[top.count - 1].score {
                top.append((node, score))
                top.sort { $0.score > $1.score }
                if top.count > 5 { top.removeLast() }
            }
        }
        guard let first = top.first else { return nil }
        let rivals = top.dropFirst().filter {
            $0.score >= first.score * 0.75
                && ($0.node < first.node || $0.node >= tree.end(first.node))
                && (first.node < $0.node || first.node >= tree.end($0.node))
        }
        var node = first.node
        // Several that are alike are parts of one.
        for rival in rivals where rivals.count >= 2 {
            while rival.node < node || rival.node >= tree.end(node) { node = tree.parent(node) }
        }
        // Paragraphs beside it are its own.
        while node > 0, tree.tag(node) != .body, pruning.prose(tree.parent(node)) > 0,
            pruning.prose(node) * 5 < pruning.prose(tree.parent(node)) * 4,
            paragraphs(in: tree.parent(node), but: node) * 5 > pruning.prose(node)
        {
            node = tree.parent(node)
        }
        return node
    }

    /// Letters of the paragraphs directly in an element, beside one of its parts.
    private func paragraphs(in node: Int, but part: Int) -> Int {
        var letters = 0
        for child in features.tree.children(node)
        where child != part && features.tree.tag(child) == .p { letters += pruning.prose(child) }
        return letters
    }

    private func start(_ node: Int) -> Float {
        let marks = features.marks[node]
        var start: Float = 0
        switch features.tree.tag(node) {
        case .article, .div, .section, .main: start = 5
        case .pre, .td, .blockquote: start = 3
        case .ol, .ul, .dl, .li, .form: start = -3
        default: break
        }
        if !marks.isDisjoint(with: [.body, .matter, .piece]) { start += 25 }
        if !marks.isDisjoint(with: .notText) { start -= 25 }
        return start
    }
}
