extension Measurement {
    /// For people.
    var text: String {
        var lines = [
            Self.row([
                "known", "copies", "found", "articles/s", "by CPU time", "features", "judging",
                "admitting", "records read",
            ])
        ]
        lines += levels.map(row)
        let perArticle =
            memory.known == 0
            ? (0, 0)
            : (
                memory.index / memory.known, memory.resident / memory.known
            )
        lines.append(
            "memory at \(memory.known) known: \(perArticle.0) bytes an article by the index's own account,"
                + " \(perArticle.1) by what the process has grown")
        lines.append(
            "of these: "
                + parts.map { "\($0.count / max(memory.known, 1)) \($0.name)" }.joined(
                    separator: ", "))
        lines.append(
            "longest admission: \(longestAdmission.wall / 1000) µs,"
                + " \(longestAdmission.processor / 1000) µs of CPU time (at \(longestAdmission.known))"
        )
        for row in copies {
            let found = row.found.map { "\($0.count) \($0.edit.rawValue)" }
            lines.append(
                "of \(row.copies) copies each of texts of \(row.textBytes) bytes (\(row.keys) keys)"
                    + " were found: " + found.joined(separator: ", "))
        }
        if let extrapolated {
            lines.append(
                "extrapolated, not measured: \(Int(extrapolated.articlesPerSecond)) articles/s"
                    + " of CPU time at \(extrapolated.known) known")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func row(_ level: Level) -> String {
        func microseconds(_ step: KeyPath<Round.Steps, Int64>) -> String {
            let tenths = level.nanoseconds(step) / 100
            return "\(tenths / 10).\(tenths % 10) µs"
        }
        return Self.row([
            "\(level.known.lowerBound)", "1 in \(level.copyEvery)",
            "\(level.sum(\.copiesFound)) of \(level.sum(\.copies))",
            "\(Int(level.articlesPerSecond))", "\(Int(level.articlesPerProcessorSecond))",
            microseconds(\.features), microseconds(\.judging), microseconds(\.admitting),
            "\(level.sum(\.records))",
        ])
    }

    private static func row(_ cells: [String]) -> String {
        cells.map { String(repeating: " ", count: max(0, 14 - $0.count)) + $0 }.joined()
    }
}
