import Articles
import Markup
import Normalising

/// The dates that a page shows to its readers.
struct ShownDates {
    let tree: MarkupTree
    let facts: PageFacts
    let times: TimeParser
    let headline: Int?
    /// A date that says of itself that it is that of a change.
    var updated: String?

    init(_ tree: MarkupTree, _ facts: PageFacts, _ times: TimeParser, headline: Int?) {
        self.tree = tree
        self.facts = facts
        self.times = times
        self.headline = headline
    }

    /// Of the elements that are named for it, that which stands nearest to the headline.
    /// - Parameter reach: the farthest, in nodes.
    mutating func marked(within reach: Int) -> String? {
        let named = facts.dateHints.filter { $0.strength >= 2 }.map(\.node)
        let weak = facts.dateHints.filter { $0.strength < 2 }.map(\.node)
        for nodes in [facts.times + named, weak] {
            let near = nodes.filter { distance($0) <= reach }
            for node in near.sorted(by: { distance($0) < distance($1) }).prefix(24) {
                guard let date = date(of: node) else { continue }
                // The date of a change stands beside it.
                let beside = near.filter { $0 > node && $0 - node <= Self.reachOfChange }
                for other in beside.prefix(4) where updated == nil { _ = self.date(of: other) }
                return date
            }
        }
        return nil
    }

    /// In nodes, from the date of publication.
    private static let reachOfChange = 12

    /// How many nodes lie between one and the headline; what stands before it counts double.
    private func distance(_ node: Int) -> Int {
        guard let headline else { return node }
        return node >= headline ? node - headline : (headline - node) * 2
    }

    mutating func date(of node: Int) -> String? {
        let isUpdate = saysUpdate(node)
        for name in ["datetime", "content", "title"] {
            guard let printed = tree.string(name, of: node)?.trimmingBlanks,
                let time = times.parse(printed), PageDates.isPlausible(time),
                time.precision != .year, time.precision != .month
            else { continue }
            if !isUpdate { return printed }
            updated = updated ?? printed
            return nil
        }
        if let inner = timeInside(node), let date = date(of: inner) { return date }
        guard let text = PlainLine.of(node, in: tree), text.utf8.count <= 200 else { return nil }
        return first(in: text, isUpdate: isUpdate)
    }

    /// The element for a time that is all that an element holds beside its label.
    private func timeInside(_ node: Int) -> Int? {
        let inside = node + 1..<min(tree.end(node), node + 8)
        return inside.first { tree.tag($0) == .time && tree.string("datetime", of: $0) != nil }
    }

    /// The first date of a text that is not that of a change.
    mutating func first(in text: String, isUpdate: Bool = false) -> String? {
        var date: String?
        for found in times.times(in: text) where PageDates.isPlausible(found.time) {
            if OtherDateWord.isIn(found.before) { continue }
            let printed = Self.printed(found.time)
            if UpdateWord.isIn(found.before) || isUpdate {
                updated = updated ?? printed
            } else {
                date = date ?? printed
            }
        }
        return date
    }

    static func printed(_ time: PublishedTime) -> String {
        switch time.precision {
        case .day, .month, .year: time.moment.day
        // Without a zone, as it was printed.
        case .local: String(time.moment.toTheSecond.dropLast())
        case .minute, .second: time.moment.toTheSecond
        }
    }

    private func saysUpdate(_ node: Int) -> Bool {
        for name in ["class", "itemprop", "id"] {
            if let names = tree.string(name, of: node)?.lowercased(),
                names.contains("modif") || names.contains("updat")
            {
                return true
            }
        }
        var before = node - 1
        while before > max(0, node - 4) {
            if tree.isText(before) {
                let text = String(decoding: tree.text(before).suffix(60), as: UTF8.self)
                if text.contains(where: \.isLetter) { return UpdateWord.isIn(text.lowercased()) }
            }
            before -= 1
        }
        return false
    }

    /// Before and behind the headline, in nodes.
    static let reach = (before: 30, behind: 80)
    private static let reachWithoutHeadline = 400

    /// A date in a short text around the headline.
    var nearHeadline: String? {
        mutating get {
            // The headline may be said by another heading than the one over the article.
            var anchors: [Int] = []
            for anchor in [headline, facts.mainHeadings.first] {
                if let anchor, !anchors.contains(anchor) { anchors.append(anchor) }
            }
            for anchor in anchors {
                let behind = anchor..<min(tree.count, anchor + Self.reach.behind)
                if let date = date(in: behind) { return date }
                let before = max(1, anchor - Self.reach.before)..<anchor
                if let date = date(in: before) { return date }
            }
            if !anchors.isEmpty { return nil }
            let body = firstOfBody
            return date(in: body..<min(tree.count, body + Self.reachWithoutHeadline))
        }
    }

    private var firstOfBody: Int {
        (1..<max(1, tree.count)).first { tree.tag($0) == .body } ?? 1
    }

    func label(before node: Int) -> String {
        var at = node - 1
        while at > max(0, node - 5) {
            if tree.isText(at), tree.text(at).count < 40,
                tree.text(at).contains(where: { $0 > 0x40 })
            {
                return String(decoding: tree.text(at), as: UTF8.self).lowercased()
            }
            at -= 1
        }
        return ""
    }

    private mutating func date(in nodes: Range<Int>) -> String? {
        for node in nodes where tree.isText(node) {
            guard let text = shortText(node) ?? dayAtStart(of: tree.text(node)) else { continue }
            if let date = first(in: text, isUpdate: UpdateWord.isIn(label(before: node))) {
                return date
            }
        }
        return nil
    }

    /// The text of a node that may hold a date: short, with a digit, and shown.
    func shortText(_ node: Int) -> String? {
        let bytes = tree.text(node)
        guard (6...160).contains(bytes.count), Self.hasYear(bytes),
            !tree.tag(tree.parent(node)).isHidden
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Of a long text that begins with a date in digits, the date.
    private func dayAtStart(of bytes: UnsafeRawBufferPointer) -> String? {
        let start = bytes.prefix(20).drop { $0 <= 0x20 }
        let day = start.prefix {
            (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D || $0 == 0x2F
        }
        return bytes.count > 160 && (8...10).contains(day.count)
            ? String(decoding: day, as: UTF8.self) : nil
    }

    /// Whether there are four digits that begin with 19 or 20, or two behind a full stop.
    private static func hasYear(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var digits = 0
        for (index, byte) in bytes.enumerated() {
            guard (0x30...0x39).contains(byte) else {
                digits = 0
                continue
            }
            digits += 1
            if digits == 2, index >= 2, bytes[index - 2] == 0x2E { return true }
            if digits == 4 {
                let century = (bytes[index - 3], bytes[index - 2])
                if century == (0x32, 0x30) || century == (0x31, 0x39) { return true }
            }
        }
        return false
    }
}
