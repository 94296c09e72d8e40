/// "Do you have a story? Email news@courier.example", "Follow our coverage at https://…": what a
/// newsroom asks of its readers under a report, with an address, or with a link that the text has
/// lost ("Sign up here for the daily briefing.").
struct Invitation: LineRule {
    let rule = Rule.promotion
    let reach = Reach.tail

    /// What asks for news or tells where there is more of it.
    private static let askers = Phrases([
        "get in touch", "do you have a story", "do you have a tip", "do you have a news tip",
        "do you have any information about this story", "do you have more information",
        "do you have information about this story", "do you know more about this story",
        "got a story", "got a tip", "got a news tip", "got news", "have a story", "have a tip",
        "have a news tip", "have you got a story", "have you got a tip", "have you been affected",
        "send us your stories", "send us your story", "send us a tip", "send us your tips",
        "send us your news", "send us your feedback", "send your stories", "send your story",
        "send your news", "send your tips", "send news tips", "send tips", "send a letter to the",
        "submit a letter to the", "email the author", "email the reporter", "email the writer",
        "e-mail the author", "e-mail the reporter", "contact the author", "contact the reporter",
        "contact the writer", "contact the editor", "contact the newsroom", "reach the reporter",
        "reach the author", "reach the writer", "tips:", "news tips:", "read the full story",
        "read the full article", "read the full report", "read the full interview", "read more at",
        "read more on", "find more stories", "see more stories", "more stories at",
        "more stories on", "more news at", "more coverage", "full coverage", "twitter: @",
        "on twitter: @", "on x: @", "follow on twitter", "follow on x", "follow her on ",
        "follow him on ", "follow them on ", "schicken sie uns", "senden sie uns",
        "schreiben sie uns", "haben sie einen hinweis", "fehler gefunden", "ihre meinung ist uns",
        "écrivez-nous", "vous avez une information", "escríbanos", "escríbenos",
        "envíenos sus", "присылайте новости", "пишите нам",
    ])
    /// What "For more …" and "Follow …" must be about.
    private static let coverage = Phrases([
        " coverage", " news", " stories", " headlines", " reporting", " updates", " reports from",
    ])
    private static let coverers = Phrases(["for more ", "follow ", "see more ", "find more "])
    private static let links = Phrases([
        "sign up here ", "subscribe here", "register here ", "click here to read",
        "click here to subscribe", "click here to sign up", "click here to join our",
        "click here to watch", "click here to listen", "click here to see more",
        "click here to view", "click here to get ", "click here to download",
        "click here to support", "click here to follow", "click here for more",
        "click here for the ",
        "click here for our ", "tap here to ",
    ])
    private static let goods = Phrases([
        "newsletter", "briefing", "subscri", " our ", "journalism", "story", "stories", "coverage",
        "updates", "alerts", "full article", "full report", "news", "podcast", " app",
    ])
    private static let addresses = Phrases(["http://", "https://", "www."])

    func mayTake(_ passage: Passage) -> Bool {
        passage.count <= 320
            && (Self.askers.mayBegin(passage) || Self.coverers.mayBegin(passage)
                || Self.links.mayBegin(passage))
    }

    func takes(_ line: Line, _ place: Surroundings) -> Bool {
        guard line.printed.count <= 320, line.wordCount <= 36, !line.isQuoted, !line.isAttributed,
            !place.isInLabelledList, place.followsReport
        else { return false }
        if Self.links.prefix(of: line.folded) != nil {
            return line.wordCount <= 20 && Self.goods.isContained(in: line.folded)
        }
        guard Self.hasAddress(line) else { return false }
        if Self.askers.prefix(of: line.folded) != nil { return true }
        return Self.coverers.prefix(of: line.folded) != nil
            && (Self.coverage.isContained(in: line.folded) || Self.hasHandle(line))
    }

    private static func hasAddress(_ line: Line) -> Bool {
        addresses.isContained(in: line.folded)
            || line.printed.words.contains { word in
                word.contains(0x40) && word.contains(where: \.isASCIILetter)
            }
    }

    /// "@courier".
    private static func hasHandle(_ line: Line) -> Bool {
        line.printed.words.contains { word in
            let bare = word.drop { $0 == 0x28 }
            return bare.first == 0x40 && bare.count >= 3
        }
    }
}
