import Articles

/// "Published: 23 May 2025 10:30 GMT", on a line of its own. A date counts only with its year.
struct PublishedLine {
    var published: PublishedTime?
    var updated: PublishedTime?

    private static let publishing = Phrases([
        "published", "published on", "published at", "first published", "posted", "posted on",
        "date", "veröffentlicht", "veröffentlicht am", "publié le", "publié", "publicado",
        "publicado el", "опубликовано", "дата", "发布时间", "时间", "公開日", "配信",
    ])
    private static let updating = Phrases([
        "updated", "updated on", "updated at", "last updated", "last updated on", "last modified",
        "modified", "aktualisiert", "aktualisiert am", "stand", "mis à jour le", "mis à jour",
        "actualizado", "actualizado el", "обновлено", "更新", "更新日",
    ])

    static func parse(_ passage: Passage, _ times: TimeParser) -> PublishedLine? {
        // A day, a month and a year have six digits in figures, five with the month in letters.
        guard passage.count <= 160, passage.reduce(0, { $1.isASCIIDigit ? $0 + 1 : $0 }) >= 5 else {
            return nil
        }
        var line = PublishedLine()
        for part in passage.split(separator: 0x7C) {
            let text = part.string.trimmingBlanks
            let folded = Folding.fold(Array(text.utf8)[...])
            let isUpdate = updating.prefix(of: folded)
            let label = isUpdate ?? publishing.prefix(of: folded) ?? 0
            let scalars = String(decoding: folded.prefix(label), as: UTF8.self).unicodeScalars.count
            let rest = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(scalars)))
            let date = String(rest.drop { $0 == ":" || $0 == "：" || $0 == " " })
            // A bare number may be anything.
            guard date.utf8.contains(where: { !$0.isASCIIDigit }), let time = times.parse(date),
                time.precision != .year, time.precision != .month
            else { return nil }
            if isUpdate != nil {
                line.updated = line.updated ?? time
            } else {
                line.published = line.published ?? time
            }
        }
        return line.published == nil && line.updated == nil ? nil : line
    }
}
