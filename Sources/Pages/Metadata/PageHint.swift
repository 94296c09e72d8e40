import Markup

/// An element whose class, id or relation says what it holds.
struct PageHint {
    enum Subject {
        case author, date
        /// Nothing of the article: comments, the foot of the page, other articles.
        case beside
    }

    var subject: Subject
    var node: Int
    /// How plainly it says so: 1 by a part of a word, 2 by a word, 3 by a relation or property.
    var strength: Int

    /// Longer lists of classes say nothing.
    private static let longest = 600

    static func of(
        _ node: Int, _ tag: Tag, _ tree: MarkupTree, _ names: AttributeNumbers
    ) -> PageHint? {
        switch tag {
        case .html, .body, .main, .article: return nil
        case .nav, .select, .aside:
            return PageHint(subject: .beside, node: node, strength: 2)
        case .footer:
            // The foot of an article may say who wrote it and when, that of a page does not.
            if !isInArticle(node, tree) {
                return PageHint(subject: .beside, node: node, strength: 2)
            }
            return nil
        default: break
        }
        var found: PageHint?
        if let name = names.relation, let relation = tree.attribute(name, of: node),
            HintWord.meaning(of: relation)?.subject == .author, tag == .a
        {
            found = PageHint(subject: .author, node: node, strength: 3)
        }
        if let name = names.property, let property = tree.attribute(name, of: node),
            let meaning = HintWord.meaning(of: property), meaning.strength > 1
        {
            return PageHint(subject: meaning.subject, node: node, strength: 3)
        }
        for name in names.made {
            guard let value = tree.attribute(name, of: node), value.count <= longest,
                let meaning = HintWord.meaning(of: value)
            else { continue }
            if meaning.strength > found?.strength ?? 0 {
                found = PageHint(
                    subject: meaning.subject, node: node, strength: meaning.strength)
            }
        }
        return found
    }

    private static func isInArticle(_ node: Int, _ tree: MarkupTree) -> Bool {
        var outer = tree.parent(node)
        while outer > 0 {
            if tree.tag(outer) == .article || tree.tag(outer) == .main { return true }
            outer = tree.parent(outer)
        }
        return false
    }
}
