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
        #expect(draft.guid == "a0123 harbour" && draft.published == "2026-03-03 10:15 EST")
    }

    @Test func `A kill of ANPA names the story by its number`() throws {
        let outcome = read(
            "\u{16}\u{16}\u{1}a0130\u{1F}elm-\r\nb a \u{13}\u{11}bc-Harbour-KILL 03-03 0020\r\n\u{2}"
                + "^KILL<\r\n\tEditors: please kill a0123, Harbour. It is wrong.\r\n\u{3}")
        let draft = try #require(outcome.drafts.first)
        #expect(draft.isNotice && draft.guid == "a0123 harbour")
    }

    @Test func `Idling does not tell the format, and the time stands behind the text`() throws {
        let outcome = read(
            "\u{16}\u{16}\u{1}elm0123 3 pol 120\r\nHarbour\r\n\u{2}Harbour reopens\r\n   It may.\r\n"
                + "\u{3}\r\n171532 Nov 26\r\n\u{4}")
        let draft = try #require(outcome.drafts.first)
        #expect(outcome.format == .iptc7901 && draft.headline == "Harbour reopens")
        #expect(draft.published == "17 Nov 2026 15:32")
    }

    @Test(arguments: [
        ("EIL/RÜCKZUG", "Rückzug: Unfall", "Bitte verwenden Sie die Meldung elm0123 nicht."),
        ("A/ACHTUNG", "ACHTUNG: Bitte Meldung elm0123 nicht verwenden", "Sie ist falsch."),
        ("Storno", "Achtung Redaktionen", "Bitte verwenden Sie die Meldung elm0123 nicht."),
        ("a-annulation", "ANNULATION: Un ferry", "Prière d'annuler notre dépêche ELM-AB12. Merci."),
        ("anulacion", "ANULACIÓN: Ferry choca", "Se ruega anular la nota ELM1234."),
        ("Annullamento", "Traghetto", "Si prega di annullare la notizia elm0123."),
        ("TILBAGE", "Tilbagetrækning: Ulykke", "Elm trækker historien tilbage."),
        ("TILBAKETREKKING", "Ulykke", "Meldingen trekkes tilbake."),
        ("TILLBAKADRAGEN", "Olycka", "Nyheten får inte användas."),
        ("INTREKKING", "Elm trekt bericht in", "Het bericht wordt ingetrokken."),
        ("ADVISORY-WITHDRAWAL", "Ferry hits pier", "EDITORS: Story Ferry has been withdrawn."),
        ("KILL-Ferry", "Ferry hits pier (KILL)", "Elm Press has killed the story."),
    ])
    func `Editors are told in many languages, and in all formats`(
        slug: String, headline: String, text: String
    ) {
        for document in [
            message7901("0150", slug: slug, "\(headline)\r\n   \(text)"),
            """
            <nitf><head><docdata><du-key key="\(slug)"/></docdata></head><body><body.head><hedline>
            <hl1>\(headline)</hl1></hedline></body.head><body.content><p>\(text)</p></body.content>
            </body></nitf>
            """,
            """
            {"type": "text", "slugline": "\(slug)", "headline": "\(headline)", "text": "\(text)"}
            """,
            """
            <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:k"><itemMeta>
            <pubStatus qcode="stat:usable"/></itemMeta><contentMeta><slugline>\(slug)</slugline>
            <headline>\(headline)</headline></contentMeta><contentSet><inlineXML><html><body>
            <p>\(text)</p></body></html></inlineXML></contentSet></newsItem>
            """,
        ] {
            #expect(read(document).drafts.map(\.isNotice) == [true], "\(document)")
        }
    }

    @Test(arguments: [
        ("Kabul/RÜCKZUG", "RÜCKZUG der Truppen", "Die Soldaten wurden am Montag zurückgezogen."),
        ("Court-WITHDRAWAL", "Charge dropped", "The charge was withdrawn on Monday."),
        ("Joghurt", "ACHTUNG: Rückruf", "Der Joghurt wird zurückgezogen, bitte nicht verwenden."),
        ("Elm/Crash", "POLICE KILL THREE", "A man has been killed, the police said."),
    ])
    func `A report about a withdrawal is none`(slug: String, headline: String, text: String) {
        let outcome = read(message7901("0151", slug: slug, "\(headline)\r\n   \(text)"))
        #expect(outcome.drafts.map(\.isNotice) == [false])
    }

    @Test(arguments: [
        ("am-Ferry Crash, 2nd Ld-Writethru", "a0123 ferry-crash"),
        ("bc-Ferry Crash, 1st Take", "a0123 ferry-crash"), ("bc-Take Five", "a0123 take-five"),
        ("ap-Dam (new: names)", "a0123 dam"), ("Dam am Rhein", "a0123 dam-am-rhein"),
    ])
    func `The state of a story is no part of its identity`(slug: String, guid: String) {
        let outcome = read(
            "\u{1}a0123\u{1F}elm-\r\nu a \u{13}\u{11}\(slug)  03-03 0120\r\n\u{2}^Head<\r\n\tA text.\r\n\u{3}"
        )
        #expect(outcome.drafts.map(\.guid) == [guid])
    }
}
