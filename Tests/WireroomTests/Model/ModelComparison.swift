import Platform

/// Compares what the daemon left with what the model allows.
struct ModelComparison {
    let model: InboxModel
    let daemon: Daemon

    private struct Seen {
        var records: [Int: Int] = [:]
        var done = 0
        var quarantined = 0
    }

    /// What is wrong, a sentence each.
    func faults() throws -> [String] {
        var faults: [String] = []
        let records = try daemon.allRecords()
        let contents = Set(model.lives.map(\.content))
        let byDigest = Dictionary(
            contents.map { (Self.sha256($0.bytes), $0) }, uniquingKeysWith: { $1 })
        let byBytes = Dictionary(contents.map { ($0.bytes, $0) }, uniquingKeysWith: { $1 })
        var seen: [ModelContent: Seen] = [:]
        for record in records {
            let name = "the record of item \(record.item) of \(record.path)"
            guard let content = byDigest[record.sha256] else {
                faults.append("\(name) is of a content that never was")
                continue
            }
            seen[content, default: Seen()].records[record.item, default: 0] += 1
            if content.texts[record.item] == nil
                || (record.text ?? "") != "" && record.text != content.texts[record.item]
            {
                faults.append("\(name), \(content), has another text: \(record.text ?? "")")
            }
        }
        for name in list("done") {
            guard let content = byBytes[try Files.read(daemon.scratch.at("done/\(name)"))] else {
                faults.append("done/\(name) has a content that never was")
                continue
            }
            seen[content, default: Seen()].done += 1
        }
        let quarantine = list("quarantine")
        for name in quarantine where !name.hasSuffix(".json") && !name.hasSuffix(".jsonl") {
            guard
                let content = byBytes[try Files.read(daemon.scratch.at("quarantine/\(name)"))]
            else {
                faults.append("quarantine/\(name) has a content that never was")
                continue
            }
            seen[content, default: Seen()].quarantined += 1
            if !quarantine.contains("\(name).reason.json") {
                faults.append("quarantine/\(name) has no reason beside it")
            }
        }
        for content in contents.sorted(by: { "\($0)" < "\($1)" }) {
            faults += self.faults(of: content, seen[content] ?? Seen())
        }
        faults += self.paths(of: records, byDigest)
        faults += try rejected(contents, in: quarantine) + originals(records) + left()
        return faults
    }

    private func list(_ directory: String) -> [String] {
        Files.list(daemon.scratch.at(directory)).filter {
            !model.wasKilled || !$0.contains("/.") || !$0.hasSuffix(".tmp")
        }
    }

    private func faults(of content: ModelContent, _ seen: Seen) -> [String] {
        let lives = model.lives.filter { $0.content == content }
        let range = Self.sum(lives.map(\.records))
        var faults: [String] = []
        for item in content.texts.keys.sorted() where !range.contains(seen.records[item] ?? 0) {
            faults.append(
                "item \(item) of \(content) is recorded \(seen.records[item] ?? 0) times, not \(range)"
            )
        }
        if model.unaccounted.contains(content) { return faults }
        let out = model.putBack[content] ?? 0
        let filed = Self.sum(lives.map(\.filed))
        if content.isReadable, !filed.contains(seen.done + out) {
            faults.append(
                "\(content) lies in done/ \(seen.done) times (\(out) put back), not \(filed)")
        }
        if !content.isReadable, !range.contains(seen.quarantined) {
            faults.append("\(content) lies in quarantine/ \(seen.quarantined) times, not \(range)")
        }
        if content.isReadable ? seen.quarantined > 0 : seen.done > 0 {
            faults.append("\(content) lies in the wrong one of done/ and quarantine/")
        }
        return faults
    }

    /// No record names a path at which its content never lay, or more often than it did.
    private func paths(of records: [ArchiveLine], _ contents: [String: ModelContent]) -> [String] {
        struct Place: Hashable {
            let path: String
            let content: ModelContent
            var item: Int
        }
        var counts: [Place: Int] = [:]
        for record in records {
            guard let content = contents[record.sha256] else { continue }
            counts[
                Place(path: Self.plain(record.path), content: content, item: record.item),
                default: 0] += 1
        }
        var allowed: [Place: Int] = [:]
        for life in model.lives {
            let place = Place(path: Self.plain(life.path), content: life.content, item: 0)
            allowed[place, default: 0] += life.records.upperBound
        }
        return counts.compactMap { place, count in
            let limit = allowed[Place(path: place.path, content: place.content, item: 0)] ?? 0
            guard count > limit else { return nil }
            return
                "\(place.path), \(place.content), is recorded \(count) times, not at most \(limit)"
        }.sorted()
    }

    /// Without the digits that tell a file apart from another of its name (`a-0123abcd.txt`).
    private static func plain(_ path: String) -> String {
        path.replacing(#/(?:-[0-9a-f]{8}(?:-[0-9]+)?)+(?=\.txt$)/#, with: "")
    }

    /// The broken lines of what was archived for the rest of it.
    private func rejected(
        _ contents: Set<ModelContent>, in quarantine: [String]
    ) throws -> [String] {
        let files = try quarantine.filter { $0.hasSuffix(".rejected.jsonl") }.map {
            try Files.read(daemon.scratch.at("quarantine/\($0)"))
        }
        return contents.filter { content in
            !content.rejected.isEmpty && !files.contains(content.rejected)
                && model.lives.contains { $0.content == content && $0.records.lowerBound > 0 }
        }.map { "the broken lines of \($0) are not in quarantine/" }
    }

    /// Of equal articles one is the original or a revision; an exact duplicate has one before it.
    private func originals(_ records: [ArchiveLine]) -> [String] {
        let articles = records.filter { $0.verdict != "duplicate" }
        let ids = Set(articles.map(\.id))
        var faults: [String] = []
        if ids.count != articles.count { faults.append("an article is in the archive twice") }
        for record in records where record.match == "exact" && !ids.contains(record.id) {
            faults.append("\(record.path) is a duplicate of nothing")
        }
        return faults
    }

    /// What is not taken lies where it lay.
    private func left() throws -> [String] {
        var faults: [String] = []
        for (path, file) in model.names where !InboxModel.isTaken(path) {
            let whole = daemon.scratch.at(path)
            guard Files.exists(whole) else {
                faults.append("\(path) is gone")
                continue
            }
            if try Files.read(whole) != model.contents[file].bytes {
                faults.append("\(path) has another content")
            }
        }
        return faults
    }

    private static func sha256(_ bytes: [UInt8]) -> String {
        let digest = SHA256()
        digest.update(bytes)
        return digest.finish().hex
    }

    private static func sum(_ ranges: [ClosedRange<Int>]) -> ClosedRange<Int> {
        ranges.reduce(0) { $0 + $1.lowerBound }...ranges.reduce(0) { $0 + $1.upperBound }
    }
}
