/// A line that holds nothing but names of social networks and what one does with a page there:
/// "Facebook", "Share on X", "Auf WhatsApp teilen", "Copy link", "Facebook X Email Print".
struct NetworkLine {
    /// How many networks and actions it names.
    var count = 0
    /// How many of them are actions of a page ("Copy link"), not also names of companies.
    var actions = 0

    private static let networkNames = [
        "facebook", "facebook messenger", "messenger", "twitter", "x", "x (twitter)",
        "x/twitter", "whatsapp", "telegram", "linkedin", "pinterest", "reddit", "tumblr", "threads",
        "bluesky", "instagram", "flipboard", "mastodon", "viber", "vk", "vkontakte", "xing",
        "pocket", "youtube", "tiktok", "snapchat", "skype", "wechat", "weibo", "hacker news",
        "google news", "signal", "truth social", "nextdoor", "gmail", "google+", "digg",
        "email", "e-mail", "mail", "sms", "rss", "微信", "微博", "はてなブックマーク", "вконтакте",
        "одноклассники",
    ]
    private static let networks = Phrases(networkNames)
    private static let actionNames = [
        "copy link", "copy url", "copy article link", "copy link to clipboard", "copied",
        "copied!", "link copied", "link copied!", "copy", "print", "print article",
        "print this page", "share", "tweet", "pin", "pin it", "share link", "save", "bookmark",
        "email this", "email a link", "more options", "link kopieren", "drucken", "teilen",
        "twittern", "flippen", "e-mail senden", "lien copié", "copier le lien", "imprimer",
        "partager", "copiar enlace", "copiar url", "imprimir", "compartir", "copiar link",
        "compartilhar", "copia link", "condividi", "stampa", "kopieer link", "kopiuj link",
        "kopírovat odkaz", "ссылка скопирована", "скопировать ссылку", "поделиться", "复制链接",
        "印刷", "リンクをコピーする", "リンクをコピー", "シェア", "ツイート",
    ]
    private static let actions = Phrases(actionNames)
    /// What may stand between them.
    private static let linkWords = [
        "share", "on", "via", "to", "this", "article", "story", "page", "post", "link",
        "send",
        "save", "opens", "in", "new", "window", "auf", "per", "mit", "teilen", "senden", "bei",
        "partager", "sur", "par", "envoyer", "compartir", "en", "por", "enviar", "and", "or",
        "в", "на",
    ]
    private static let links = Set(linkWords)
    private static let leads = LetterTriples(networkNames + actionNames + linkWords)

    /// A cheap look at the printed bytes: no where a line is none for certain.
    static func mayBe(_ passage: Passage) -> Bool {
        passage.count <= 200 && leads.mayBegin(passage)
    }

    /// Nil for any other line.
    init?(_ passage: Passage) {
        guard Self.mayBe(passage) else { return nil }
        // A sign may lead the line in, but a number may not.
        if let first = passage.first, first < 0x80, !first.isASCIILetter { return nil }
        guard !passage.endsSentence || passage.last == 0x21 else { return nil }
        let folded = Folding.fold(passage)
        if Self.actions.equals(folded) {
            count = 1
            actions = 1
            return
        }
        var rest = folded[...]
        while let first = rest.first {
            if !(first.isASCIILetter || first >= 0x80) {
                // Counters of shares, brackets and bars between the names.
                rest.removeFirst()
                continue
            }
            if let length = Self.length(of: Self.actions, rest) {
                count += 1
                actions += 1
                rest = rest.dropFirst(length)
            } else if let length = Self.length(of: Self.networks, rest) {
                count += 1
                rest = rest.dropFirst(length)
            } else {
                let word = rest.prefix { $0.isASCIILetter || $0 >= 0x80 }
                guard Self.links.contains(word.string) else { return nil }
                rest = rest.dropFirst(word.count)
            }
        }
        guard count > 0 else { return nil }
    }

    /// The length of the longest phrase that stands here as words of its own.
    private static func length(of phrases: Phrases, _ rest: Passage) -> Int? {
        guard let length = phrases.prefix(of: Array(rest.prefix(48))) else { return nil }
        let next = rest.dropFirst(length).first
        return next.map { $0.isASCIILetter || $0 >= 0x80 } ?? false ? nil : length
    }
}
