import Articles
import Testing

@testable import Reading

/// A message with these headers more than every one has.
private func message(_ headers: String, _ body: String) -> String {
    """
    From: Maren Tveit <mtveit@courier.example>
    Subject: The ferry runs again
    Date: Tue, 3 Mar 2026 08:15:00 +0100
    Message-ID: <17@courier.example>
    \(headers)

    \(body)
    """
}

private func parts(_ type: String, _ parts: String...) -> String {
    message(
        "MIME-Version: 1.0\nContent-Type: multipart/\(type); boundary=\"cut\"",
        parts.map { "--cut\n\($0)\n" }.joined() + "--cut--\n")
}

@Suite struct Mail {
    @Test func `A message is an article with fields`() throws {
        let draft = try #require(
            read(message("Keywords: ferry, harbour", "It left at six."), as: .mail).drafts.first)
        #expect(draft.headline == "The ferry runs again")
        #expect(draft.bylines == ["Maren Tveit"])
        #expect(draft.source == nil)
        #expect(draft.published == "Tue, 3 Mar 2026 08:15:00 +0100")
        #expect(draft.guid == "17@courier.example")
        #expect(draft.keywords == ["ferry", "harbour"])
        #expect(draft.text == Array("It left at six.".utf8))
        #expect(draft.form == .mail(isReply: false))
    }

    @Test(
        arguments: [
            ("Maren Tveit <mtveit@courier.example>", false, ["Maren Tveit"], nil),
            ("\"Tveit, Maren\" <m.tveit@courier.example>", true, ["Maren Tveit"], nil),
            ("Vennhavn Courier <today@vennhavncourier.example>", false, [], "Vennhavn Courier"),
            ("Vennhavn Newsroom <maren@vhv.example>", false, [], "Vennhavn Newsroom"),
            (
                "Jonas Ekeberg via Vennhavn Post <jonas@lists.example>", true, ["Jonas Ekeberg"],
                "Vennhavn Post"
            ),
            ("Harbour Letters <x17@sender.example>", true, [], "Harbour Letters"),
            ("Ada Lind <x17@sender.example>", false, ["Ada Lind"], nil),
            ("x17@sender.example", false, [], nil),
            ("=?iso-8859-1?q?Bj=F8rn_=C5s?= <bjorn@x.example>", false, ["Bjørn Ås"], nil),
        ] as [(String, Bool, [String], String?)])
    func `Who writes is told from who sends out`(
        from: String, isBulk: Bool, bylines: [String], source: String?
    ) throws {
        let list = isBulk ? "List-Id: <letters.example>\n" : ""
        let draft = try #require(
            read("From: \(from)\n\(list)Subject: x\n\nText.\n", as: .mail).drafts.first)
        #expect(draft.bylines == bylines)
        #expect(draft.source == source)
    }

    @Test(
        arguments: [
            ("Re: Aw: Fwd: Ferry: late again", "Ferry: late again", true),
            ("Re[2]: Ferry", "Ferry", true), ("Ferry", "Ferry", false),
            ("Reading: a city looks back", "Reading: a city looks back", false), ("Re:", nil, true),
        ] as [(String, String?, Bool)])
    func `A subject loses what mail programs put before it`(
        subject: String, headline: String?, isReply: Bool
    ) throws {
        let draft = try #require(
            read("Subject: \(subject)\n\nText.\n", as: .mail).drafts.first)
        #expect(draft.headline == headline)
        #expect(draft.form == .mail(isReply: isReply))
        let forward = read("Subject: WG: Re: \(subject)\n\nText.\n", as: .mail).drafts.first
        #expect(forward?.headline == headline)
        #expect(forward?.form == .mail(isReply: false, isForward: true))
    }

    @Test(arguments: [
        ("=?utf-8?B?QSBmZXJyeQ==?=\n =?utf-8?B?IHJ1bnMgYWdhaW4=?=", "A ferry runs again"),
        ("=?utf-8?B?QSBmZXJyeQ==?= =?UTF-8?b?IHJ1bnM=?= again", "A ferry runs again"),
        // A letter of two bytes over two words, and no padding.
        ("=?utf-8?B?RsM=?=\n\t=?utf-8?B?pGhyZQ?=", "Fähre"),
        ("=?utf-8?B?QSBmZXJyeQ==?= =?iso-8859-1?B?IGbkaHJ0?=", "A ferry fährt"),
    ])
    func `Words of a header are decoded each for itself`(subject: String, headline: String) throws {
        let draft = try #require(
            read("From: a@x.example\nSubject: \(subject)\n\nText.\n", as: .mail).drafts.first)
        #expect(draft.headline == headline)
    }

    @Test func `Names of senders and files are decoded so, too`() throws {
        let mail = """
            From: =?utf-8?B?QWRhIEw=?=
             =?utf-8?B?aW5k?= <ada@x.example>
            Subject: x
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="cut"

            --cut
            Content-Type: text/plain

            Text.
            --cut
            Content-Type: text/plain; name="=?utf-8?B?ZmVycnkg?=
             =?utf-8?B?bm90ZXM==?= =?utf-8?B?LnR4dA==?="

            Subject: =?utf-8?Q?x?= is how it begins.
            --cut--
            """
        let outcome = read(mail, as: .mail)
        #expect(outcome.drafts.first?.bylines == ["Ada Lind"])
        #expect(outcome.items.last?.member == "ferry notes.txt")
        #expect(outcome.texts.last == "Subject: =?utf-8?Q?x?= is how it begins.")
    }

    @Test func `Of two forms the plain one is read`() {
        let mail = parts(
            "alternative", "Content-Type: text/plain\n\nThe ferry left at six.",
            "Content-Type: text/html\n\n<p>The <b>ferry</b> left at six.</p>")
        #expect(read(mail, as: .mail).texts == ["The ferry left at six."])
    }

    @Test func `A plain form that only points to the other one is passed over`() {
        let mail = parts(
            "alternative", "Content-Type: text/plain\n\nSee https://courier.example/letter/17",
            "Content-Type: text/html\n\n<h1>Morning</h1><p>The ferry left at six.</p>")
        #expect(read(mail, as: .mail).texts == ["Morning\n\nThe ferry left at six."])
    }

    @Test func `The text is put together, and attached articles are their own`() {
        let mail = parts(
            "mixed", "Content-Type: text/plain\n\nBefore the picture.",
            "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=",
            "Content-Type: text/plain\n\nBehind it.",
            "Content-Type: text/plain; name=\"second.txt\"\n\nA second report.",
            """
            Content-Type: application/json
            Content-Disposition: attachment; filename="third.json"
            Content-Transfer-Encoding: base64

            eyJoZWFkbGluZSI6IlRoaXJkIiwidGV4dCI6IkEgdGhpcmQgcmVwb3J0LiJ9
            """)
        let outcome = read(mail, as: .mail)
        #expect(
            outcome.texts == [
                "Before the picture.\n\nBehind it.", "A second report.", "A third report.",
            ])
        #expect(outcome.drafts.map(\.headline) == ["The ferry runs again", nil, "Third"])
    }

    @Test func `A forwarded message is an article with its own fields`() {
        let mail = parts(
            "mixed", "Content-Type: text/plain\n\nFor tomorrow.",
            "Content-Type: message/rfc822\n\nFrom: Ada Lind <ada@x.example>\nSubject: Tunnel\n\nDug."
        )
        let outcome = read(mail, as: .mail)
        #expect(outcome.texts == ["For tomorrow.", "Dug."])
        #expect(outcome.drafts.last?.headline == "Tunnel")
        #expect(outcome.drafts.last?.bylines == ["Ada Lind"])
    }

    @Test(arguments: [
        "---------- Forwarded message ---------\nFrom: *Ada Lind* <ada@x.example>\nDate: Mon, 2 Mar\n"
            + "Subject: Re: Tunnel\nTo: <m@x.example>\n\nDug.\n\nAll of it.",
        "\nAnfang der weitergeleiteten Nachricht:\n\n> Von: Ada Lind <ada@x.example>\n"
            + "> Betreff: Tunnel\n> Datum: Mon, 2 Mar\n\nDug.\n\nAll of it.",
    ])
    func `What is forwarded in the text is the article`(text: String) throws {
        let draft = try #require(read(message("", text), as: .mail).drafts.first)
        #expect(draft.headline == "Tunnel")
        #expect(draft.bylines == ["Ada Lind"])
        #expect(draft.published == "Mon, 2 Mar")
        #expect(draft.text == Array("Dug.\n\nAll of it.".utf8))
    }

    @Test(arguments: [
        (
            "FYI\n\nAda",
            "-----Original Message-----\nFrom: Jon Ås [mailto:jon@x.example]\nSent: Mon, 2 Mar\nTo: A\nSubject: Tunnel\n\nDug.\n"
        ),
        (
            "",
            "\n\nFrom: Jon Ås <jon@x.example>\nSent: Mon, 2 Mar\nTo: A\nSubject: Tunnel\n\nDug.\n"
        ),
        (
            "",
            "________________________________\nFrom: Jon Ås <jon@x.example>\nSent: Mon, 2 Mar\nSubject: Tunnel\n\nDug.\n"
        ),
        (
            "Bitte.",
            "Von: Jon Ås <jon@x.example>\nGesendet: Mon, 2 Mar\nAn: A\nBetreff: Tunnel\n\nDug.\n"
        ),
        (
            "Merci.",
            "De : Jon Ås <jon@x.example>\nEnvoyé : Mon, 2 Mar\nÀ : A\nObjet : Tunnel\n\nDug.\n"
        ),
        (
            "",
            "\n> Begin forwarded message:\n> \n> From: Jon Ås <jon@x.example>\n> Subject: Tunnel\n> Date: Mon, 2 Mar\n> \n> Dug.\n> \n"
        ),
        (
            "FYI.",
            "---------- Forwarded message ---------\nFrom: Jon Ås <jon@x.example>\nDate: Mon, 2 Mar\nSubject: Tunnel\n\n\nDug.\n"
        ),
    ])
    func `A forwarded report behind a note is the article`(note: String, text: String) throws {
        let mail = "From: Desk <d@x.example>\nSubject: FW: Re: Old\nIn-Reply-To: <1@x>\n\n"
        let draft = try #require(read(mail + note + "\n\n" + text, as: .mail).drafts.first)
        #expect(String(decoding: draft.text, as: UTF8.self).split(separator: "\n") == ["Dug."])
        #expect(draft.headline == "Tunnel")
        #expect(draft.bylines == ["Jon Ås"])
        #expect(draft.published == "Mon, 2 Mar")
        #expect(
            draft.extra.filter { $0.key == "note" }.map(\.value) == (note.isEmpty ? [] : [note]))
        #expect(draft.form == .mail(isReply: false))
    }

    @Test func `A forwarded report behind a long text stays with it`() throws {
        let own = String(repeating: "The ferry left the harbour at six. ", count: 30)
        let text = own + "\n\n-----Original Message-----\nFrom: a\nSent: b\nSubject: c\n\nDug."
        let outcome = read("Subject: Fwd: Old\n\n" + text, as: .mail)
        #expect(outcome.texts == [text])
        #expect(outcome.drafts.first?.form == .mail(isReply: false, isForward: true))
    }

    @Test func `Attached files are read by their names, or told`() {
        let file = "Content-Disposition: attachment; filename="
        let mail = parts(
            "mixed", "Content-Type: text/plain\n\nSee the attached files.",
            "Content-Type: application/octet-stream\n\(file)story.TXT\n\nIt left at six.",
            "Content-Type: application/octet-stream\n\(file)key.asc\n\nA key.",
            "Content-Type: application/pdf\n\(file)a.pdf\n\n%PDF-1.4 …",
            "Content-Type: application/zip\n\(file)a.zip\n\nPK\u{3}\u{4}\u{14}\u{0}\u{0}\u{0}",
            "Content-Type: image/gif\n\(file)a.gif\n\nGIF89a")
        let outcome = read(mail, as: .mail)
        #expect(outcome.texts == ["See the attached files.", "It left at six."])
        #expect(outcome.codes == ["unsupported-kind", "unsupported-kind"])
        #expect(outcome.items.map(\.member) == [nil, "story.TXT", "a.pdf", "a.zip"])
        let report = String(repeating: "The ferry left the harbour at six. ", count: 20)
        let withCopy = parts(
            "mixed", "Content-Type: text/plain\n\n\(report)",
            "Content-Type: application/pdf\n\(file)a.pdf\n\n%PDF-1.4 …")
        #expect(read(withCopy, as: .mail).codes.isEmpty)
    }

    @Test func `What only looks forwarded is the text`() {
        for text in [
            "Forwarded message", "See below.\n\n--- Forwarded message ---\nFrom: a\nTo: b\n\nc",
        ] {
            let outcome = read(message("X-Mailer: none", text), as: .mail)
            #expect(outcome.texts == [text])
            #expect(outcome.drafts.map(\.bylines) == [["Maren Tveit"]])
        }
    }

    @Test func `Transfer encodings and flowed lines are undone`() {
        #expect(
            read(
                message("Content-Transfer-Encoding: quoted-printable", "One li=\nne, 5 =3D five."),
                as: .mail
            ).texts == ["One line, 5 = five."])
        let flowed = message(
            "Content-Type: text/plain; format=flowed; delsp=yes",
            "The ferry le \nft at six.\n From the harbour \nit went north.\n-- \nMaren")
        #expect(
            read(flowed, as: .mail).texts == [
                "The ferry left at six.\nFrom the harbourit went north.\n-- \nMaren"
            ])
    }

    @Test func `A page that a browser saved is read as the page`() throws {
        let prose = String(
            repeating: "The ferry left the harbour at six in the morning. ", count: 9)
        let page = """
            From: <Saved by a browser>
            Snapshot-Content-Location: https://courier.example/ferry
            Subject: Ferry - Courier
            MIME-Version: 1.0
            Content-Type: multipart/related; type="text/html"; boundary="cut"

            --cut
            Content-Type: text/html
            Content-Location: https://courier.example/ferry

            <html><body><article><h1>Ferry</h1><p>\(prose)</p></article></body></html>
            --cut--
            """
        let outcome = read(page, as: .mhtml)
        #expect(outcome.fault == nil)
        let text = try #require(outcome.texts.first)
        #expect(text.contains("The ferry left the harbour"))
        #expect(!text.contains("Snapshot"))
    }

    @Test func `What holds no text is no article`() {
        #expect(read("Subject: x\n\n \n", as: .mail).code == "no-article")
        let locked = parts("encrypted", "Content-Type: application/pgp-encrypted\n\nVersion: 1")
        #expect(read(locked, as: .mail).fault?.reason.what == "The mail is encrypted.")
    }
}
