import Archiving
import Articles

/// An archived article, for reading at a terminal.
struct ArticlePage {
    private let layout: TextLayout
    private let inColour: Bool

    init(columns: Int, inColour: Bool) {
        layout = TextLayout(columns: columns)
        self.inColour = inColour
    }

    /// - Parameter whole: the record that has the article, where `archived` only refers to it.
    func text(_ archived: ArchivedRecord, at place: RecordPlace, whole: ArchivedRecord?) -> String {
        let article = (whole ?? archived).record.article
        let parts = [
            head(article),
            article.summary.map { layout.wrapped($0) },
            origin(archived.record, article),
            article.text.isEmpty
                ? nil : layout.wrapped(String(decoding: article.text, as: UTF8.self)),
            facts(archived, at: place, article, isCopied: whole != nil),
        ]
        return parts.compactMap { $0 }.joined(separator: "\n\n") + "\n"
    }

    private func head(_ article: Article) -> String? {
        article.headline.map { TerminalText.bold(layout.wrapped($0), inColour: inColour) }
    }

    /// Who wrote it, where and when.
    private func origin(_ record: Record, _ article: Article) -> String? {
        var lines: [String] = []
        if !article.bylines.isEmpty { lines.append("By " + list(article.bylines)) }
        if let dateline = article.dateline {
            lines.append(dateline.place + (dateline.date.map { ", \($0)" } ?? ""))
        }
        let sources = [article.source, article.credit].compactMap { $0 }
        if !sources.isEmpty { lines.append(sources.joined(separator: "; ")) }
        if let published = article.published { lines.append("Published \(time(published))") }
        if let updated = article.updated { lines.append("Updated \(time(updated))") }
        return lines.isEmpty ? nil : lines.map { layout.wrapped($0) }.joined(separator: "\n")
    }

    private func facts(
        _ archived: ArchivedRecord, at place: RecordPlace, _ article: Article, isCopied: Bool
    ) -> String {
        let record = archived.record
        var verdict = VerdictSentence.text(record)
        if archived.form == .reference {
            verdict += isCopied ? " What is shown is that text." : " Its text was not archived."
        }
        let rows: [(String, String?)] = [
            ("record", "\(place), received \(record.received.toTheSecond)"),
            ("id", record.id.hex), ("verdict", verdict),
            (
                "story",
                record.judgement.story == record.id || record.judgement.isOfUnknown
                    ? nil : record.judgement.story.hex
            ),
            ("file", file(record)), ("url", record.article.url), ("guid", record.article.guid),
            ("language", article.language), ("place", article.place),
            ("section", article.section),
            ("keywords", article.keywords.isEmpty ? nil : article.keywords.joined(separator: "; ")),
            ("image", article.image), ("license", article.license),
            ("version", article.version), ("status", article.status?.rawValue),
            ("embargoed", article.embargoed?.toTheSecond),
            ("urgency", article.urgency.map { String($0) }), ("extent", article.extent?.rawValue),
        ]
        let extra = article.extra.map { ("extra", Optional("\($0.key): \($0.value)")) }
        return (rows + extra).compactMap { name, value in value.map { row(name, $0) } }
            .joined(separator: "\n")
    }

    private func row(_ name: String, _ value: String) -> String {
        layout.row(name, value, indent: 10, inColour: inColour)
    }

    private func file(_ record: Record) -> String {
        let member = record.file.member.map { "!/\($0)" } ?? ""
        return record.file.path + member
            + (record.file.item > 1 ? ", item \(record.file.item)" : "")
    }

    private func time(_ time: PublishedTime) -> String {
        switch time.precision {
        case .second, .minute, .local: time.moment.toTheSecond
        case .day: time.moment.day
        case .month: String(time.moment.day.prefix(7))
        case .year: String(time.moment.day.prefix(4))
        }
    }

    private func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
