/// A page's bar for sharing: lines that only name networks and actions, under a label ("Share this
/// article") or so many of them that they can be nothing else.
enum NetworkBar {
    /// A label beyond doubt; "Share" alone may head a column of figures.
    private static let labelNames = [
        "share this article", "share this story", "share this post", "share this page",
        "share article", "share this", "share this:", "share this article:", "share this story:",
        "share this post:", "share this article on", "share this article in your social network",
        "share this with", "share via", "share on", "share with your friends", "artikel teilen",
        "artikel teilen mit", "jetzt teilen auf", "beitrag teilen", "seite teilen",
        "partager cet article", "partager l'article", "partager sur", "compartir este artículo",
        "compartir en", "condividi questo articolo", "condividi su", "compartilhe esta notícia",
        "deel dit artikel", "del artikkel", "del artikkelen", "dela artikeln", "sdílejte článek",
        "bu haberi paylaşın", "haberi paylaş", "поделиться ссылкой", "分享到",
    ]
    private static let labels = Phrases(labelNames)
    private static let leads = LetterTriples(labelNames)

    static func cut(from manuscript: inout Manuscript) {
        manuscript.cut(find(in: manuscript).map { ($0, .sharing) })
    }

    /// The paragraphs of all such bars.
    private static func find(in manuscript: Manuscript) -> [Int] {
        var found: [Int] = []
        let total = manuscript.paragraphs.count
        var index = 0
        while index < total {
            var end = index
            var bar = Bar()
            while end < total, bar.take(manuscript.passage(end)) { end += 1 }
            if end > index {
                let previous = index > 0 ? manuscript.passage(index - 1) : nil
                let next = end < total ? manuscript.passage(end) : nil
                if bar.isSure(Surroundings(previous: previous, next: next)) {
                    found.append(contentsOf: index..<end)
                }
            }
            index = max(end, index + 1)
        }
        return found.count < total ? found : []
    }

    /// Lines one after the other.
    private struct Bar {
        var names = 0
        var actions = 0
        var hasLabel = false

        mutating func take(_ passage: Passage) -> Bool {
            if passage.count > 200 { return false }
            if leads.mayBegin(passage), NetworkBar.isLabel(passage) {
                hasLabel = true
                return true
            }
            guard let line = NetworkLine(passage) else { return false }
            names += line.count
            actions += line.actions
            return true
        }

        func isSure(_ place: Surroundings) -> Bool {
            if place.isIntroduced { return false }
            if hasLabel && names > 0 { return true }
            guard names >= 3, actions >= 1 else { return false }
            // So many can stand after any line, fewer only between the report's own.
            let isLong = names >= 5 || (names >= 4 && actions >= 2)
            return (place.previous?.endsSentence ?? true || isLong)
                && (place.next?.isProse ?? true || isLong)
        }
    }

    private static func isLabel(_ passage: Passage) -> Bool {
        guard passage.count <= 60, labels.mayBegin(passage) else { return false }
        var folded = Folding.fold(passage)
        while let last = folded.last, [0x3A, 0x20].contains(last) { folded.removeLast() }
        return labels.equals(folded)
    }
}
