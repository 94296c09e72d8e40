/// What a page puts under a report: share, follow, tags, comments.
struct Sharing: LineRule {
    let rule = Rule.sharing
    let reach = Reach.tail

    private static let whole = Phrases([
        "share", "share this", "share this article", "share this story", "share this post",
        "share this page", "tweet", "print", "print this article", "email this article", "comments",
        "leave a comment", "post a comment", "add a comment", "no comments", "0 comments",
        "view comments", "back to top", "artikel teilen", "teilen", "drucken", "kommentare",
        "partager", "partager cet article", "commentaires", "compartir", "compartir este artículo",
        "comentarios", "поделиться", "комментарии", "分享", "分享到", "评论", "シェア", "シェアする",
        "コメント", "ツイート", "share article", "end of article", "join the conversation",
        "join the discussion", "have your say", "leave a reply", "post comment", "write a comment",
        "show comments", "hide comments", "read comments", "view all comments",
        "comment on this story",
        "comments are closed", "report an error", "report error", "report a typo",
        "report an editorial error", "report a technical issue", "submit a correction",
        "corrections and clarifications", "journalistic standards", "editorial code of conduct",
        "zur startseite", "zurück zur startseite", "beitrag kommentieren", "kommentar schreiben",
        "diskutieren sie mit", "artikel verschenken", "artikel merken", "nach oben",
        "fehler melden", "ajouter un commentaire", "lire les commentaires", "retour en haut",
        "ver comentarios", "reportar un error", "imprimir", "imprimer", "commenter",
        "leggi i commenti", "i commenti dei lettori", "condividi", "condividi questo articolo",
        "comentários", "compartilhe", "compartilhar", "deel dit artikel", "reageer",
        "del artikkel", "dela artikeln", "sdílejte článek", "diskuze", "haberi paylaş",
        "bu haberi paylaşın", "skomentuj", "udostępnij", "обсудить", "оставить комментарий",
        "our standards: the thomson reuters trust principles",
    ])
    private static let openings = Phrases([
        "share this article on ", "share this story on ", "share on facebook", "share on twitter",
        "share on x", "share on whatsapp", "share via ", "tags: ", "tagged: ", "tagged with ",
        "filed under: ", "filed under ", "topics: ", "schlagworte: ", "schlagwörter: ",
        "mots-clés : ", "mots-clés: ", "etiquetas: ", "temas: ", "теги: ", "метки: ", "标签:",
        "关键词:", "タグ:", "published under: ", "posted in ", "related topics: ", "etichette: ",
    ])
    private static let follow = Phrases([
        "follow us on ", "follow us", "like us on facebook", "find us on facebook",
        "folgen sie uns auf ", "folgen sie uns", "suivez-nous sur ", "suivez-nous", "síguenos en ",
        "síguenos", "síganos en ", "подписывайтесь на нас",
    ])

    /// What a page counts: "Comments (12)", "12 Kommentare".
    private static let counted = Phrases([
        "comment", "comments", "kommentar", "kommentare", "commentaire", "commentaires",
        "comentario", "comentarios", "commento", "commenti", "comentários", "reacties",
        "kommentarer", "komentarze", "комментарии", "комментариев", "评论", "コメント",
        "anzahl kommentare", "shares",
    ])

    func mayTake(_ passage: Passage) -> Bool {
        (passage.count <= 40 && (passage.first?.isASCIIDigit ?? false))
            || Self.counted.mayBegin(passage) || Self.whole.mayBegin(passage)
            || Self.openings.mayBegin(passage)
            || Self.follow.mayBegin(passage)
    }

    func takes(_ line: Line, _ place: Surroundings) -> Bool {
        line.wordCount <= 30 && isFurniture(line) && !line.isQuoted && !line.isAttributed
            && place.previous.map { $0.endsSentence || isBehind($0) } ?? true
    }

    private func isFurniture(_ line: Line) -> Bool {
        if Self.whole.equals(line.folded.withoutEllipsis) || isCount(line) { return true }
        if Self.openings.prefix(of: line.folded) != nil { return !line.endsSentence }
        // "Follow us", alone or on a network, may well be a sentence.
        return Self.follow.prefix(of: line.folded) != nil
    }

    /// Furniture too, or marks before it.
    private func isBehind(_ previous: Passage) -> Bool {
        guard previous.count <= LineRules.longest else { return false }
        return isFurniture(Line(previous)) || Separator.isSeparator(previous)
            || NetworkLine(previous) != nil
    }

    private func isCount(_ line: Line) -> Bool {
        guard line.printed.count <= 60 else { return false }
        let isNoise = { (byte: UInt8) in
            byte.isASCIIDigit || [0x20, 0x28, 0x29, 0x3A, 0x5B, 0x5D].contains(byte)
        }
        var rest = line.folded[...]
        while let first = rest.first, isNoise(first) { rest.removeFirst() }
        while let last = rest.last, isNoise(last) { rest.removeLast() }
        return rest.count < line.folded.count && Self.counted.equals(Array(rest))
    }
}

extension [UInt8] {
    /// Without dots, a colon and blanks at the end.
    fileprivate var withoutEllipsis: [UInt8] {
        var rest = self
        while let last = rest.last, [0x2E, 0x3A, 0x20, 0x21].contains(last) { rest.removeLast() }
        return rest
    }
}
