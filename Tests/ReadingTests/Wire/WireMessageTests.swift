import Articles
import Testing

@testable import Reading

@Suite struct `Reading messages of the wires` {
    private func message7901(_ number: String, slug: String, _ text: String) -> String {
        "\u{1}elm\(number) 3 pol 120\r\n\(slug)\r\n\u{2}\(text)\u{3}\r\n"
    }

    @Test func `IPTC 7901 gives source, number, priority, slug, headline and text`() throws {
        let outcome = read(
            message7901(
                "0123", slug: "Port/Harbour",
                """
                Harbour reopens\r
                   Port Elm (elm) - Ships may dock again at the\r
                quay, the harbour master said.\r
                   A second paragraph.\r
                \r
                The following information is not intended for publication\r
                Desk: Ann Poe\r\n
                """))
        let draft = try #require(outcome.drafts.first)
        #expect(outcome.format == .iptc7901 && draft.headline == "Harbour reopens")
        #expect(
            outcome.texts == [
                "Port Elm (elm) - Ships may dock again at the quay, the harbour master said."
                    + "\n\nA second paragraph."
            ])
        #expect(draft.source == "elm" && draft.guid == "elm0123 port-harbour")
        #expect(draft.urgency == "3" && draft.section == "pol" && draft.status == .usable)
        #expect(draft.extra.map(\.key) == ["slugline", "ednote"])
    }

    @Test(arguments: [
        ("KILL Port/Harbour", "MANDATORY KILL\r\nKill elm0123, Harbour reopens."),
        ("Port/Harbour", "KILL: Harbour reopens\r\nPlease kill elm 0123, which is wrong."),
        ("Port/Harbour/Kill", "Harbour reopens\r\nEditors: elm0123 has been withdrawn."),
    ])
    func `A kill is a notice of the message that it names`(slug: String, text: String) throws {
        let draft = try #require(read(message7901("0124", slug: slug, text)).drafts.first)
        #expect(draft.isNotice && draft.status == .canceled)
        #expect(draft.guid == "elm0123 port-harbour")
    }

    @Test(arguments: [
        ("Film", "Kill Bill returns to the screen"), ("Court", "Two killed in Elm"),
        ("Kill-Bill", "A film about a bride"), ("Harbour", "KILL BILL RETURNS"),
        ("Talks", "Minister withdraws the bill"),
    ])
    func `A report about killings is none`(slug: String, headline: String) {
        let text = "\(headline)\r\n   It was said on Monday."
        let outcome = read(message7901("0125", slug: slug, text))
        #expect(outcome.drafts.map(\.isNotice) == [false])
    }

    @Test func `Several messages are several articles, and one that is cut off is waited for`() {
        let two =
            message7901("0001", slug: "A", "One\r\nText.")
            + message7901("0002", slug: "B", "Two\r\nText.")
        #expect(read(two).drafts.map(\.headline) == ["One", "Two"])
        #expect(read(two).items.map(\.line) == [1, 5])
        let cut = read(String(two.dropLast(8)))
        #expect(cut.code == "truncated" && cut.fault?.isTruncation == true)
    }

    @Test func `ANPA 1312 gives its heads and paragraphs`() throws {
        let outcome = read(
            "\u{16}\u{16}\u{1}a0123\u{1F}elm-\r\n"
                + "u a \u{13}\u{11}bc-Harbour  03-03 0120\r\n\u{2}"
                + "^Harbour reopens<\r\n^By ANN POE<\r\n^Elm Press Writer<\r\n"
                + "\tPORT ELM (EP) _ ``Ships may dock,'' the harbour\r\nmaster said.\r\n"
                + "\tA second paragraph.\r\n\u{3}\r\nEP-NY-03-03-26 1015EST<\r\n")
        let draft = try #require(outcome.drafts.first)
        #expect(outcome.format == .anpa1312 && draft.headline == "Harbour reopens")
        #expect(draft.bylines == ["By ANN POE"] && draft.urgency == "3" && draft.section == "a")
        #expect(
            outcome.texts == [
                "PORT ELM (EP) — “Ships may dock,” the harbour master said.\n\nA second paragraph."
            ])
        #expect(draft.guid == "a0123 bc-harbour" && draft.published == "2026-03-03 10:15 EST")
    }

    @Test func `A kill of ANPA names the story by its number`() throws {
        let outcome = read(
            "\u{16}\u{16}\u{1}a0130\u{1F}elm-\r\nb a \u{13}\u{11}bc-Harbour-KILL 03-03 0020\r\n\u{2}"
                + "^KILL<\r\n\tEditors: please kill a0123, Harbour. It is wrong.\r\n\u{3}")
        let draft = try #require(outcome.drafts.first)
        #expect(draft.isNotice && draft.guid == "a0123 bc-harbour")
    }

    @Test func `Idling does not tell the format, and the time stands behind the text`() throws {
        let outcome = read(
            "\u{16}\u{16}\u{1}elm0123 3 pol 120\r\nHarbour\r\n\u{2}Harbour reopens\r\n   It may.\r\n"
                + "\u{3}\r\n171532 Nov 26\r\n\u{4}")
        let draft = try #require(outcome.drafts.first)
        #expect(outcome.format == .iptc7901 && draft.headline == "Harbour reopens")
        #expect(draft.published == "17 Nov 2026 15:32")
    }
}
