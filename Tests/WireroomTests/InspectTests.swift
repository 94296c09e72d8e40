import Glibc
import Testing

/// `wireroom inspect`: what would become of a file, and nothing changed.
@Suite(.serialized) struct InspectTests {
    private static let text = """
        Ferry stops for a week

        The ferry over the Orrin stops for a week from Monday, the harbour office said, because its \
        second engine has to be taken out.

        Buses go round by the bridge meanwhile. Tickets stay valid.

        ALSO READ: NEW TIMETABLES FOR THE ISLANDS

        """

    @Test(.timeLimit(.minutes(1)))
    func `It tells what is kept, what is cut, and by which rule`() async throws {
        let daemon = try Daemon()
        try Files.write(Self.text, to: daemon.scratch.at("a.txt"))
        let page = try await daemon.command("inspect", "a.txt")
        #expect(page.status == .exit(0))
        #expect(page.output.contains("headline   Ferry stops for a week"))
        #expect(page.output.contains("2 paragraphs"))
        #expect(page.output.contains("read-also"))
        #expect(page.output.contains("verdict    original (against 0 articles)"))
        let line = try await daemon.command("inspect", "--json", "a.txt")
        #expect(line.output.contains("\"verdict\":\"original\""))
        #expect(line.output.contains("\"rule\":\"read-also\",\"line\":7"))
        #expect(Files.list(daemon.scratch.path) == ["a.txt", "config.json"])
    }

    @Test(.timeLimit(.minutes(1)))
    func `It knows the archive, and names what cannot be read`() async throws {
        let daemon = try Daemon()
        try Files.write(Self.text, to: daemon.scratch.at("a.txt"))
        try Files.write("", to: daemon.scratch.at("b.txt"))
        #expect(try await daemon.command("ingest", "a.txt").status == .exit(0))
        let outcome = try await daemon.command("inspect", "a.txt", "b.txt")
        #expect(outcome.status == .exit(65))
        #expect(outcome.output.contains("duplicate by exact match"))
        #expect(outcome.output.contains("The file is empty."))
    }

    @Test(.timeLimit(.minutes(1)))
    func `It needs no configuration`() async throws {
        let scratch = try Scratch()
        try Files.write(Self.text, to: scratch.at("a.txt"))
        let outcome = try await Tools.run([Daemon.program, "inspect", "a.txt"], in: scratch.path)
        #expect(outcome.status == .exit(0))
        #expect(Files.list(scratch.path) == ["a.txt"])
    }
}
