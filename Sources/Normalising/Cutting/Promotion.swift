/// An invitation to subscribe, register, download or follow.
struct Promotion: LineRule {
    let rule = Rule.promotion
    let reach = Reach.anywhere

    static let openings = Phrases([
        "sign up ", "subscribe", "unlock ", "get the ", "get our ", "get unlimited ", "get your ",
        "join our ", "join the ", "download the ", "download our ", "register for free",
        "register now", "register to ", "support our ", "support independent ", "become a ",
        "already a subscriber", "click here to ", "tap here to ", "to continue reading",
        "to read the full", "to read this ", "this article is for subscribers",
        "this article is reserved for subscribers", "this content is for subscribers",
        "enjoying our ", "stay up to date ", "never miss ", "don't miss ", "receive our ",
        "receive the ", "listen to our ", "for more news", "for the latest ", "start your ",
        "log in to ", "try unlimited ",
        "abonnieren sie ", "jetzt abonnieren", "newsletter abonnieren", "melden sie sich ",
        "hier anmelden", "jetzt registrieren", "abonnez-vous", "inscrivez-vous", "recevez ",
        "téléchargez ", "cet article est réservé", "suscríbete", "suscríbase", "regístrate",
        "recibe ", "reciba ", "descarga ", "подпишитесь", "подписывайтесь", "关注", "扫码",
        "扫描二维码", "点击订阅", "下载", "欢迎关注", "メールマガジン", "無料会員登録", "会員登録",
        "この記事は有料", "この記事は会員限定",
    ])
    private static let goods = Phrases([
        "newsletter", "subscri", "inbox", " app ", " app", "whatsapp", "telegram", "podcast",
        "for free", "free trial", "unlimited access", " alerts", "notifications", "our channel",
        "membership", "our journalism", "independent journalism", "continue reading",
        "full article", "full story", "briefing", "log in", "abonn", "boletín", "boletin",
        "alertas",
        "inscri", "réservé", "рассыл", "канал", "公众号", "客户端", "app", "微信", "频道", "登録",
        "会員", "有料",
    ])
    private static let ours = Phrases([
        " our ", " our", "unser", " nos ", " notre ", " nuestr", " наш", "我们", "本报", "本网",
    ])
    private static let offers = Phrases([
        "inbox", "for free", "free newsletter", "free trial", "unlimited access", "kostenlos",
        "gratuit", "gratis", "бесплатн",
    ])
    private static let newsletters = Phrases([
        "newsletter", "subscri", "briefing", "abonn", "boletín",
    ])

    func mayTake(_ passage: Passage) -> Bool {
        passage.count <= 280 && Self.openings.mayBegin(passage)
    }

    func takes(_ line: Line, _ place: Surroundings) -> Bool {
        guard line.printed.count <= 280, line.wordCount <= 40, !line.isQuoted,
            Self.openings.prefix(of: line.folded) != nil, Self.goods.isContained(in: line.folded),
            !line.isAttributed, !(place.previous?.endsWithColon ?? false)
        else { return false }
        // A publisher speaks of its own.
        if Self.ours.isContained(in: line.folded) { return true }
        guard place.isBesideProse, place.isAlone else { return false }
        if line.endsSentence {
            return Self.newsletters.isContained(in: line.folded)
                && Self.offers.isContained(in: line.folded)
        }
        return line.wordCount <= 16
    }
}
