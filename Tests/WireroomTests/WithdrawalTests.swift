import JSON
import Testing

/// Notices by which senders take articles back, through the program.
@Suite(.serialized) struct WithdrawalTests {
    /// An article of a wire format, the notice that takes it back, and a later state of it where the
    /// format has numbers for those.
    struct Wire: Sendable, CustomTestStringConvertible {
        var name: String
        var article: String
        var notice: String
        var later: String?

        var testDescription: String { name }
    }

    private static let text =
        "Ships may dock again at the quay of Port Elm, the harbour master Ann Poe said on Tuesday."

    private static func nitf(_ status: String, _ version: Int, _ text: String) -> String {
        """
        <nitf><head><docdata management-status="\(status)"><doc-id regsrc="ELM" id-string="elm-17"/>
        <du-key version="\(version)"/></docdata></head><body><body.head><hedline>
        <hl1>Harbour \(status)</hl1></hedline></body.head><body.content><p>\(text)</p></body.content>
        </body></nitf>
        """
    }

    private static func newsML(_ status: String, _ version: Int, _ text: String) -> String {
        """
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:elm:1"
        version="\(version)"><itemMeta><itemClass qcode="ninat:text"/><provider literal="ELM"/>
        <pubStatus qcode="stat:\(status)"/></itemMeta><contentMeta><headline>Harbour</headline>
        </contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><p>\(text)</p>
        </inlineXML></contentSet></newsItem>
        """
    }

    private static func ninjs(_ status: String, _ version: Int, _ text: String) -> String {
        """
        {"uri": "tag:elm.example:17", "version": "\(version)", "pubstatus": "\(status)",
         "headline": "Harbour", "body_text": "\(text)"}
        """
    }

    private static func message(_ number: String, _ slug: String, _ text: String) -> String {
        "\u{1}elm\(number) 3 pol 20\r\n\(slug)\r\n\u{2}\(text)\r\n\u{3}\r\n"
    }

    static let wires = [
        Wire(
            name: "nitf", article: nitf("usable", 1, text),
            notice: nitf("canceled", 2, "Do not use it."),
            later: nitf("usable", 3, text + " Three of them came.")),
        Wire(
            name: "newsml-g2", article: newsML("usable", 1, text),
            notice: newsML("canceled", 2, text),
            later: newsML("usable", 3, text + " Three of them came.")),
        Wire(
            name: "ninjs", article: ninjs("usable", 1, text), notice: ninjs("canceled", 2, ""),
            later: ninjs("usable", 3, text + " Three of them came.")),
        Wire(
            name: "iptc7901", article: message("0123", "Harbour", "Harbour reopens\r\n   \(text)"),
            notice: message("0124", "Harbour", "KILL: Harbour\r\nPlease kill elm0123, it is wrong.")
        ),
    ]

    /// What tests look at of a record.
    private struct Line {
        var id: String
        var verdict: String
        var original: String?
        var status: String?
        var match: String?
    }

    private static func records(_ daemon: Daemon, _ stream: String = "articles") throws -> [Line] {
        var parser = JSONParser()
        return try daemon.bytes(of: stream).split(separator: 0x0A).map { line in
            try parser.parse(Array(line)) { value in
                Line(
                    id: value.member("id")?.string ?? "",
                    verdict: value.member("verdict")?.string ?? "",
                    original: value.member("original")?.string,
                    status: value.member("status")?.string, match: value.member("match")?.string)
            }
        }
    }

    /// Archives files one after another, each by a program of its own: what is known comes from the
    /// archive each time.
    private func ingest(_ contents: [String], _ daemon: Daemon) async throws {
        for content in contents {
            let name = "\(try daemon.lineCount)-\(content.utf8.count).dat"
            try Files.write(content, to: daemon.scratch.at(name))
            let outcome = try await daemon.command("ingest", name)
            #expect(outcome.status == .exit(0), "\(outcome.errors)")
        }
    }

