/// The outcome of all acts, for people or for programs.
struct Table {
    struct Row {
        var act: String
        var tally: Tally
        /// Why it was not done; nil where it was.
        var skipped: String?
    }

    var rows: [Row] = []

    private static var columns: [(name: String, value: (Tally) -> String)] {
        [
            ("rounds", { "\($0.rounds)" }), ("kills", { "\($0.kills)" }),
            ("faults", { "\($0.faults)" }), ("cuts", { "\($0.cuts)" }),
            ("files", { "\($0.files)" }),
            ("lines", { "\($0.lines)" }), ("lost", { "\($0.count(.lost))" }),
            ("doubled", { "\($0.count(.doubled))" }), ("torn", { "\($0.count(.torn))" }),
            ("other", { "\($0.others)" }), ("seconds", { "\(Int($0.seconds.rounded()))" }),
        ]
    }

    var total: Tally { rows.reduce(Tally()) { $0 + $1.tally } }

    var text: String {
        var lines = [["act"] + Self.columns.map(\.name)]
        for row in rows where row.skipped == nil {
            lines.append([row.act] + Self.columns.map { $0.value(row.tally) })
        }
        lines.append(["all"] + Self.columns.map { $0.value(total) })
        let widths = lines[0].indices.map { index in lines.map { $0[index].count }.max() ?? 0 }
        let table = lines.map { line in
            line.enumerated().map { index, cell in
                let space = String(repeating: " ", count: widths[index] - cell.count)
                return index == 0 ? cell + space : space + cell
            }.joined(separator: "  ")
        }
        let skipped = rows.compactMap { row in row.skipped.map { "skipped: \(row.act): \($0)" } }
        return (table + skipped).joined(separator: "\n")
    }

    var json: String {
        let rows = (rows + [Row(act: "all", tally: total)]).map { row in
            let members = Self.columns.map { "\"\($0.name)\":\($0.value(row.tally))" }
            let skipped = row.skipped.map { [",\"skipped\":\"\($0)\""] } ?? []
            return "{\"act\":\"\(row.act)\"," + members.joined(separator: ",")
                + skipped.joined() + "}"
        }
        return "[" + rows.joined(separator: ",\n ") + "]"
    }
}
