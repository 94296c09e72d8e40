import Testing

@testable import Normalising

@Suite("What is cut")
struct RuleTests {
    static let tails: [(Rule, String)] = [
        (.readAlso, "ALSO READ NEWS FROM THE COAST"),
        (.readAlso, "Also read: Herring prices fall for a third week"),
        (.readAlso, "READ MORE: What the new gates will cost"),
        (.readAlso, "Related: The long history of the northern basin"),
        (.readAlso, "Lesen Sie auch: Was die neuen Tore kosten"),
        (.readAlso, "Lire aussi : Ce que coûteront les nouvelles portes"),
        (.readAlso, "Lea también: Lo que costarán las nuevas compuertas"),
        (.readAlso, "Читайте также: Сколько будут стоить новые ворота"),
        (.readAlso, "相关阅读：新船闸要花多少钱"),
        (.promotion, "Sign up for our newsletter"),
        (.promotion, "Unlock the Coastal Report newsletter for free"),
        (
            .promotion,
            "Subscribe to the Morning Tide newsletter to get the news in your inbox for free."
        ),
        (.promotion, "Abonnieren Sie unseren Newsletter"),
        (.promotion, "Inscrivez-vous à notre newsletter"),
        (.promotion, "Подпишитесь на наш канал в Telegram"),
        (.rights, "\u{A9} 2025 Ostermund Courier"),
        (.rights, "Copyright 2025 The Ostermund Courier. All rights reserved."),
        (.rights, "All rights reserved."),
        (
            .rights,
            "This material may not be published, reproduced or redistributed without permission."
        ),
        (.rights, "Alle Rechte vorbehalten."),
        (.rights, "Все права защищены."),
        (.rights, "本文系本网独家稿件，未经授权，不得转载。"),
        (.originalSource, "Original source: https://news.example/harbour/17"),
        (.originalSource, "原文链接：https://news.example/harbour/17"),
        (.disclaimer, "Disclaimer: The views expressed here are those of the author alone."),
        (.disclaimer, "The views expressed in this article are those of the author."),
        (.disclaimer, "免责声明：本文仅代表作者观点。"),
        (.credits, "(Reporting by Jane Doe in Ostermund; Editing by John Roe)"),
        (.credits, "Reporting by Jane Doe and Max Muster; additional reporting by Ola Brandt"),
        (.credits, "Associated Press writer Jane Doe in Vestby contributed to this report."),
        (.sharing, "Share this article"),
        (.sharing, "Tags: harbour, fishing, Ostermund"),
        (.sharing, "Follow us on Facebook"),
        (.sharing, "Advertisement"),
        (.caption, "The northern basin at low tide. (Photo by Jane Doe)"),
        (.caption, "The northern basin at low tide, photo by Jane Doe"),
        (
            .caption,
            "The northern basin at low tide. Jane Doe/Getty Images".replacing(
                "Jane Doe/Getty Images", with: "(Jane Doe/Getty Images)")
        ),
        (.caption, "Photo: Jane Doe/Reuters"),
        (.caption, "FILE PHOTO: The northern basin at low tide. REUTERS/Jane Doe"),
        (.caption, "Foto: dpa"),
        (.endMark, "ENDS"), (.endMark, "-30-"), (.endMark, "###"), (.endMark, "(END)"),
    ]

    @Test("from the end", arguments: tails.indices)
    func tail(index: Int) throws {
        let (rule, line) = Self.tails[index]
        let result = try plain(Report.with(tail: line))
        #expect(result.paragraphs == Report.paragraphs, "\(line)")
        #expect(result.cuts == [Cut(rule: rule, text: line, line: 4)])
        try expectAtRest(result)
    }

    @Test("captions, pointers and promotions from the middle")
    func middle() throws {
        let lines = [
            "Photo: Jane Doe/Reuters", "Read more: What the new gates will cost",
            "Unlock the Coastal Report newsletter for free",
        ]
        for line in lines {
            var text = Report.paragraphs
            text.insert(line, at: 1)
            let result = try plain(text.joined(separator: "\n"))
            #expect(result.paragraphs == Report.paragraphs, "\(line)")
        }
    }

    @Test("notices in the middle of a report stay")
    func noticesInside() throws {
        for line in [
            "Disclaimer: The views expressed in this article are those of the author.",
            "All rights reserved.", "Share this article", "ENDS",
        ] {
            var text = Report.paragraphs
            text.insert(line, at: 1)
            #expect(try plain(text.joined(separator: "\n")).paragraphs == text, "\(line)")
        }
    }

