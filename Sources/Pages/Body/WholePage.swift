import Markup

/// The page as it is, for one that is too small to have a part that stands out.
enum WholePage {
    static func find(_ features: PageFeatures, _ pruning: Pruning) -> Candidate? {
        let tree = features.tree
        guard pruning.letters(0) > 0 else { return nil }
        let body = (0..<tree.count).first { tree.tag($0) == .body } ?? 0
        return Candidate(method: .whole, node: body)
    }
}
