import Articles
import Testing

@testable import Reading

@Suite struct Tables {
    @Test func `A row is an article, its values by the names of their columns`() throws {
        let table = """
            Title,Author,published_at,Body,Desk\r
            "Crane, old, sold",Ada Lind; Jon Ås,2026-03-10,"It said ""For sale"".\r
            \r
            Now it is gone.",harbour\r
            \r
            Mill,,,It burnt.,\r

            """
        let outcome = read(table, as: .commaSeparated)
        #expect(outcome.fault == nil)
        #expect(
            outcome.texts == ["It said \"For sale\".\r\n\r\nNow it is gone.", "It burnt."])
        let draft = try #require(outcome.drafts.first)
        #expect(draft.headline == "Crane, old, sold")
        #expect(draft.published == "2026-03-10")
        #expect(draft.extra.map(\.key) == ["Desk"])
        #expect(draft.form == .fields)
        #expect(outcome.items.map(\.line) == [2, 6])
        #expect(outcome.items.map(\.number) == [1, 2])
    }

    @Test(arguments: [
        ("headline;text\nA;B, and C\n", Format.commaSeparated),
        ("sep=;\r\nheadline;text\r\nA;B, and C\r\n", .commaSeparated),
        ("headline|text\nA|B, and C\n", .commaSeparated),
        ("\u{FEFF}headline\ttext\nA\tB, and C\n", .tabSeparated),
        ("headline,text\nA,\"B, and C\"", .commaSeparated),
        ("headline,text,\nA,\"B, and C\",,\n", .commaSeparated),
        ("\"headline\",\"text\"\r\"A\",\"B, and C\"\r", .commaSeparated),
    ])
    func `Delimiters and line ends are told from the first line`(table: String, format: Format) {
        let outcome = read(table, as: format)
        #expect(outcome.texts == ["B, and C"])
        #expect(outcome.drafts.first?.headline == "A")
        #expect(outcome.faults.isEmpty)
    }

    @Test func `Broken rows are rejected, and the others are read`() {
        let table = """
            headline,text
            A,One.
            B,Two, and more.
            C
            D,"Three" is odd.
            E,"Four."
            F,"Five.
            G,Six.

            """
        let outcome = read(table, as: .commaSeparated)
        #expect(outcome.texts == ["One.", "Four.", "Six."])
        #expect(
            outcome.codes == ["broken-table", "broken-table", "broken-table", "truncated"])
        #expect(outcome.faults.map(\.reason.line) == [3, 4, 5, 7])
        #expect(outcome.faults.map(\.isTruncation) == [false, false, false, true])
    }

    @Test func `In a table of tabs quotation marks may stand for themselves`() {
        let table = "headline\ttext\nA\t\"One,\" she said.\nB\t\"Two \"\"2\"\"\"\nC\t\"Three\n"
        #expect(
            read(table, as: .tabSeparated).texts == [
                "\"One,\" she said.", "Two \"2\"", "\"Three",
            ])
    }

    @Test(arguments: [
        "Headline,Publication Date,Full Text", "Article Title,Publish Date,Article Text",
        "Überschrift,Datum,Text", "titre,date_publication,corps", "titular,fecha,cuerpo",
        "titolo,data,testo", "título,data,conteúdo", "titel,datum,inhoud", "Заголовок,Дата,Текст",
        "タイトル,日付,本文", "标题,发布时间,正文", "headline_main,pub_date,lead_paragraph",
    ])
    func `Columns have names in many languages`(names: String) {
        let outcome = read(names + "\nFerry,2026-03-10,\"It left, late.\"\n")
        #expect(outcome.format == .commaSeparated)
        #expect(outcome.texts == ["It left, late."])
        #expect(outcome.drafts.map(\.headline) == ["Ferry"])
        #expect(outcome.drafts.map(\.published) == ["2026-03-10"])
    }

    @Test func `Rows without values are passed over, and missing last ones are empty`() {
        let table = "headline;text;date;;\nA;One.;x;;\n;;;;\nB;\"Two.\"\nC;Three\nD;\n"
        let outcome = read(table, as: .commaSeparated)
        #expect(outcome.texts == ["One.", "Two."])
        #expect(outcome.codes == ["broken-table", "broken-table"])
        #expect(outcome.items.map(\.line) == [2, 4, 5, 6])
    }

    @Test func `Keywords may be a list as programs print it`() {
        let table =
            "headline,text,tags\nA,B,\"['x', 'y z']\"\nA,B,\"[\"\"x\"\",\"\"y z\"\"]\"\nA,B,\"x, 'y'\"\n"
        let keywords = read(table, as: .commaSeparated).drafts.map(\.keywords)
        #expect(keywords == [["x", "y z"], ["x", "y z"], ["x", "'y'"]])
    }

    @Test func `A first line without a text or a headline is a fault`() {
        let outcome = read("city,height\nVennhavn,3\n", as: .commaSeparated)
        #expect(outcome.code == "no-text")
        #expect(outcome.items.isEmpty)
    }

    @Test func `A feed may have names of its own`() {
        var hints = FeedHints()
        hints.fields = ["Schlagzeile": "headline", "Inhalt": "text"]
        var reader = FileReader()
        reader.open(name: "", hints: hints)
        var texts: [[UInt8]] = []
        Array("Schlagzeile;Inhalt\nA;One.\n".utf8).withUnsafeBytes { table in
            while let item = try? reader.next(in: table), let draft = try? item.content.get() {
                texts.append(draft.text)
            }
        }
        #expect(texts == [Array("One.".utf8)])
        #expect(reader.format == .commaSeparated)
    }

    @Test(arguments: [
        ("headline,text\nFerry,\"It left.\"\n", Format.commaSeparated),
        ("Title\tURL\tBody\nFerry\thttps://x.example\tIt left.\n", .tabSeparated),
        ("Title, text and body\nThis is an article about three words.\n", .plainText),
        ("Headline; text\n\nIt left at six; then; it came back.\n", .plainText),
        ("date,place\nToday,here\n", .plainText),
    ])
    func `A table is told from a text with commas`(text: String, format: Format) {
        #expect(read(text).format == format)
    }

    @Test func `A table in another encoding is decoded`() {
        let table = Array("headline;text\nF".utf8) + [0xE4] + Array("hre;Sie fuhr ab.\n".utf8)
        #expect(read(table).drafts.map(\.headline) == ["Fähre"])
    }

    @Test(arguments: 1...40)
    func `In pieces and resumed it gives the same`(size: Int) throws {
        let table = "headline,text\nA,\"One,\r\n1\"\n\nB\nC,Three\"\nD,\"Four\"x\nE,\"Five\n"
        let bytes = Array(table.utf8)
        let whole = read(bytes, as: .commaSeparated)
        let pieces = try readInPieces(bytes, of: size, as: .commaSeparated, resuming: true)
        #expect(pieces.items.map(\.bytes) == whole.items.map(\.bytes))
        #expect(pieces.items.map(\.line) == whole.items.map(\.line))
        #expect(pieces.items.count == 5)
    }

    @Test func `A table that was made to be expensive is read soon`() {
        let head = "headline,text\n"
        for piece in ["\"", "\"\"", "\"\n", "\"\"\"\n", "a\"\n", ",", "\"a\"b\n", "\"\",\"\n"] {
            let table = head + String(repeating: piece, count: 200_000 / piece.utf8.count)
            var limits = ReadingLimits()
            limits.articleBytes = 1 << 16
            let time = ContinuousClock().measure {
                _ = read(table, as: .commaSeparated, limits: limits)
                _ = read(table, as: .tabSeparated, limits: limits)
            }
            #expect(time < .seconds(20), "\(piece.debugDescription)")
        }
    }
}
