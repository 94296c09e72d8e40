import Markup

/// Says of one element whether it is cut.
struct PruningJudge {
    private let features: PageFeatures
    private let total: Double
    private let headline: Int?
    /// How many elements before each node are named as the text of an article and hold some.
    private let bodies: [Int32]
    /// How many elements before each node hold a text of a kind that is not for captions.
    private let texts: [Int32]
    private let style: UInt32?
    private let hidden: UInt32?

    init(_ features: PageFeatures, headline: Int?) {
        self.features = features
        self.headline = headline
        total = Double(max(1, features.prose(0)))
        let tree = features.tree
        style = tree.number(ofAttribute: "style")
        hidden = tree.number(ofAttribute: "hidden")
        let most =
            (0..<tree.count).lazy.filter { features.marks[$0].contains(.body) }
            .map { features.prose($0) }.max() ?? 0
        let least = max(250, most / 4)
        var bodies = [Int32](repeating: 0, count: tree.count + 1)
        var texts = bodies
        for node in 0..<tree.count {
            let isText: Bool
            switch tree.tag(node) {
            case .table, .blockquote, .pre, .p, .ul, .ol: isText = true
            default: isText = false
            }
            texts[node + 1] = texts[node] &+ (isText ? 1 : 0)
            let isBody = features.marks[node].contains(.body) && features.prose(node) >= least
            bodies[node + 1] = bodies[node] &+ (isBody ? 1 : 0)
        }
        self.bodies = bodies
        self.texts = texts
    }

    func rule(_ node: Int, sparing spared: Set<CutRule>) -> CutRule? {
        let tree = features.tree
        let tag = tree.tag(node)
        guard tag != .html, tag != .body, tag != .main, node != 0 else { return nil }
        if holdsArticle(node) { return nil }
        if features.isInTeaserList(node), !spared.contains(.related) { return .related }
        let share = Double(features.prose(node)) / total
        if let rule = ruleOfTag(tag, node), share < 0.5, !spared.contains(rule) { return rule }
        if share < 0.7, !spared.contains(.hidden), isHidden(node) { return .hidden }
        var marks = features.marks[node]
        if tag.headingLevel != nil { marks.formIntersection(Self.ofHeadings) }
        if marks.isDisjoint(with: .notText) || marks.contains(.body) { return nil }
        for (mark, rule, limit) in Self.byMark
        where marks.contains(mark) && share < limit && !spared.contains(rule) {
            if isContradicted(mark, node) { continue }
            return rule
        }
        return nil
    }

    /// Whether what stands in an element shows that its name means something else.
    private func isContradicted(_ mark: Marks, _ node: Int) -> Bool {
        let letters = features.letters(node)
        switch mark {
        case .hidden: return isFolded(node)
        case .teaser, .widget: return !features.isTeaser(node)
        case .navigation: return letters > 80 && features.linked(node) * 5 < letters * 2
        case .advertisement: return features.prose(node) > 500
        case .meta, .tags: return letters > 250 && features.linked(node) * 5 < letters
        default: return false
        }
    }

    /// Whether there is what says that this is, or holds, an article's text.
    private func holdsArticle(_ node: Int) -> Bool {
        let end = features.tree.end(node)
        if bodies[end] > bodies[node] { return true }
        guard let headline, headline >= node, headline < end else { return false }
        return true
    }

    private func isHidden(_ node: Int) -> Bool {
        let tree = features.tree
        if isFolded(node) { return false }
        if hidden != nil, tree.attribute(numbered: hidden, of: node) != nil { return true }
        guard let style, let value = tree.attribute(numbered: style, of: node) else { return false }
        return value.containsIgnoringBlanks("display:none")
            || value.containsIgnoringBlanks("visibility:hidden")
    }

    /// Whether an element is hidden only until a reader opens it, as the answers to questions are.
    private func isFolded(_ node: Int) -> Bool {
        let tree = features.tree
        let parent = tree.parent(node)
        if !features.marks[node].union(features.marks[parent]).isDisjoint(with: .foldable) {
            return true
        }
        guard let first = tree.children(parent).first(where: { features.letters($0) > 0 }),
            first != node
        else { return false }
        // Below the headline of a page stands its text.
        return tree.tag(first) == .button || (tree.tag(first).headingLevel ?? 1) > 1
    }

    private func ruleOfTag(_ tag: Tag, _ node: Int) -> CutRule? {
        switch tag {
        case .nav, .menu: .navigation
        case .footer: .footer
        case .aside: .sidebar
        // A heading that opens what stands below it is one all the same.
        case .button where features.tree.tag(features.tree.parent(node)).headingLevel != nil: nil
        case .form, .button, .fieldset, .label, .dialog: .form
        case .figcaption: .caption
        case .figure: holdsMoreThanPicture(node) ? nil : .caption
        case .noscript: .hidden
        default: nil
        }
    }

    private func holdsMoreThanPicture(_ figure: Int) -> Bool {
        texts[features.tree.end(figure)] > texts[figure]
    }

    /// What a heading can be named for that is none of the text.
    private static let ofHeadings: Marks = [
        .related, .comments, .newsletter, .advertisement, .share, .author, .hidden, .caption,
    ]

    private static let byMark: [(Marks, CutRule, Double)] = [
        (.hidden, .hidden, 0.3),
        (.navigation, .navigation, 0.3),
        (.share, .share, 0.2),
        (.related, .related, 0.4),
        (.newsletter, .newsletter, 0.2),
        (.comments, .comments, 0.9),
        (.author, .author, 0.2),
        (.meta, .meta, 0.2),
        (.advertisement, .advertisement, 0.3),
        (.consent, .consent, 0.5),
        (.caption, .caption, 0.2),
        (.footer, .footer, 0.3),
        (.sidebar, .sidebar, 0.4),
        (.tags, .tags, 0.2),
        (.paywall, .paywall, 0.2),
        (.media, .media, 0.9),
        (.teaser, .related, 0.2),
        (.widget, .sidebar, 0.4),
    ]
}

extension UnsafeRawBufferPointer {
    /// Whether a text of ASCII in small letters stands in it, blanks aside.
    fileprivate func containsIgnoringBlanks(_ wanted: StaticString) -> Bool {
        let count = wanted.utf8CodeUnitCount
        var matched = 0
        for byte in self where byte > 0x20 {
            let small = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
            if small == wanted.utf8Start[matched] {
                matched += 1
                if matched == count { return true }
            } else {
                matched = small == wanted.utf8Start[0] ? 1 : 0
            }
        }
        return false
    }
}
