import Articles

/// Takes over the fields of a draft, in the record's forms. What a field cannot hold goes to `extra`
/// under the field's name.
struct FieldReader {
    var defaults: FeedDefaults
    var times: TimeParser

    /// An article with all but the text.
    func article(of draft: Draft) -> Article {
        var article = Article()
        article.headline = FieldCleaner.line(draft.headline)
        article.summary = FieldCleaner.lines(draft.summary)
        article.bylines = draft.bylines.flatMap(Self.bylines)
        article.dateline = draft.dateline.flatMap(Self.dateline)
        article.source =
            FieldCleaner.line(draft.source)
            ?? article.dateline.flatMap { DatelineParser.read($0.printed)?.source }
        article.credit = FieldCleaner.line(draft.credit)
        article.guid = FieldCleaner.verbatim(draft.guid)
        article.place = FieldCleaner.line(draft.place)
        article.keywords = draft.keywords.compactMap(FieldCleaner.line)
        article.section = FieldCleaner.line(draft.section)
        article.license = FieldCleaner.lines(draft.license)
        article.version = FieldCleaner.line(draft.version)
        article.status = draft.status
        article.extent = draft.extent
        article.isNotice = draft.isNotice
        for (key, value) in draft.extra {
            if let key = FieldCleaner.verbatim(key), let value = FieldCleaner.verbatimLines(value) {
                article.extra.append((key, value))
            }
        }
        article.url = take(draft.url, "url", &article, WebAddress.canonical)
        article.image = take(draft.image, "image", &article, WebAddress.normalised)
        article.language = take(draft.language, "language", &article, LanguageTag.canonical)
        article.published = take(draft.published, "published", &article, times.parse)
        article.updated = take(draft.updated, "updated", &article, times.parse)
        article.embargoed = take(draft.embargoed, "embargoed", &article) { times.parse($0)?.moment }
        article.urgency = take(draft.urgency, "urgency", &article, Self.urgency)
        return article
    }

    /// What the feed says of articles that do not say it themselves.
    func fillDefaults(_ article: inout Article) {
        if article.source == nil { article.source = FieldCleaner.line(defaults.source) }
        if article.language == nil {
            article.language = defaults.language.flatMap(LanguageTag.canonical)
        }
    }

    private func take<Value>(
        _ text: String?, _ name: String, _ article: inout Article, _ read: (String) -> Value?
    ) -> Value? {
        guard let text = FieldCleaner.line(text) else { return nil }
        if let value = read(text) { return value }
        if !article.extra.contains(where: { $0.key == name && $0.value == text }) {
            article.extra.append((name, text))
        }
        return nil
    }

    /// "By Jane Doe and John Roe" as two names; what is no list of names, as printed.
    private static func bylines(_ text: String) -> [String] {
        guard let line = FieldCleaner.line(text) else { return [] }
        if line.lowercased().hasPrefix("by ") {
            let bare = BylineLine.withoutAgency(line.dropFirst(3).trimmingBlanks)
            return bare.isEmpty ? [] : PersonName.list(bare) ?? [bare]
        }
        let bare = BylineLine.withoutAgency(line)
        // In other languages the word may be a part of the name ("Von Trapp").
        if let space = bare.firstIndex(of: " "), openings.contains(bare[..<space].lowercased()),
            bare.first?.isUppercase ?? false, let names = PersonName.list(bare[space...])
        {
            return names
        }
        return PersonName.list(bare) ?? [bare]
    }

    private static let openings: Set<String> = [
        "von", "par", "por", "di", "af", "av", "door", "przez",
    ]

    /// 1 to 9, as all formats of agencies have it; other numbers mean something of their own.
    private static func urgency(_ text: String) -> Int? {
        guard let urgency = Int(text), (1...9).contains(urgency) else { return nil }
        return urgency
    }

    private static func dateline(_ dateline: Dateline) -> Dateline? {
        guard let place = FieldCleaner.line(dateline.place) else { return nil }
        let printed = FieldCleaner.line(dateline.printed) ?? place
        // A string holds whatever its sender printed.
        let parts = place == printed ? DatelineParser.read(printed) : nil
        return Dateline(
            place: parts?.place ?? place, date: FieldCleaner.line(dateline.date) ?? parts?.date,
            printed: printed)
    }
}
