import Markup

/// The text of a heading without the kicker that stands over many a headline, in the same element.
struct HeadingText {
    /// The element.
    let node: Int
    /// The text with and without a kicker, the bare one first; one where they are the same.
    let readings: [String]

    init(of heading: Int, in tree: MarkupTree) {
        node = heading
        let whole = PlainLine.of(heading, in: tree)
        let bare = Self.bare(heading, tree)
        readings = [bare, whole == bare ? nil : whole].compactMap { $0 }
    }

    /// The element of the heading that says the headline, or of the first.
    static func node(saying headline: String?, of headings: [HeadingText]) -> Int? {
        let folded = headline.map(WordFold.of)
        let same = headings.first { $0.readings.contains { WordFold.of($0) == folded } }
        return (same ?? headings.first)?.node
    }

    private static let kickers = [
        "kicker", "overline", "topline", "topic", "eyebrow", "roofline", "dachzeile", "pretitle",
        "supertitle", "subtitle", "visually-hidden", "visuallyhidden", "sr-only", "antetitulo",
        "surtitre", "cintillo", "rubrik", "spitzmarke", "hidden", "offscreen",
    ]

    /// A kicker stands among the first nodes.
    private static let mostNodes = 32

    private static func bare(_ heading: Int, _ tree: MarkupTree) -> String? {
        let whole = PlainLine.of(heading, in: tree)
        var node = heading + 1
        // Into the one element that holds all, and past what is left out.
        while node < min(tree.end(heading), heading + mostNodes) {
            if tree.isText(node) {
                guard tree.text(node).allSatisfy({ $0 <= 0x20 }) else { break }
                node += 1
            } else if isKicker(node, tree) {
                let rest = PlainLine.of(tree.end(node)..<tree.end(heading), in: tree)
                guard let rest, rest.utf8.count >= 8 else { break }
                node = tree.end(node)
                if !holdsKicker(node..<tree.end(heading), tree) {
                    return PlainLine.of(node..<tree.end(heading), in: tree) ?? whole
                }
            } else {
                node += 1
            }
        }
        return whole
    }

    private static func holdsKicker(_ range: Range<Int>, _ tree: MarkupTree) -> Bool {
        range.prefix(6).contains { !tree.isText($0) && isKicker($0, tree) }
    }

    private static func isKicker(_ node: Int, _ tree: MarkupTree) -> Bool {
        if tree.tag(node) == .small { return true }
        if let hidden = tree.string("aria-hidden", of: node), hidden == "true" { return true }
        guard let names = tree.string("class", of: node)?.lowercased() else { return false }
        return kickers.contains { names.contains($0) }
    }
}
