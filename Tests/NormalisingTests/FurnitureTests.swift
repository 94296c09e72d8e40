import Testing

@testable import Normalising

@Suite("What stands behind a report")
struct FurnitureTests {
    /// The rule that takes the first line of the block, and the block.
    static let tails: [(Rule, [String])] = [
        (
            .credits,
            [
                "(Reporting by Jane Doe; Editing by John Roe)",
                "((jane.doe@courier.example; +44 20 1234 5678; Messaging: jane.doe@courier.example))",
            ]
        ),
        (.credits, ["(jane.doe@courier.example; +44 20 1234 5678)"]),
        (.credits, ["With files from The Canadian Press"]),
        (.credits, ["– additional reporting by Jane Doe"]),
        (.credits, ["Aus dem Englischen von Max Muster"]),
        (.credits, ["Courier writers Jane Doe and John Roe contributed reporting."]),
        (.agency, ["(dmk)"]),
        (.agency, ["sak/Reuters"]),
        (.agency, ["Quelle: sid/dpa"]),
        (.agency, ["— AFP"]),
        (.agency, ["Mit Material von dpa und AFP"]),
        (.agency, ["With agencies"]),
        (
            .sharing,
            [
                "Share this article", "Facebook", "Twitter", "X", "WhatsApp", "Email", "Copy link",
                "Print",
            ]
        ),
        (.sharing, ["Artikel teilen", "Auf Facebook teilen Facebook", "Per WhatsApp teilen"]),
        (.sharing, ["Facebook X WhatsApp Threads Reddit Copy link Email"]),
        (.sharing, ["Comments (12)"]),
        (.sharing, ["30 Kommentare"]),
        (.sharing, ["Have your say...", "0 Comments"]),
        (.sharing, ["Zur Startseite"]),
        (.endMark, ["* * *", "\u{A9} 2025 Courier"]),
        (
            .endMark,
            [
                "___", "Associated Press writer Jane Doe contributed to this report.", "___",
                "Follow the AP's coverage of harbours at https://news.example/harbours",
            ]
        ),
        (.promotion, ["Get in touch: news@courier.example"]),
        (.promotion, ["Do you have a story? Email news@courier.example"]),
        (.promotion, ["Sign up here for the daily briefing."]),
        (.promotion, ["For more news visit www.courier.example"]),
        (.promotion, ["Read the full story at https://courier.example/17"]),
        (.promotion, ["Follow Jane Doe on Twitter: @janedoe"]),
        (.promotion, ["Click here to listen to the news from the coast"]),
        (.otherHeadlines, ["Tags", "herring", "Northern basin", "lock gates"]),
        (.otherHeadlines, ["Artikel teilen", "Lesen Sie mehr zu diesen Themen:", "Hafen"]),
        (
            .disclaimer,
            [
                "(This story has not been edited by our staff and comes from a syndicated feed.)"
            ]
        ),
    ]

