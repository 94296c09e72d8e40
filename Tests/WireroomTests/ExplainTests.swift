import JSON
import Testing

/// `wireroom explain`: why a record is what it is.
@Suite struct ExplainTests {
    @Test(.timeLimit(.minutes(2)))
    func `A copy and a revision are explained side by side`() async throws {
        let daemon = try await Corrections.archive()
        let copy = try await daemon.command("explain", "duplicates:1")
        #expect(copy.status == .exit(0), "\(copy.errors)")
        #expect(copy.output.contains("with       articles:1 “Ferry runs aground off Port Eldra”"))
        #expect(copy.output.contains("rule       nothing-added: What the newer text says"))
        #expect(copy.output.contains("older: articles:1 "))
        #expect(copy.output.contains("< \n") || copy.output.contains("<\n"))
        #expect(copy.output.contains("Nobody was hurt."))

        let revision = try await daemon.command("explain", "articles:2")
        #expect(revision.output.contains("rule       figures-or-names-corrected: "))
        #expect(revision.output.contains("212 "))
        #expect(revision.output.contains("≠ 218"))
        #expect(revision.output.contains("held by "))

        let original = try await daemon.command("explain", "articles:3")
        #expect(original.output.contains("why        Nothing that was known is like it."))
        #expect(original.output.contains("It is alone in its story so far."))
        for page in [copy, revision, original] {
            #expect(page.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        }
    }

    @Test(.timeLimit(.minutes(2)))
    func `Any two records are compared, and programs read the answer as JSON`() async throws {
        let daemon = try await Corrections.archive()
        try await daemon.start()
        let apart = try await daemon.command("explain", "articles:3", "articles:1")
        #expect(apart.status == .exit(0))
        #expect(apart.output.contains("articles:3 and articles:1 would be kept apart."))
        #expect(apart.output.contains("rule       unlike: "))
        let json = try await daemon.command("explain", "--json", "duplicates:1")
        #expect(await daemon.stop() == .exit(0))
        #expect(json.output.filter { $0 == "\n" }.count == 1)
        var parser = JSONParser()
        try parser.parse(Array(json.output.utf8)) { value in
            #expect(value.member("record")?.string == "duplicates:1")
            #expect(value.member("with")?.string == "articles:1")
            #expect(value.member("relation")?.string == "copy")
            #expect(value.member("rule")?.string == "nothing-added")
            #expect(value.member("story")?.member("count")?.integer == 2)
            #expect(value.member("passages") != nil && value.member("similarity") != nil)
        }
    }

    @Test(.timeLimit(.minutes(2)))
    func `An exact copy, a correction and a record that is not there`() async throws {
        let daemon = try await Corrections.archive()
        try await Corrections.ingest([Corrections.quarry], into: daemon)
        let exact = try await daemon.command("explain", "duplicates:2")
        #expect(exact.output.contains("The same headline and text, letter for letter"))
        #expect(exact.output.contains("as articles:3 “Quarry"))
        #expect(try await daemon.command("separate", "articles:2").status == .exit(0))
        let corrected = try await daemon.command("explain", "articles:4")
        #expect(corrected.status == .exit(0))
        #expect(corrected.output.contains("by a correction of articles:2"))
        #expect(try await daemon.command("explain", "articles:9").status == .exit(66))
        #expect(try await daemon.command("explain", "nonsense").status == .exit(64))
    }
}
