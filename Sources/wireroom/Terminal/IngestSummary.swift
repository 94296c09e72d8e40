import Ingesting
import JSON
import Reporting

/// What an `ingest` has done.
struct IngestSummary: Sendable {
    let given: Pipeline.Given
    let counters: Counters
    let seconds: Double

    var hasFailures: Bool {
        !given.failures.isEmpty || counters.quarantined > 0 || counters.rejected > 0
            || counters.unreadable > 0
    }

    private var figures: [(key: StaticString, label: String, value: Int)] {
        [
            ("files", "files read", given.files), ("known", "done before", given.known),
            ("originals", "originals", counters.originals),
            ("revisions", "revisions", counters.revisions),
            ("duplicates", "duplicates", counters.duplicates),
            ("withdrawals", "withdrawals", counters.withdrawals),
            ("rejected", "articles that could not be read", counters.rejected),
            ("quarantined", "files that could not be read", counters.quarantined),
            (
                "withoutArticle", "files and parts of files without an article",
                counters.withoutArticle
            ),
            ("unreadable", "files that were left", counters.unreadable),
            ("missing", "paths that are not there", given.failures.count),
        ]
    }

    var text: String {
        var lines = figures.filter { $0.value > 0 || $0.key.description == "files" }.map { figure in
            let digits = String(figure.value)
            return String(repeating: " ", count: max(0, 12 - digits.count)) + digits + "  "
                + figure.label
        }
        let tenths = Int(seconds * 10)
        lines.append("in \(tenths / 10).\(tenths % 10) s")
        return lines.joined(separator: "\n") + "\n"
    }

    var json: String {
        var writer = JSONWriter()
        writer.beginObject()
        for figure in figures {
            writer.key(figure.key)
            writer.integer(figure.value)
        }
        writer.key("milliseconds")
        writer.integer(Int(seconds * 1000))
        writer.endObject()
        writer.lineFeed()
        return String(decoding: writer.finish(), as: UTF8.self)
    }
}