    @Test("rights notices are kept in the licence, the last line last")
    func licence() throws {
        let result = try plain(
            Report.with(
                tail:
                    "This article may not be reprinted.\nAll rights reserved.\n\u{A9} 2025 Courier")
        )
        #expect(
            result.article.license
                == "This article may not be reprinted.\nAll rights reserved.\n\u{A9} 2025 Courier")
        #expect(result.paragraphs == Report.paragraphs)
        try expectAtRest(result)
    }

    @Test("a second address that differs stays in the text")
    func secondAddress() throws {
        let line = "Original source: https://news.example/2"
        let result = try fields(Report.with(tail: line)) { $0.url = "https://news.example/1" }
        #expect(result.article.url == "https://news.example/1")
        #expect(result.paragraphs.last == line)
    }

    @Test("reporters in the credits are bylines where none stood at the head")
    func credits() throws {
        let tail = "(Reporting by Jane Doe and John Roe in Ostermund; Editing by Max Muster)"
        #expect(try plain(Report.with(tail: tail)).article.bylines == ["Jane Doe", "John Roe"])
        let signed = try plain("By Ola Brandt\n" + Report.with(tail: tail))
        #expect(signed.article.bylines == ["Ola Brandt"])
        #expect(signed.paragraphs == Report.paragraphs)
    }

    @Test("a repeated sentence goes where it is a paragraph, and only there")
    func repeated() throws {
        let again = "The authority has set aside four million crowns for such a quay."
        let result = try plain(
            (Report.paragraphs[..<2] + [again] + Report.paragraphs[2...])
                .joined(separator: "\n"))
        #expect(result.paragraphs == Report.paragraphs)
        #expect(result.cuts == [Cut(rule: .repeatedSentence, text: again, line: 3)])
        try expectAtRest(result)
        for kept in [
            "\u{201C}\(again)\u{201D}", "Four million crowns.", "The authority has set aside four.",
        ] {
            let text = Report.paragraphs[..<2] + [kept] + Report.paragraphs[2...]
            #expect(try plain(text.joined(separator: "\n")).paragraphs == Array(text))
        }
    }

    @Test("other reports under a label")
    func labelled() throws {
        let tail = """
            Related stories
            Harbour master refuses to open the gates
            Council moves the lighthouse after complaints from its keeper
            """
        let result = try plain(Report.with(tail: tail))
        #expect(result.paragraphs == Report.paragraphs)
        #expect(result.rules == Array(repeating: .otherHeadlines, count: 3))
        try expectAtRest(result)
    }

    @Test(
        "headlines of other reports, few and after a short last sentence",
        arguments: [
            "The case continues.", "A ruling is due in May, the court said in a statement.",
        ])
    func fewHeadlines(last: String) throws {
        let tail = """
            Spain Beats Portugal in Friendly as Ruiz Scores Twice
            Wildfire Near Coimbra Forces Hundreds From Their Homes
            European Central Bank Holds Rates Steady Despite Fears
            Brazil's President Arrives in Luanda for State Visit
            """
        let result = try plain(Report.with(tail: last + "\n" + tail))
        #expect(result.paragraphs == Report.paragraphs + [last])
        try expectAtRest(result)
    }

    @Test("other reports in sentence case, on other subjects")
    func foreign() throws {
        let tail = """
            Parliament in Veldland rejects budget after night of heated argument
            Striker Paulo Mendes signs for Santa Rita on a four-year contract
            Volcano on Kirimba erupts for the second time since January
            Court orders Brightwater to pay damages over polluted wells
            Scientists warn of record pollen season across southern Arvania
            Airline cancels hundreds of flights as pilots in Tressa walk out
            """
        let result = try plain(Report.with(tail: tail))
        #expect(result.paragraphs == Report.paragraphs)
        try expectAtRest(result)
    }

    @Test("every rule has a name of its own and says what it does")
    func names() {
        #expect(Set(Rule.allCases.map(\.explanation)).count == Rule.allCases.count)
        #expect(Rule.otherHeadlines.rawValue == "other-headlines")
    }

    @Test("a draft without anything is refused, with a sentence that helps")
    func refused() throws {
        for text in ["", " \n\t\u{200B}\n\u{A0}", "\u{FEFF}"] {
            #expect(throws: Refusal.empty) { try plain(text) }
        }
        #expect(Refusal.empty.description.contains("headline"))
        #expect(try fields("") { $0.headline = "Gates to be replaced" }.article.text.isEmpty)
    }
}
