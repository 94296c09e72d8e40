import Markup

/// Goes from the page inwards as long as one element holds nearly all of the running text.
enum NarrowedBody {
    static func find(_ features: PageFeatures, _ pruning: Pruning) -> Candidate? {
        let tree = features.tree
        let total = pruning.prose(0)
        guard total > 0 else { return nil }
        var node = 0
        descent: while true {
            let held = pruning.prose(node)
            for child in tree.children(node) where !tree.isText(child) {
                if Double(pruning.prose(child)) > 0.8 * Double(held), !features.isProse(child) {
                    node = child
                    continue descent
                }
            }
            break
        }
        return Candidate(method: .narrowed, node: node)
    }
}
