import Articles
import Markup
import Normalising

/// Where the surroundings of the headline show no date.
extension ShownDates {
    /// Of a page of dates, so many texts are looked at.
    private static let mostTexts = 200

    /// A date behind a word that says that it is that of publication, or of a change.
    var anywhere: String? {
        mutating get {
            var looked = 0
            for node in 1..<max(1, tree.count) where tree.isText(node) {
                guard let text = shortText(node) else { continue }
                looked += 1
                if looked > Self.mostTexts { return nil }
                for found in times.times(in: text) where PageDates.isPlausible(found.time) {
                    var before = found.before
                    if before.isEmpty { before = label(before: node) }
                    if UpdateWord.isIn(before) {
                        updated = updated ?? Self.printed(found.time)
                    } else if PublishWord.isIn(before) {
                        return Self.printed(found.time)
                    }
                }
            }
            return nil
        }
    }

    /// The one day that elements for times show as that of publication.
    var labelled: String? {
        mutating get {
            var printed: String?
            for node in facts.times.prefix(64) where PublishWord.isIn(label(before: node)) {
                guard let date = date(of: node), let day = times.parse(date)?.moment.day else {
                    continue
                }
                if let printed, times.parse(printed)?.moment.day != day { return nil }
                printed = printed ?? date
            }
            return printed
        }
    }

    /// In the line that names the author.
    var besideAuthor: String? {
        mutating get {
            for hint in facts.authorHints.prefix(64) where hint.strength >= 2 {
                guard let line = PlainLine.of(hint.node, in: tree), line.utf8.count <= 200,
                    let date = first(in: line)
                else { continue }
                return date
            }
            return nil
        }
    }

    /// Shorter headlines may be those of other articles too.
    private static let shortestTitle = 12
    /// So many nodes before and behind it.
    private static let reachOfTitle = 14
    private static let mostPlaces = 8

    /// A date beside another place that says the headline: a list of the newest articles, the
    /// heading of the first message of a discussion.
    var besideSameTitle: String? {
        mutating get {
            guard let headline, let title = PlainLine.of(headline, in: tree),
                title.utf8.count >= Self.shortestTitle
            else { return nil }
            let folded = WordFold.of(title)
            var places = 0
            let own = headline..<tree.end(headline)
            for node in 1..<max(1, tree.count) where tree.isText(node) && !own.contains(node) {
                let text = tree.text(node)
                guard text.count >= Self.shortestTitle, text.count <= title.utf8.count * 2,
                    !tree.tag(tree.parent(node)).isHidden,
                    WordFold.of(String(decoding: text, as: UTF8.self)) == folded
                else { continue }
                if let date = date(around: node) { return date }
                places += 1
                if places == Self.mostPlaces { return nil }
            }
            return nil
        }
    }

    /// The nearest.
    private mutating func date(around node: Int) -> String? {
        for distance in 1...Self.reachOfTitle {
            for other in [node - distance, node + distance] {
                guard (1..<tree.count).contains(other), tree.isText(other),
                    let text = shortText(other), let date = first(in: text)
                else { continue }
                return date
            }
        }
        return nil
    }

    /// The day of all texts that are nothing but a date, where they agree on one.
    var onlyOne: String? {
        var day: PublishedTime?
        var looked = 0
        for node in 1..<max(1, tree.count) where tree.isText(node) {
            guard tree.text(node).count <= 60, let text = shortText(node) else { continue }
            looked += 1
            if looked > Self.mostTexts { return nil }
            guard let time = times.parse(text.trimmingBlanks), PageDates.isPlausible(time),
                time.precision != .year, time.precision != .month
            else { continue }
            if let day, day.moment.day != time.moment.day { return nil }
            day = day ?? time
        }
        return day.map(Self.printed)
    }
}