    @Test("leaves the text", arguments: tails.indices)
    func tail(index: Int) throws {
        let (rule, lines) = Self.tails[index]
        for separator in ["\n", "\n\n"] {
            let text = (Report.paragraphs + lines).joined(separator: separator)
            let result = try plain(text)
            #expect(result.paragraphs == Report.paragraphs, "\(lines)")
            #expect(result.cuts.map(\.text) == lines)
            if lines.count == 1 { #expect(result.rules == [rule]) }
            #expect(result.rules.contains(rule))
            try expectAtRest(result)
        }
    }

    @Test("a bar of networks leaves the middle and the head as well")
    func bars() throws {
        let bar = ["Share this story", "Facebook", "X", "Copy link"]
        for place in 0..<Report.paragraphs.count {
            var lines = Report.paragraphs
            lines.insert(contentsOf: bar, at: place)
            let result = try plain(lines.joined(separator: "\n"))
            #expect(result.paragraphs == Report.paragraphs)
            #expect(result.article.headline == nil)
            try expectAtRest(result)
        }
        let text = (["Harbour to close", "By Jane Doe"] + bar).joined(separator: "\n")
        let result = try plain(text + "\n" + Report.text)
        #expect(result.article.headline == "Harbour to close")
        #expect(result.article.bylines == ["Jane Doe"])
        #expect(result.paragraphs == Report.paragraphs)
    }

    @Test("lines of marks between paragraphs stay", arguments: ["___", "* * *", "---", "• • •"])
    func sections(mark: String) throws {
        let lines = [Report.paragraphs[0], mark, Report.paragraphs[1], mark, Report.paragraphs[2]]
        let result = try plain(lines.joined(separator: "\n\n"))
        #expect(result.paragraphs == lines)
        let ended = try plain((lines + [mark, "All rights reserved."]).joined(separator: "\n\n"))
        #expect(ended.paragraphs == lines)
    }

    @Test("an agency that signs alone is the source, one that helped is not")
    func source() throws {
        #expect(try plain(Report.with(tail: "(AFP)")).article.source == "AFP")
        #expect(try plain(Report.with(tail: "Mit Material von dpa")).article.source == nil)
        #expect(try plain(Report.with(tail: "dpa/AFP")).article.source == nil)
        let known = try fields(Report.with(tail: "(AFP)")) { $0.source = "Courier" }
        #expect(known.article.source == "Courier")
    }

    /// Endings that look like these and are the report's.
    static let lookalikes: [[String]] = [
        ["The four networks were blocked:", "Facebook", "X", "WhatsApp", "Email"],
        ["The regulator fined three companies on Monday.", "Facebook", "Twitter", "WhatsApp"],
        ["Network", "Share", "Facebook", "Twitter"],
        ["He sent the plans by email and shared them on Facebook"],
        ["Facebook and X rose in early trading"],
        ["The crews can be reached as follows.", "((crew@harbour.example; +47 22 33 44 55))"],
        ["(The office opens at nine.)"], ["(see map)"], ["(Norway)"],
        ["Three hundred scientists contributed to this report."],
        ["Heavy rain in the hills contributed to this story."],
        ["With reporting by telephone forbidden, crews wrote letters"],
        ["With files from the archive under his arm, the keeper left"],
        ["Do you have a boat? Write to the harbour office before the first of May."],
        ["Follow the coast road to the lighthouse and turn left at the chapel."],
        ["For more than ninety years the gates have held the sea at www.harbour.example"],
        ["Sign up here for the evening swim, says the board beside the quay."],
        ["Click here to confirm your account."],
        ["The message had one line:", "Click here for more news about your account"],
        ["Comments on the plan: 412, most of them against it."],
        ["The Tags were a band from Ostermund"],
        [
            "This article was amended on 5 May 2025 to correct the age of the lock gates."
        ],
        ["This story was originally published on 3 May 2025 in the Vestby Mail."],
        ["Jane Doe is the harbour authority's historian."],
        ["Tickets: box@theatre.example", "Hours: 9 to 5"],
        ["mit Blick auf die See"], ["med is a cod in the old dialect"],
        ["Tags", "Herring is sold with a yellow tag in the north of the country.", "Vestby"],
    ]

    @Test("lookalikes stay", arguments: lookalikes)
    func stays(lines: [String]) throws {
        for separator in ["\n", "\n\n"] {
            let all = Report.paragraphs + lines
            let result = try plain(all.joined(separator: separator))
            #expect(result.paragraphs == all)
            #expect(result.cuts.isEmpty)
            try expectAtRest(result)
        }
    }

    @Test("rules for the end take none of the report's own lines, in whatever order they stand")
    func shuffled() throws {
        var random = SplitMix(state: 8)
        let lines = Self.tails.flatMap(\.1)
        for _ in 0..<300 {
            let tail = (0..<Int.random(in: 1...8, using: &random)).map { _ in
                lines.randomElement(using: &random) ?? ""
            }
            let result = try plain((Report.paragraphs + tail).joined(separator: "\n"))
            #expect(result.paragraphs.starts(with: Report.paragraphs), "\(tail)")
            try expectAtRest(result)
        }
    }
}