    @Test(.timeLimit(.minutes(2)), arguments: wires)
    func `A notice takes back the article that came before`(_ wire: Wire) async throws {
        let daemon = try Daemon()
        try await ingest([wire.article, wire.notice], daemon)
        let lines = try Self.records(daemon)
        #expect(lines.map(\.verdict) == ["original", "withdrawal"])
        #expect(lines.last?.original == lines.first?.id && lines.last?.match == "guid")
        #expect(lines.last?.status == "canceled" && lines.first?.status == "usable")
        // The notice once more, and all that is archived, say nothing new.
        try await ingest([wire.notice], daemon)
        try Files.write(
            try daemon.bytes(of: "articles"), to: Array(daemon.scratch.at("own.jsonl").utf8CString))
        #expect(try await daemon.command("ingest", "own.jsonl").status == .exit(0))
        #expect(try Self.records(daemon).count == 2)
        let copies = try Self.records(daemon, "duplicates")
        #expect(copies.map(\.match) == ["exact", "exact", "exact"])
        #expect(copies.map(\.id) == [lines[1].id, lines[0].id, lines[1].id])
    }

    @Test(.timeLimit(.minutes(2)), arguments: wires)
    func `A notice that comes first takes back the article that comes after`(
        _ wire: Wire
    ) async throws {
        let daemon = try Daemon()
        try await ingest([wire.notice, wire.article], daemon)
        var lines = try Self.records(daemon)
        #expect(lines.map(\.verdict) == ["withdrawal", "original"])
        #expect(lines.map(\.status) == ["canceled", "canceled"])
        #expect(lines.first?.original == nil && lines.first?.match == nil)
        guard let later = wire.later else { return }
        try await ingest([later], daemon)
        lines = try Self.records(daemon)
        #expect(lines.last?.verdict == "revision" && lines.last?.status == "usable")
    }

    @Test(.timeLimit(.minutes(2)))
    func `A withdrawal is shown, explained and counted, and is no article to be corrected`()
        async throws
    {
        let daemon = try Daemon()
        let wire = Self.wires[0]
        try await ingest([wire.article], daemon)
        try Files.write(wire.notice, to: daemon.scratch.at("kill.xml"))
        let outcome = try await daemon.command("ingest", "--json", "kill.xml")
        try Files.write(wire.notice + "\n", to: daemon.scratch.at("again.xml"))
        #expect(outcome.output.contains("\"withdrawals\":1"), "\(outcome.output)")
        let original = try #require(try Self.records(daemon).first?.id)
        let shown = try await daemon.command("show", "articles:2")
        #expect(
            shown.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                .contains("A notice that takes back \(original), by its guid."), "\(shown.output)")
        let explained = try await daemon.command("explain", "articles:2")
        #expect(explained.status == .exit(0) && explained.output.contains("articles:1"))
        let json = try await daemon.command("explain", "--json", "articles:2")
        #expect(json.output.contains("\"with\":\"articles:1\""), "\(json.output)")
        let copy = try await daemon.command("ingest", "--json", "again.xml")
        #expect(copy.output.contains("\"duplicates\":1"), "\(copy.output)")
        let repeated = try await daemon.command("explain", "--json", "duplicates:1")
        #expect(repeated.output.contains("\"with\":\"articles:2\""), "\(repeated.output)")
        let refused = try await daemon.command("separate", "articles:2")
        #expect(refused.status != .exit(0) && refused.errors.contains("notice"))
    }

    @Test(.timeLimit(.minutes(2)))
    func `A running daemon tells of a withdrawal, and by URL where there is no guid`()
        async throws
    {
        let daemon = try Daemon()
        try await daemon.start()
        let address = "https://elm.example/2026/harbour"
        try daemon.drop(
            "{\"headline\":\"Harbour\",\"text\":\"\(Self.text)\",\"url\":\"\(address)\"}",
            as: "a.json")
        try await daemon.settle(records: 1, seconds: 60)
        try daemon.drop("{\"url\":\"\(address)\",\"status\":\"canceled\"}", as: "b.json")
        try await daemon.settle(records: 2, seconds: 60)
        let lines = try Self.records(daemon)
        #expect(lines.last?.verdict == "withdrawal" && lines.last?.match == "url")
        #expect(lines.last?.original == lines.first?.id)
        #expect(await waitUntil(seconds: 20) { daemon.log.contains("takes back") }, "\(daemon.log)")
        #expect(await daemon.stop() == .exit(0))
    }
}
