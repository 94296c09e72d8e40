/// A publisher's disclaimer under a report.
struct Disclaimer: LineRule {
    let rule = Rule.disclaimer
    let reach = Reach.tail

    private static let labels = Phrases([
        "disclaimer:", "disclaimer -", "disclaimer –", "disclaimer —", "editorial disclaimer:",
        "legal disclaimer:", "haftungsausschluss:", "avertissement :", "avertissement:",
        "clause de non-responsabilité", "descargo de responsabilidad:", "aviso legal:",
        "отказ от ответственности:", "дисклеймер:", "免责声明:", "免責事項:", "特别声明:",
    ])
    /// What disclaimers disclaim.
    private static let matters = Phrases([
        "article", "view", "opinion", "author", "content", "information", "advice", "translat",
        "website", " site", "publication", "story", "report", "liab", "responsib", "accura",
        "artikel", "inhalt", "haftung", "meinung", "contenu", "opinions", "contenido", "autor",
        "стать", "мнени", "материал", "автор", "文章", "作者", "观点", "本文", "本站", "記事", "責任",
    ])
    private static let openings = Phrases([
        "the views expressed", "the opinions expressed", "views expressed", "opinions expressed",
        "the views and opinions expressed", "the views and opinions", "any views expressed",
        "this story has not been edited by", "(this story has not been edited by",
        "except for the headline, this story has not been edited by",
        "(except for the headline, this story has not been edited by",
        "die hier geäußerten", "les opinions exprimées", "las opiniones expresadas",
        "мнение автора может не совпадать", "мнение редакции может не совпадать",
        "本文仅代表作者", "本文系作者个人观点", "文章仅代表作者",
    ])
    private static let owners = Phrases([
        "author", "writer", "contributor", "columnist", "do not necessarily",
        "does not necessarily",
        "not necessarily reflect", "syndicated feed", "autor", "verfasser", "auteur", "редакц",
        "作者",
    ])

    func mayTake(_ passage: Passage) -> Bool {
        Self.labels.mayBegin(passage) || Self.openings.mayBegin(passage)
    }

    func takes(_ line: Line, _ place: Surroundings) -> Bool {
        !line.isQuoted && isDisclaimer(line) && !place.isIntroduced
    }

    private func isDisclaimer(_ line: Line) -> Bool {
        if Self.labels.prefix(of: line.folded) != nil {
            return Self.matters.isContained(in: line.folded)
        }
        return Self.openings.prefix(of: line.folded) != nil
            && Self.owners.isContained(in: line.folded) && !line.isAttributed
    }
}
