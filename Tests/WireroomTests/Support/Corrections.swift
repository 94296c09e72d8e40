import JSON

/// What corrections are tried on: reports of which one was called a copy, one a revision.
enum Corrections {
    static let ferry = """
        The ferry Solveig ran aground off Port Eldra on Tuesday with 212 people on board, the \
        harbour office said. Nobody was hurt. The ship had left the island of Vennhavn at dawn and \
        was to arrive at noon, after a crossing of four hours. Divers will look at the hull before \
        two tugs pull her free at the next high tide.
        """
    /// A near copy of the ferry's.
    static let copy = ferry.replacing("Nobody was hurt. ", with: "")
    /// A revision of it.
    static let revision = ferry.replacing("212 people", with: "218 people")
    /// About something else.
    static let quarry = """
        A court in Skarne has fined the owners of the Miller quarry for dust that settled on the \
        gardens of the village through the dry summer of last year, and ordered nets around it.
        """

    /// An archive of all four: articles 1 to 3 are ferry, revision and quarry, duplicate 1 the copy.
    static func archive() async throws -> Daemon {
        let daemon = try Daemon()
        try await ingest([ferry, copy, revision, quarry], into: daemon)
        let articles = try daemon.records()
        guard articles.map(\.verdict) == ["original", "revision", "original"],
            try daemon.records("duplicates").map(\.match) == ["near"]
        else { throw ArchiveLine.NoRecord(line: "\(articles)") }
        return daemon
    }

    /// Archives texts, a file each, without a daemon.
    static func ingest(_ texts: [String], into daemon: Daemon) async throws {
        try daemon.scratch.makeDirectory("dump")
        for text in texts {
            let name = "dump/\(Files.list(daemon.scratch.at("dump")).count + 1).json"
            try Files.write(file(text), to: daemon.scratch.at(name))
            _ = try await daemon.command("ingest", name)
        }
    }

    /// A file with the article, under a headline.
    static func file(_ text: String) -> String {
        let headline =
            text.contains("Solveig")
            ? "Ferry runs aground off Port Eldra" : "Quarry owners fined for dust"
        return "{\"headline\":\"\(headline)\",\"text\":\"\(text)\"}\n"
    }

    /// The same directory again.
    static func copy(of daemon: Daemon) throws -> Daemon {
        let scratch = try Scratch()
        try ChildProcess(["cp", "-a", "\(daemon.scratch.path)/.", scratch.path], in: "/").join()
        return try Daemon(in: scratch)
    }

    /// A line of the archive as what it says, without whom it came from and when.
    struct Line: Equatable, CustomStringConvertible {
        var id: String
        var verdict: String
        var original: String
        var revision: Int
        var story: String
        var corrects: String?

        var description: String {
            "\(id.prefix(4)) \(verdict) \(revision) of \(original.prefix(4)), story \(story.prefix(4))"
                + (corrects.map { ", corrects \($0)" } ?? "")
        }
    }

    static func lines(_ daemon: Daemon, _ stream: String = "articles") throws -> [Line] {
        _ = try daemon.records(stream)
        var parser = JSONParser()
        return try daemon.bytes(of: stream).split(separator: 0x0A).map { line in
            try parser.parse(Array(line)) { value in
                Line(
                    id: value.member("id")?.string ?? "",
                    verdict: value.member("verdict")?.string ?? "",
                    original: value.member("original")?.string ?? "",
                    revision: value.member("revision")?.integer.map { Int($0) } ?? -1,
                    story: value.member("story")?.string ?? "",
                    corrects: value.member("corrects")?.string)
            }
        }
    }
}
