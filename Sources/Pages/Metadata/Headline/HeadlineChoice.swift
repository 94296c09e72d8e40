/// Finds the headline among the titles that a page gives itself.
///
/// They seldom agree: the title of the window is written for those who search and ends with the
/// site's name, the one that is shared is the editors', the heading is what a reader sees. A title
/// that two of them give is taken before one that stands alone.
struct HeadlineChoice {
    /// Each heading without its kicker, and with it.
    private let main: [PageTitle]
    private let hasOneMain: Bool
    private let headings: [PageTitle]
    private let window: PageTitle?
    /// The first is the one to share.
    private let shared: [PageTitle]
    private let linked: PageTitle?
    private let site: PageTitle
    private let isNews: Bool

    /// Longer headings are texts.
    private static let longest = 400
    private static let mostShared = 8

    /// - Parameters:
    ///   - main: the texts of each main heading, the best first.
    ///   - minor: those of the headings below them.
    ///   - window: the title of the document.
    ///   - shared: those for people who share the page, the best first.
    ///   - linked: that of JSON-LD.
    ///   - site: the name of the site or publisher.
    ///   - isNews: the page calls itself a news article.
    init(
        main: [[String]], minor: [[String]], window: String?, shared: [String], linked: String?,
        site: String?, isNews: Bool
    ) {
        let site = PageTitle(site ?? "")
        let isShort: (PageTitle) -> Bool = { !$0.isEmpty && $0.length <= Self.longest }
        let isTitle: (PageTitle) -> Bool = { isShort($0) && $0.folded != site.folded }
        self.site = site
        self.isNews = isNews
        self.main = main.joined().map { PageTitle($0) }.filter(isTitle)
        hasOneMain = main.count { $0.contains { isTitle(PageTitle($0)) } } == 1
        headings = self.main + minor.joined().map { PageTitle($0) }.filter(isTitle)
        self.window = window.map { PageTitle($0) }.flatMap { isShort($0) ? $0 : nil }
        self.shared = shared.prefix(Self.mostShared).compactMap { PlainLine.of($0) }.map {
            PageTitle($0)
        }.filter(isTitle)
        self.linked = PlainLine.of(linked).map { PageTitle($0) }.flatMap { isShort($0) ? $0 : nil }
    }

    var best: String? { choice?.text }

    private var choice: PageTitle? {
        let share = shared.first.map { $0.withoutSite(site, isWindows: false) }
        let link = linked.map { $0.withoutSite(site, isWindows: false) }
        let title = window.map { $0.withoutSite(site, isWindows: true) }
        if let shown = heading(saying: share) { return shown }
        if let editors = editorsHeadline(
            share, beside: heading(saying: link) ?? heading(saying: title))
        {
            return editors
        }
        if let shown = heading(saying: link) ?? headingSayingAny ?? heading(saying: title) {
            return shown
        }
        if let share, share.length >= 12, main.contains(where: { $0.holds(share) }) { return share }
        if let shown = headingThatIsPart(of: [link, share, title]) { return shown }
        if let link, link.folded == share?.folded, link.folded != title?.folded { return link }
        let said = shared.reduce(into: window?.longWords ?? []) { $0.formUnion($1.longWords) }
        if let first = main.first, first.length >= 12,
            first.longWords.intersection(said).count >= 3
        {
            return first
        }
        if let share, let title, title.holds(share), share.length * 2 >= title.length {
            return share
        }
        if let link { return link }
        if hasOneMain, let only = main.first, only.length >= 12,
            said.isEmpty || !only.longWords.isDisjoint(with: said)
        {
            return only
        }
        return shared.first?.withoutSite(site, isWindows: true) ?? title ?? main.first
    }

    /// The heading that is the same as a title.
    private func heading(saying title: PageTitle?) -> PageTitle? {
        guard let title, title.length >= 8 else { return nil }
        let isLong = title.wordCount >= 3
        return (isLong ? headings : main).first { $0.folded == title.folded }
    }

    /// A main heading that any title says, with or without the site's name.
    private var headingSayingAny: PageTitle? {
        let titles = [linked, window].compactMap { $0 } + shared
        return main.first { heading in
            heading.length >= 8 && titles.contains { $0.folded == heading.folded }
        }
    }

    /// A heading, a main one first, that makes up a good part of a title.
    private func headingThatIsPart(of titles: [PageTitle?]) -> PageTitle? {
        let titles = titles.compactMap { $0 }
        for (candidates, words) in [(main, 1), (headings, 3)] {
            let parts = candidates.filter { heading in
                heading.length >= 8 && heading.wordCount >= words
                    && titles.contains {
                        $0.holds(heading) && heading.length * 2 >= $0.length
                    }
            }
            if let longest = parts.max(by: { $0.length < $1.length }) { return longest }
        }
        return nil
    }

    /// Newspapers whose heading is the window's share another wording of it: that of the editors.
    private func editorsHeadline(_ share: PageTitle?, beside shown: PageTitle?) -> PageTitle? {
        guard isNews, let share, let shown, share.folded == shared.first?.folded,
            shared.count < 2 || shared[1].folded == share.folded, !share.holds(shown)
        else { return nil }
        let words = share.longWords
        let common = words.intersection(shown.longWords).count
        return common * 5 >= words.count * 2 && common > 0 ? share : nil
    }
}
