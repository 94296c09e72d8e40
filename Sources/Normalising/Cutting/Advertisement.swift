/// The word that stands over an advertisement on a page.
struct Advertisement: LineRule {
    let rule = Rule.sharing
    let reach = Reach.anywhere

    private static let words = Phrases([
        "advertisement", "advertisement - scroll to continue", "advertising", "anzeige", "werbung",
        "publicité", "publicidad", "реклама", "广告", "広告", "スポンサーリンク",
        "story continues below advertisement", "article continues below advertisement",
        "article continues after advertisement", "story continues after advertisement",
        "article continues below", "scroll to continue", "continue reading the main story",
        "skip advertisement",
    ])

    func mayTake(_ passage: Passage) -> Bool {
        passage.count <= 60 && Self.words.mayBegin(passage)
    }

    func takes(_ line: Line, _ place: Surroundings) -> Bool {
        line.printed.count <= 60 && Self.words.equals(line.folded) && place.isBesideProse
            && !place.isIntroduced
    }
}
