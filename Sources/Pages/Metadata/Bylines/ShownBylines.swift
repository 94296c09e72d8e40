import Markup

/// The bylines that a page shows to its readers.
struct ShownBylines {
    /// Names of persons, of the element that says most plainly that it holds them.
    private(set) var persons: [BylineName]?
    /// Names that do not look like persons': of groups, nicknames.
    private(set) var others: [BylineName]?

    /// Elements further apart name authors of different articles.
    private static let gap = 14

    init(_ tree: MarkupTree, _ facts: PageFacts, _ cleaner: BylineCleaner, headline: Int?) {
        func distance(_ node: Int) -> Int {
            guard let headline else { return node }
            return node >= headline ? node - headline : (headline - node) * 3
        }
        for strength in [3, 2, 1] {
            let hints = facts.authorHints.filter { $0.strength == strength }.map(\.node)
            for node in hints.sorted(by: { distance($0) < distance($1) }).prefix(16) {
                let names = Self.names(at: node, tree, cleaner)
                if names.isEmpty { continue }
                guard names.contains(where: \.isPerson) else {
                    others = others ?? names.filter(Self.isTitled)
                    if others?.isEmpty ?? false { others = nil }
                    continue
                }
                persons =
                    names.filter(\.isPerson) + Self.following(node, hints, names, tree, cleaner)
                return
            }
        }
        if let headline { persons = Self.line(around: headline, tree, cleaner) }
    }

    /// One word, or several that all begin with capitals: no phrase.
    private static func isTitled(_ name: BylineName) -> Bool {
        let words = name.text.split(separator: " ")
        return words.count == 1
            || words.allSatisfy { !($0.first?.isLowercase ?? true) || $0 == "the" || $0 == "of" }
    }

    /// The names of the elements of the same kind that follow closely.
    private static func following(
        _ node: Int, _ hints: [Int], _ first: [BylineName], _ tree: MarkupTree,
        _ cleaner: BylineCleaner
    ) -> [BylineName] {
        var more: [BylineName] = []
        var end = tree.end(node)
        for hint in hints where hint >= end {
            guard hint - end <= gap else { break }
            end = tree.end(hint)
            for name in names(at: hint, tree, cleaner)
            where name.isPerson && !first.contains(name) && !more.contains(name) {
                more.append(name)
            }
        }
        return more
    }

    /// The names in an element: of what in it is named as a name, of the links to authors' pages, or
    /// of its text.
    private static func names(
        at node: Int, _ tree: MarkupTree, _ cleaner: BylineCleaner
    ) -> [BylineName] {
        if let content = tree.string("content", of: node), !content.isEmpty {
            return cleaner.names(in: [content])
        }
        var named: [String] = []
        var linked: [String] = []
        let end = min(tree.end(node), node + 200)
        for inner in node..<end where !tree.isText(inner) {
            if let property = tree.string("itemprop", of: inner), property == "name" {
                named += [tree.string("content", of: inner) ?? PlainLine.of(inner, in: tree)]
                    .compactMap { $0 }
            } else if tree.tag(inner) == .a, AuthorLink.isOne(inner, tree, isInByline: true),
                let text = PlainLine.of(inner, in: tree)
            {
                linked.append(text)
            }
        }
        let line = PlainLine.of(node, in: tree) ?? ""
        let all = cleaner.names(in: [line])
        for texts in [named, linked] {
            let names = cleaner.names(in: texts)
            guard names.contains(where: \.isPerson) else { continue }
            // Of several authors some may have no page of their own.
            let isAmongAll = names.allSatisfy { all.contains($0) }
            return BylineCleaner.joins(line) && isAmongAll && all.allSatisfy(\.isPerson)
                ? all : names
        }
        return all
    }

    /// Before and behind the headline, in nodes.
    private static let reach = (before: 20, behind: 90)

    /// "By Jane Doe" in a short text, or a link to an author's page, around the headline.
    private static func line(
        around headline: Int, _ tree: MarkupTree, _ cleaner: BylineCleaner
    ) -> [BylineName]? {
        let behind = headline..<min(tree.count, headline + reach.behind)
        let before = max(1, headline - reach.before)..<headline
        for nodes in [behind, before] {
            for node in nodes {
                if tree.isText(node) {
                    if let names = labelled(node, nodes.upperBound, tree, cleaner) { return names }
                } else if tree.tag(node) == .a, AuthorLink.isOne(node, tree),
                    let text = PlainLine.of(node, in: tree)
                {
                    let names = cleaner.names(in: [text]).filter(\.isPerson)
                    if !names.isEmpty { return names }
                }
            }
        }
        return nil
    }

    /// In lower case, each with the blank or mark that ends it.
    private static let openings: [[UInt8]] = [
        "by ", "by: ", "written by", "von ", "par ", "por ", "di ", "author:", "autor:", "text:",
        "posted by", "words by", "story by", "автор", "作者", "記者", "door ", "af ", "av ",
    ].map { Array($0.utf8) }
    private static let firstBytes = Set(openings.compactMap(\.first))

    /// A text that begins as bylines do, with what follows it where it ends there.
    private static func labelled(
        _ node: Int, _ end: Int, _ tree: MarkupTree, _ cleaner: BylineCleaner
    ) -> [BylineName]? {
        let bytes = tree.text(node)
        guard bytes.count <= 200, let first = bytes.first(where: { $0 > 0x20 }),
            firstBytes.contains((0x41...0x5A).contains(first) ? first | 0x20 : first),
            !tree.tag(tree.parent(node)).isHidden,
            let text = PlainLine.of(node..<node + 1, in: tree)
        else { return nil }
        let line = text.lowercased() + " "
        guard openings.contains(where: { line.utf8.starts(with: $0) }) else { return nil }
        var names = cleaner.names(in: [text]).filter(\.isPerson)
        if !names.isEmpty { return names }
        guard line.split(separator: " ").count <= 3 else { return nil }
        var next = node + 1
        while next < min(end, node + 8) {
            if tree.isText(next), let text = PlainLine.of(next..<next + 1, in: tree) {
                names = cleaner.names(in: [text]).filter(\.isPerson)
                return names.isEmpty ? nil : names
            }
            next += 1
        }
        return nil
    }
}

/// Links to the pages of authors.
enum AuthorLink {
    /// Behind a slash.
    private static let paths: [[UInt8]] = [
        "author", "autor", "auteur", "profile/", "profiles/", "staff/", "journalist",
        "contributor", "writer", "reporter", "redakt", "byline", "columnist", "by/", "user/",
        "users/",
    ].map { Array($0.utf8) }

    /// So are persons and teams that an article is about.
    private static let doubtful: [[UInt8]] = ["people/", "person/", "team/", "redaktion/"].map {
        Array($0.utf8)
    }

    /// - Parameter isInByline: where it stands there is an author anyway.
    static func isOne(_ link: Int, _ tree: MarkupTree, isInByline: Bool = false) -> Bool {
        if tree.string("rel", of: link)?.lowercased().contains("author") ?? false { return true }
        guard let address = tree.attribute("href", of: link), address.count < 300 else {
            return false
        }
        for slash in address.indices where address[slash] == 0x2F {
            let rest = address[(slash + 1)...]
            let isPath = (isInByline ? paths + doubtful : paths).contains { path in
                rest.count >= path.count
                    && zip(rest, path).allSatisfy { $0 == $1 || $0 | 0x20 == $1 && $1 != 0x2F }
            }
            if isPath { return true }
        }
        return false
    }
}
