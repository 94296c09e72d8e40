import JSON

/// What tests look at of a record.
struct ArchiveLine: Equatable {
    var id: String
    var sequence: Int
    var verdict: String
    var feed: String
    /// The file's path in the inbox, and the number of the article in it.
    var path: String
    var item: Int
    var sha256: String
    var headline: String?
    var text: String?
    var match: String?

    struct NoRecord: Error {
        let line: String
    }

    /// The records of JSON Lines; every line must be whole and a record.
    static func all(in bytes: [UInt8]) throws -> [ArchiveLine] {
        var parser = JSONParser()
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard let rest = lines.popLast(), rest.isEmpty else {
            throw NoRecord(line: String(decoding: lines.last ?? [], as: UTF8.self))
        }
        return try lines.map { line in
            do {
                return try parser.parse(Array(line)) { try ArchiveLine($0) }
            } catch {
                throw NoRecord(line: String(decoding: line, as: UTF8.self))
            }
        }
    }

    private init(_ value: JSONValue) throws {
        guard let id = value.member("id")?.string,
            let sequence = value.member("sequence")?.integer,
            let verdict = value.member("verdict")?.string,
            let feed = value.member("feed")?.string, let file = value.member("file"),
            let path = file.member("path")?.string, let item = file.member("item")?.integer,
            let sha256 = file.member("sha256")?.string, value.member("received")?.string != nil
        else { throw NoRecord(line: "") }
        self.id = id
        self.sequence = Int(sequence)
        self.verdict = verdict
        self.feed = feed
        self.path = path
        self.item = Int(item)
        self.sha256 = sha256
        headline = value.member("headline")?.string
        text = value.member("text")?.string
        match = value.member("match")?.string
    }
}
