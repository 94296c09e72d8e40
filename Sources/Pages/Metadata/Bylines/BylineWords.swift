/// The words around the names in bylines.
enum BylineWords {
    /// What bylines begin with, in lower case; longer ones first where one begins another.
    static let labels = [
        "last updated by", "written by:", "written by", "posted by:", "posted by", "published by",
        "reported by", "reviewed by", "edited by", "article by:", "article by", "story by",
        "words by", "text by", "contributed by", "submitted by", "created by", "authored by",
        "compiled by", "by:", "by", "authors:", "author:", "authors", "author", "byline:",
        "the author", "about the author", "view all posts by", "more from", "follow", "more about",
        "about", "read more articles by",
        "read the latest from", "mehr artikel von", "mehr von", "im wortlaut von", "alles von",
        "quelle:", "source:", "foto:", "photo:", "beitragvon", "beitrag von",
        "von:", "von", "vom", "text:", "text von", "texte:", "autoren:", "autorin:", "autor:",
        "autor", "autorin", "autor/in:", "verfasst von", "geschrieben von", "ein beitrag von",
        "ein artikel von", "ein gastbeitrag von", "gastbeitrag von", "beitrag von", "artikel von",
        "pressemitteilung von", "eine analyse von", "ein kommentar von", "kommentar von",
        "zeige alle beiträge von", "alle beiträge von", "alle artikel von", "interview:",
        "bericht:",
        "par:", "par", "propos recueillis par", "écrit par", "publié par", "rédigé par", "auteur:",
        "auteur :", "por:", "por", "escrito por", "publicado por", "texto:", "autora:",
        "redacción:",
        "di:", "di", "a cura di", "scritto da", "pubblicato da", "articolo di", "autore:",
        "door:", "door", "geschreven door", "geplaatst door", "tekst:", "af:", "af", "av:", "av",
        "skrevet af", "skrevet av", "skriven av", "tekst", "od", "autor článku:", "napsal",
        "napisał", "opracował", "автор:", "автор", "авторы:", "текст:", "yazan:", "haber:",
        "muhabir:", "penulis:", "oleh:", "oleh", "reporter:", "editor:", "tác giả:", "作者：", "作者:",
        "作者", "記者", "记者", "撰文：", "撰文", "文／", "文/", "文：", "文:", "責任編輯：", "编辑：",
        "来源：", "執筆：", "文＝", "文・", "글", "기자:",
    ].sorted { $0.utf8.count > $1.utf8.count }

    /// What may stand before "by" and "von" in the middle of a byline.
    static let middleLabels = [" written by ", " posted by ", " by ", " geschrieben von "]

    /// The first word of what a person is, behind the name; in lower case.
    static let roles: Set<String> = [
        "senior", "head", "chief", "lead", "founder", "co-founder", "cofounder", "former",
        "editor", "editor-in-chief", "writer", "reporter", "contributor", "contributing",
        "content", "digital", "managing", "associate", "deputy", "political", "correspondent",
        "columnist", "journalist", "author", "director", "manager", "ceo", "cto", "cmo",
        "president",
        "professor", "analyst", "specialist", "coordinator", "consultant", "marketing",
        "freelance", "executive", "assistant", "producer", "photographer", "expert", "owner",
        "creator", "blogger", "publisher", "redakteur", "redakteurin", "chefredakteur",
        "korrespondent", "korrespondentin", "volontär", "volontärin", "autor", "autorin",
        "reporterin", "freier", "freie", "leiter", "leiterin", "ressortleiter", "journaliste",
        "rédacteur", "rédactrice", "correspondant", "correspondante", "periodista", "redactor",
        "redactora", "corresponsal", "giornalista", "redattore", "certified", "registered",
        "games", "sports", "news", "politics", "business", "economics", "science", "health",
        "technology", "tech", "staff", "abteilung", "dietitian", "reviewer",
        "researcher", "partner", "strategist", "copywriter", "intern", "graduate", "student",
        "full", "bio", "home", "hardware", "social", "ai", "fact", "verified", "community", "seo",
        "product", "growth", "research", "sales", "customer", "global", "published", "medically",
    ]

    /// What ends a name wherever it stands.
    static let ends: Set<String> = [
        "min", "minutes", "updated", "published", "posted", "modified", "last", "on", "am", "um",
        "follow", "read", "is", "has", "share", "zu", "le", "comments", "views", "in", "for", "at",
        "with", "as", "stand", "foto", "photo", "bild", "fotos", "quelle", "source", "uhr", "il",
        "el",
        "writes", "schreibt", "フォロー", "sponsored", "advertisement", "comment", "kommentare",
        "kommentar", "auf",
    ]

    /// What the name of a group ends with.
    static let groups: Set<String> = [
        "team", "staff", "editors", "newsroom", "redaktion", "desk", "contributors", "reporters",
        "editorial", "news", "agencies", "contributor",
    ]

    /// Letters behind a name that are no name.
    static let degrees: Set<String> = [
        "md", "phd", "ph.d", "ma", "mba", "rd", "rn", "ms", "msc", "bsc", "bsn", "cfa", "cpa", "jd",
        "esq", "jr", "sr", "ldn", "rdn", "cfp", "fand", "dds", "dvm", "mph", "ba", "bs", "llm",
        "mw",
        "np", "pt", "dpt", "cscs", "lcsw", "m.d", "r.d", "dc", "do", "pa", "psyd", "edd", "ii",
    ]

    /// What is no author, wherever it stands; folded.
    static let nobody: Set<String> = [
        "admin", "administrator", "super user", "wordpressadmin", "webmaster", "root", "user",
        "guest", "author",
        "authors", "autor", "autoren", "editor", "sign in", "log in", "login", "register", "share",
        "home", "menu", "contact", "about", "about us", "archiv anzeigen", "publiziert am",
        "veröffentlicht am", "posted on", "published", "unknown", "anonymous", "none", "null",
        "undefined", "fail", "follow", "follow author", "follow us", "read more", "view profile",
        "profile", "bio", "see all posts", "view all posts", "all posts", "more posts", "website",
        "facebook", "twitter", "instagram", "linkedin", "rss", "email", "comments", "share this",
        "subscribe", "newsletter", "by", "von", "no author", "various", "wp admin", "siteadmin",
        "noc admin", "reply", "antworten", "kontakt", "impressum", "last updated", "updated",
        "verified", "staff", "full bio", "last", "sign", "log", "posted", "updated on", "join",
        "view",
        "minutes", "advertisement", "mehr", "more", "search", "published on",
    ]
}
