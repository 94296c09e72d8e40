import Markup

/// Where the article's headline stands on a page.
enum Headline {
    /// The element of the headline: the first heading that says what the page says is its headline,
    /// else the first of the first level.
    static func node(_ features: PageFeatures, _ metadata: PageMetadata) -> Int? {
        let tree = features.tree
        let wanted = metadata.headline.map { Folded(Array($0.utf8)) }
        var first: Int?
        for node in 0..<tree.count {
            guard let level = tree.tag(node).headingLevel, features.letters(node) > 0 else {
                continue
            }
            if features.letters(node) < 600, let wanted, wanted.count > 0,
                Folded(of: node, in: tree) == wanted
            {
                return node
            }
            if level == 1, first == nil, features.letters(node) > 12 { first = node }
        }
        return first
    }
}
