import Testing

@testable import Reading

@Suite struct Mailboxes {
    private static let box = """
        From mtveit@courier.example Tue Mar  3 08:15:00 2026
        From: Maren Tveit <mtveit@courier.example>
        Subject: Ferry

        It left at six.

        >From the harbour it went north.
        >>From there it did not come back.
        From time to time it does.

        From ada@courier.example Wed Mar  4 09:00:00 2026
        Subject: Nothing


        From ada@courier.example Wed Mar  4 09:30:00 2026
        Subject: Two
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=cut

        --cut

        Tunnel.
        --cut
        Content-Type: message/rfc822

        Subject: Inside

        Dug.
        --cut--

        """

    @Test func `Each message is read, and what is none says so`() {
        let outcome = read(Self.box, as: .mbox)
        #expect(outcome.fault == nil)
        #expect(
            outcome.texts.map { $0.split(separator: "\n").first ?? "" }
                == ["It left at six.", "Tunnel.", "Dug."])
        #expect(
            outcome.texts.first?.contains(
                "\nFrom the harbour it went north.\n>From there it did not come back.\nFrom time")
                == true)
        #expect(outcome.drafts.map(\.headline) == ["Ferry", "Two", "Inside"])
        #expect(outcome.codes == ["no-article"])
        #expect(outcome.items.map(\.number) == [1, 2, 3, 4])
        #expect(outcome.items.map(\.line) == [1, 11, 15, 15])
    }

    @Test(arguments: [1, 7, 64, 4096])
    func `In pieces and resumed it gives the same`(size: Int) throws {
        let bytes = Array(Self.box.utf8)
        let items = try readInPieces(bytes, of: size, as: .mbox, resuming: true).items
        let whole = read(bytes, as: .mbox).items
        #expect(items.map(\.bytes) == whole.map(\.bytes))
        #expect(items.map(\.line) == whole.map(\.line))
        #expect(items.map(\.number) == whole.map(\.number))
    }

    @Test func `A message that is too long is passed over, and the next one read`() throws {
        let line = String(repeating: "x", count: 99) + "\n"
        let box =
            "From a Tue Mar  3 08:15:00 2026\nSubject: Long\n\n"
            + String(repeating: line, count: 10_000)
            + "\nFrom b Tue Mar  3 08:15:00 2026\nSubject: Short\n\nText.\n"
        var limits = ReadingLimits()
        limits.documentBytes = 100_000
        var reader = FileReader(limits: limits)
        var cursor = Cursor()
        cursor.format = .mbox
        reader.open(name: "", resumingAt: cursor)
        var source = Pieces(Array(box.utf8), size: 30_000)
        let first = try #require(try reader.next(from: &source))
        let second = try #require(try reader.next(from: &source))
        #expect(first.line == 1)
        #expect(throws: ItemFault.self) { try first.content.get() }
        #expect(try second.content.get().headline == "Short")
        #expect(second.line == 10_005)
        #expect(try reader.next(from: &source) == nil)
    }
}
