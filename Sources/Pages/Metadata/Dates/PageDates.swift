import Articles
import Markup
import Normalising

/// Finds when the article of a page was published and updated: by what the page declares, by its
/// address, by what it shows near the headline.
struct PageDates {
    /// As printed where it is declared, in ISO 8601 where it was found in a text.
    private(set) var published: String?
    private(set) var updated: String?

    /// - Parameters:
    ///   - headline: the element that shows it.
    ///   - url: where the page was fetched from.
    init(
        _ tree: MarkupTree, _ facts: PageFacts, _ linked: LinkedData, _ article: LinkedArticle?,
        headline: Int?, url: String?
    ) {
        let times = TimeParser(zone: nil, order: DayOrder.of(language: facts.language))
        let page = linked.articles.first { $0.kind == .page }
        let time: (String) -> PublishedTime? = {
            times.parse($0).flatMap { Self.isPlausible($0) ? $0 : nil }
        }
        let declared = DeclaredDates(facts.metas, article, page)
        published = Self.agreed(declared.published, time)
        updated = declared.updated.first { time($0) != nil }
        var shown = ShownDates(tree, facts, times, headline: headline)
        if let said = published.flatMap(time) {
            // A system that declares the day of the last change for both may still show the first.
            if let changed = updated.flatMap(time), changed.moment.day == said.moment.day {
                let first = shown.marked(within: ShownDates.reach.behind) ?? shown.labelled
                // Nothing is changed before it is published.
                let earlier = first ?? shown.updated
                if let earlier, let shown = time(earlier), shown.moment.day < said.moment.day {
                    published = earlier
                }
            }
            return
        }
        let address = url.flatMap(AddressDate.of)
        let marked = shown.marked(within: .max)
        published =
            facts.title.flatMap { Self.endOfTitle($0, times) }
            ?? Self.finer(marked, than: address, time) ?? address ?? marked ?? shown.nearHeadline
            ?? shown.besideAuthor ?? shown.anywhere ?? shown.besideSameTitle
            ?? shown.onlyOne
        updated = updated ?? shown.updated
        // A page that tells only when it was changed was published then, for all that it says.
        published = published ?? updated
    }

    /// The best declared date; another, where two agree that it is days away from that one.
    private static func agreed(
        _ declared: [String], _ time: (String) -> PublishedTime?
    ) -> String? {
        let dates = declared.compactMap { printed in time(printed).map { (printed, $0) } }
        guard let (best, first) = dates.first else { return nil }
        let others = dates.dropFirst()
        let apart = others.filter { abs($0.1.moment.seconds - first.moment.seconds) > 172_800 }
        guard apart.count == others.count, apart.count >= 2, let (printed, second) = apart.first,
            apart.allSatisfy({ $0.1.moment.day == second.moment.day })
        else { return best }
        return printed
    }

    /// A shown time of the day that the address gives.
    private static func finer(
        _ shown: String?, than address: String?, _ time: (String) -> PublishedTime?
    ) -> String? {
        guard let shown, let address, let exact = time(shown), let day = time(address),
            exact.precision != .day,
            // In whatever zone.
            (-50_400..<136_800).contains(exact.moment.seconds - day.moment.seconds)
        else { return nil }
        return shown
    }

    /// The date that is all that stands behind the last mark of a window's title.
    private static func endOfTitle(_ title: String, _ times: TimeParser) -> String? {
        guard let end = title.split(whereSeparator: { "|–—".contains($0) }).last,
            end.count < title.count
        else { return nil }
        guard let time = times.parse(String(end)), time.precision != .year, time.precision != .month
        else { return nil }
        return String(end).trimmingBlanks
    }

    /// The web has no older pages, and none of later years.
    static func isPlausible(_ time: PublishedTime) -> Bool {
        let year = Int(time.moment.day.prefix(4)) ?? 0
        return (1990...2100).contains(year)
    }
}

/// Which number of "04/05/2025" is the day, by the language of a page.
enum DayOrder {
    static func of(language: String?) -> TimeParser.DayOrder? {
        guard let tag = language?.lowercased(), tag.utf8.count >= 2 else { return nil }
        if tag.hasPrefix("en-us") || tag.hasPrefix("en_us") { return .monthFirst }
        // English without a country is American more often than not.
        return tag == "en" ? .monthFirstWithoutZeros : .dayFirst
    }
}
