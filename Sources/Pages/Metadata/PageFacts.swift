import Markup

/// What the rules for a page's metadata need of its tree, gathered in one walk.
struct PageFacts {
    /// Of the element `title`, in one line.
    private(set) var title: String?
    private(set) var metas = MetaTags()
    /// Of the element `base`, as it stands.
    private(set) var base: String?
    /// Links of the head, by their relation in lower case.
    private(set) var links: [String: String] = [:]
    /// JSON-LD, of scripts and of the elements that some systems put it into.
    private(set) var linkedData: [UnsafeRawBufferPointer] = []
    /// Elements, in the order of the page.
    private(set) var mainHeadings: [Int] = []
    private(set) var minorHeadings: [Int] = []
    private(set) var times: [Int] = []
    /// Elements whose names say that they hold the author, or the date.
    private(set) var authorHints: [PageHint] = []
    private(set) var dateHints: [PageHint] = []
    private(set) var language: String?

    private static let mostLinkedData = 64
    private static let mostHints = 600

    init(of tree: MarkupTree) {
        let names = AttributeNumbers(tree)
        var hints: [PageHint] = []
        for node in 1..<max(1, tree.count) where !tree.isText(node) {
            let tag = tree.tag(node)
            switch tag {
            case .title:
                // Drawings have titles of their own.
                if title == nil, tree.name(tree.parent(node)) != "svg" {
                    title = PlainLine.of(node, in: tree)
                }
            case .meta: addMeta(node, tree)
            case .link: addLink(node, tree)
            case .base: base = base ?? tree.string("href", of: node)
            case .script: addScript(node, tree)
            case .style, .br, .svg, .img, .source, .option: break
            default:
                if tag == .html { language = tree.string("lang", of: node) }
                if tag == .h1, mainHeadings.count < 8 { mainHeadings.append(node) }
                if tag == .h2, minorHeadings.count < 8 { minorHeadings.append(node) }
                if tag == .time, times.count < Self.mostHints { times.append(node) }
                if let hint = PageHint.of(node, tag, tree, names), hints.count < Self.mostHints {
                    hints.append(hint)
                }
            }
        }
        sort(hints, tree)
    }

    /// Keeps what stands in the article, or around it.
    private mutating func sort(_ hints: [PageHint], _ tree: MarkupTree) {
        let headline = mainHeadings.first ?? 0
        var besideUntil = 0
        var beside: [Range<Int>] = []
        for hint in hints {
            if hint.node < besideUntil {
                // A property says what it is wherever it stands.
                if hint.subject == .date, hint.strength == 3 { dateHints.append(hint) }
                continue
            }
            switch hint.subject {
            case .beside:
                // What holds the headline is the article, whatever it is called.
                let range = hint.node..<tree.end(hint.node)
                if range.contains(headline) { continue }
                beside.append(range)
                besideUntil = range.upperBound
            case .author: authorHints.append(hint)
            case .date: dateHints.append(hint)
            }
        }
        times.removeAll { time in beside.contains { $0.contains(time) } }
    }

    private mutating func addMeta(_ node: Int, _ tree: MarkupTree) {
        guard let content = tree.string("content", of: node), !content.isEmpty else { return }
        for attribute in ["property", "name", "itemprop", "http-equiv"] {
            guard let name = tree.string(attribute, of: node) else { continue }
            if name.hasSuffix("ld+json"), let json = tree.attribute("content", of: node) {
                addLinkedData(json)
            }
            for word in name.split(separator: " ") {
                metas.add(content, to: attribute == "itemprop" ? "itemprop:\(word)" : String(word))
            }
        }
    }

    private mutating func addLink(_ node: Int, _ tree: MarkupTree) {
        guard let relations = tree.string("rel", of: node)?.lowercased(),
            let address = tree.string("href", of: node)
        else { return }
        for relation in relations.split(separator: " ") where links[String(relation)] == nil {
            links[String(relation)] = address
        }
    }

    private mutating func addScript(_ node: Int, _ tree: MarkupTree) {
        guard tree.string("type", of: node)?.lowercased().contains("ld+json") ?? false else {
            return
        }
        for child in tree.children(node)
        where tree.isText(child) { addLinkedData(tree.text(child)) }
    }

    private mutating func addLinkedData(_ json: UnsafeRawBufferPointer) {
        if linkedData.count < Self.mostLinkedData { linkedData.append(json) }
    }
}
