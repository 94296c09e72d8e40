import Articles

/// Lines before the report that say whose it is and when it was published.
struct HeadCredits {
    var times: TimeParser

    /// The most lines that stand before a report.
    private static let most = 6

    /// Cuts them; they fill the fields that are still empty.
    func cut(from manuscript: inout Manuscript) {
        var index = 0
        // Whether the line before was a byline or told more of one.
        var isUnderByline = false
        while index < min(Self.most, manuscript.paragraphs.count), manuscript.paragraphs.count > 1 {
            let passage = manuscript.passage(index)
            if index == 0, let bracket = BracketCredit.parse(passage) {
                if manuscript.article.source == nil { manuscript.article.source = bracket.source }
                if manuscript.article.bylines.isEmpty {
                    manuscript.article.bylines = bracket.bylines
                }
                manuscript.cutHead(of: 0, to: bracket.end, by: .agency)
                continue
            }
            if passage.count > 200 || passage.isProse { break }
            guard isBeforeProse(index, manuscript) else { break }
            if let byline = BylineLine.parse(passage, times) {
                fill(byline, &manuscript.article)
                manuscript.cut(index, by: .byline)
                isUnderByline = true
            } else if isUnderByline, let supplement = BylineSupplement.parse(passage) {
                if manuscript.article.source == nil {
                    manuscript.article.source = supplement.source
                }
                manuscript.cut(index, by: .byline)
            } else if let lines = PublishedLine.parse(passage, times) {
                if manuscript.article.published == nil {
                    manuscript.article.published = lines.published
                }
                if manuscript.article.updated == nil { manuscript.article.updated = lines.updated }
                manuscript.cut(index, by: .published)
            } else {
                index += 1
                isUnderByline = false
            }
        }
    }

    private func isBeforeProse(_ index: Int, _ manuscript: Manuscript) -> Bool {
        let end = min(index + 5, manuscript.paragraphs.count)
        return (index + 1..<end).contains { manuscript.passage($0).isProse }
    }

    private func fill(_ byline: BylineLine, _ article: inout Article) {
        if article.bylines.isEmpty { article.bylines = byline.names }
        if article.source == nil { article.source = byline.source }
        if article.published == nil { article.published = byline.published }
    }
}
