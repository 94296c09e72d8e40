/// Compares the records with the articles that were dropped: each once, exact copies told as such.
struct ArticleAudit {
    private(set) var findings: [Finding] = []

    /// Where an article comes from, and what it says.
    private struct Key: Hashable {
        var path: Path
        var item: Int
        var content: String
    }

    init(_ records: [RecordLine], _ drops: [Drop], control: Control?, hasOtherTimes: Bool) {
        let contents = Self.contents(of: records)
        var due: [Key: (count: Int, isCertain: Bool)] = [:]
        for drop in drops {
            for article in drop.articles {
                let key = Key(path: drop.path, item: article.item, content: article.content)
                let isCertain = drop.standing == .certain
                due[key] = ((due[key]?.count ?? 0) + 1, due[key]?.isCertain ?? true && isCertain)
            }
        }
        let uncertain = Set(drops.filter { $0.standing == .uncertain }.map(\.path))
        var found: [Key: [RecordLine]] = [:]
        for record in records {
            let key = Key(
                path: record.path, item: record.item, content: contents[record.id] ?? "")
            guard due[key] != nil else {
                // Of a file that was not synced, any part may be left.
                if uncertain.contains(record.path) { continue }
                findings.append(
                    Finding(
                        .unknown,
                        "\(record.place): no file explains \(record.path) item \(record.item)"))
                continue
            }
            found[key, default: []].append(record)
        }
        for (key, due) in due {
            let there = found[key] ?? []
            if there.count > due.count {
                let places = there.map(\.place).joined(separator: " and ")
                findings.append(Finding(.doubled, "\(key.path) item \(key.item): \(places)"))
            } else if there.count < due.count, due.isCertain {
                findings.append(Finding(.lost, "\(key.path) item \(key.item) has no line"))
            }
        }
        if !hasOtherTimes { checkCopies(records, contents) }
        if let control { checkVerdicts(records, drops, control) }
    }

    /// The headline and text that an id stands for; a reference has none of its own.
    private static func contents(of records: [RecordLine]) -> [String: String] {
        var contents: [String: String] = [:]
        for record in records where record.text != nil {
            contents[record.id] = (record.headline ?? "") + "\n\n" + (record.text ?? "")
        }
        return contents
    }

    /// Of articles of the same words one is archived and the others are its exact duplicates; or
    /// all are near copies of something else.
    private mutating func checkCopies(_ records: [RecordLine], _ contents: [String: String]) {
        var ids: [String: String] = [:]
        for (id, content) in contents {
            if let other = ids.updateValue(id, forKey: content) {
                findings.append(Finding(.verdict, "the same words are both \(id) and \(other)"))
            }
        }
        for (id, group) in Dictionary(grouping: records, by: \.id) {
            let archived = group.count { $0.verdict != "duplicate" }
            let copies = group.count { $0.verdict == "duplicate" && $0.match == "exact" }
            let isGood = archived == 0 ? copies == 0 : archived + copies == group.count
            if archived > 1 || !isGood {
                let places = group.map(\.place).joined(separator: ", ")
                findings.append(
                    Finding(
                        .verdict,
                        "\(id): \(archived) archived and \(copies) exact copies of "
                            + "\(group.count): \(places)"))
            }
        }
    }

    /// Of exact copies the one that was dropped first is archived, and the others are its copies.
    mutating func checkOrder(_ records: [RecordLine], _ drops: [Drop]) {
        let ranks = Dictionary(
            drops.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
        func place(_ record: RecordLine) -> (Int, Int) { (ranks[record.path] ?? 0, record.item) }
        for group in Dictionary(grouping: records, by: \.id).values {
            guard let archived = group.first(where: { $0.verdict != "duplicate" }),
                let earlier = group.first(where: { place($0) < place(archived) })
            else { continue }
            findings.append(
                Finding(
                    .verdict,
                    "\(archived.place) is archived, and \(earlier.place) was dropped before it"))
        }
    }

    private mutating func checkVerdicts(
        _ records: [RecordLine], _ drops: [Drop], _ control: Control
    ) {
        let mine = Control(records, drops)
        if mine.originals != control.originals {
            findings.append(
                Finding(
                    .verdict, "\(mine.originals) originals, \(control.originals) when undisturbed"))
        }
        if mine.groups != control.groups {
            findings.append(
                Finding(.verdict, "other groups of exact copies than when undisturbed"))
        }
        for (place, verdict) in control.verdicts where mine.verdicts[place] != verdict {
            findings.append(
                Finding(
                    .verdict,
                    "\(place) is \(mine.verdicts[place] ?? "nothing"), \(verdict) when undisturbed")
            )
        }
    }
}
