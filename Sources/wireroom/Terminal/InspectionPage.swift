import Articles
import Ingesting
import Normalising
import Platform
import SystemPackage

/// What would become of a file, for reading at a terminal.
struct InspectionPage {
    let path: FilePath
    /// How many articles of the archive it was judged against.
    let known: Int
    let inColour: Bool

    /// The file as a whole cannot be read.
    func text(_ reason: Reason) -> String {
        title("\(path.printable)")
            + row(reason.isFault ? "quarantine" : "no article", reason.sentence) + "\n"
    }

    func text(_ item: DryRun.Item) -> String {
        switch item.result {
        case .failure(let reason):
            title("\(path.printable), item \(item.number)")
                + row(reason.isFault ? "rejected" : "no article", reason.sentence)
                + "\n"
        case .success(let finding): text(finding)
        }
    }

    private func text(_ finding: DryRun.Finding) -> String {
        let record = finding.record
        let article = record.article
        var page = title(
            "\(path.printable)\(record.file.item > 1 ? ", item \(record.file.item)" : "")")
        page += row("format", record.file.format)
        let rows: [(String, String?)] = [
            ("id", record.id.hex), ("headline", article.headline), ("summary", article.summary),
            ("bylines", list(article.bylines)), ("dateline", dateline(article.dateline)),
            ("source", article.source), ("credit", article.credit), ("guid", article.guid),
            ("url", article.url), ("published", time(article.published)),
            ("updated", time(article.updated)), ("language", article.language),
            ("place", article.place), ("keywords", list(article.keywords)),
            ("section", article.section), ("image", article.image), ("license", article.license),
            ("version", article.version), ("status", article.status?.rawValue),
            ("embargoed", article.embargoed?.toTheSecond),
            ("urgency", article.urgency.map { String($0) }), ("extent", article.extent?.rawValue),
        ]
        for (name, value) in rows {
            if let value { page += row(name, value) }
        }
        for (key, value) in article.extra { page += row("extra", "\(key): \(value)") }
        page += text(article.text)
        if let notes = finding.notes { page += text(notes) }
        for cut in finding.cuts {
            page += row(
                "cut",
                "line \(cut.line), \(cut.rule.rawValue): \(cut.rule.explanation)"
                    + (cut.rule.destination.map { ", kept as \($0)" } ?? ""))
            page += row("", "“\(shortened(cut.text, to: 160))”")
        }
        return page + verdict(record) + "\n"
    }

    private func text(_ text: [UInt8]) -> String {
        let paragraphs = String(decoding: text, as: UTF8.self).split(
            separator: "\n\n", omittingEmptySubsequences: true)
        guard let first = paragraphs.first, let last = paragraphs.last else {
            return row("text", "none")
        }
        var rows = row(
            "text",
            "\(paragraphs.count) paragraph\(paragraphs.count == 1 ? "" : "s"), \(text.count) bytes")
        rows += row("", "“\(shortened(String(first), to: 120))”")
        if paragraphs.count > 1 { rows += row("", "… “\(ending(String(last), of: 120))”") }
        return rows
    }

    private func text(_ notes: ReadingNotes) -> String {
        var rows = ""
        for candidate in notes.candidates {
            rows += row(
                candidate.isChosen ? "chosen" : "candidate",
                "\(candidate.name): score \(hundredths(candidate.score)), line \(candidate.line)"
                    + (candidate.isInnermost ? ", which lies in the best and holds its text" : ""))
        }
        for cut in notes.cuts {
            rows += row("left out", "line \(cut.line), \(cut.rule): \(cut.explanation)")
            rows += row("", "“\(shortened(cut.text, to: 160))”")
        }
        return rows
    }

    private func verdict(_ record: Record) -> String {
        let judgement = record.judgement
        var words = judgement.verdict.rawValue
        if let match = judgement.match {
            words += " by \(match.rawValue) match"
            if let similarity = judgement.similarity {
                words += ", \(Int((similarity * 100).rounded())) % alike"
            }
            words += ", of \(judgement.original.hex)"
        }
        if judgement.verdict == .original, judgement.story != record.id {
            words += ", in the story of \(judgement.story.hex)"
        }
        return row("verdict", words + " (against \(known) article\(known == 1 ? "" : "s"))")
    }

    private func hundredths(_ value: Double) -> String {
        String(describing: (value * 100).rounded() / 100)
    }

    private func list(_ values: [String]) -> String? {
        values.isEmpty ? nil : values.joined(separator: "; ")
    }

    private func dateline(_ dateline: Dateline?) -> String? {
        dateline.map { $0.place + ($0.date.map { ", \($0)" } ?? "") }
    }

    private func time(_ time: PublishedTime?) -> String? {
        time.map {
            "\($0.moment.toTheSecond) (to the \($0.precision.rawValue), from “\($0.printed)”)"
        }
    }

    private func title(_ text: String) -> String {
        TerminalText.bold(TerminalText.safe(text), inColour: inColour) + "\n"
    }

    private func row(_ name: String, _ value: String) -> String {
        let padded = name + String(repeating: " ", count: max(0, 11 - name.count))
        return "  " + TerminalText.faint(padded, inColour: inColour) + TerminalText.safe(value)
            + "\n"
    }

    private func shortened(_ text: String, to length: Int) -> String {
        text.count <= length ? text : text.prefix(length - 1) + "…"
    }

    private func ending(_ text: String, of length: Int) -> String {
        text.count <= length ? text : "…" + text.suffix(length - 1)
    }
}
