import Testing

@testable import Normalising

@Suite("Lines under a byline")
struct BylineSupplementTests {
    static let lines: [(String, String?)] = [
        ("Staff Writer", nil), ("Political Correspondent", nil), ("in Berlin", nil),
        ("Associated Press", "Associated Press"), ("The Canadian Press", "The Canadian Press"),
        ("for the Herald", nil), ("BBC News", "BBC News"), ("BBC News, Ostermund", "BBC News"),
        ("@janedoe", nil), ("jane.doe@courier.example", nil), ("Twitter: @janedoe", nil),
        ("Health Editor, the Courier", nil), ("Special to The Courier", nil),
        ("Leitender Wirtschaftsredakteur", nil), ("Chief Reporter in Ostermund", nil),
    ]

    @Test("leave the text", arguments: lines.indices)
    func supplement(index: Int) throws {
        let (line, source) = Self.lines[index]
        for (head, headline) in [("", nil), ("Harbour to close\n", "Harbour to close")] {
            for separator in ["\n", "\n\n"] {
                let text = head + ["By Jane Doe", line].joined(separator: separator)
                let result = try plain(text + separator + "OSTERMUND — " + Report.text)
                #expect(result.paragraphs == Report.paragraphs, "\(line)")
                #expect(result.article.headline == headline)
                #expect(result.article.bylines == ["Jane Doe"])
                #expect(result.article.source == source)
                #expect(result.article.dateline?.place == "OSTERMUND")
                try expectAtRest(result)
            }
        }
    }

    @Test("several, and a date among them")
    func several() throws {
        let head = "By Jane Doe\nPolitical Correspondent\n@janedoe\nPublished 23 May 2025\n"
        let result = try plain(head + Report.text)
        #expect(result.paragraphs == Report.paragraphs)
        #expect(result.article.published?.printed == "23 May 2025")
    }

    @Test(
        "other lines stay, and are no headline",
        arguments: [
            "Business as usual", "In Cold Water", "Political football", "The harbour closes",
            "For Whom the Tide Turns", "Writer's block in the north", "At the old cannery",
            "The editor who would not leave",
        ])
    func others(line: String) throws {
        let result = try plain("By Jane Doe\n" + line + "\n" + Report.text)
        #expect(result.paragraphs == [line] + Report.paragraphs)
        #expect(result.article.headline == nil)
        #expect(result.article.bylines == ["Jane Doe"])
        try expectAtRest(result)
    }

    @Test("an office without a byline over it stays")
    func alone() throws {
        let lines = [Report.paragraphs[0], "Staff Writer", Report.paragraphs[1]]
        #expect(try plain(lines.joined(separator: "\n")).paragraphs == lines)
    }
}
