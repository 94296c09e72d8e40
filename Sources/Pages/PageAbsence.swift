import Markup

/// Why a page holds no article. Where in doubt it holds one.
package enum PageAbsence: String, Sendable, CaseIterable {
    /// Nothing to read is on it, or only in programs.
    case nothing
    /// It says that something is not there, not allowed, or out of order.
    case error
    /// It asks for consent before it shows anything.
    case consent
    /// It asks for a subscription, and shows at most the beginning of a sentence or two.
    case paywall
    /// It leads to articles and holds none.
    case list

    /// Such as "It is a page that leads to articles and holds none."
    package var sentence: String {
        switch self {
        case .nothing: "It holds nothing to read."
        case .error: "It is a page that tells of an error."
        case .consent: "It is a page that asks for consent to cookies."
        case .paywall: "It shows no more than the offer of a subscription."
        case .list: "It leads to articles and holds none."
        }
    }
}

extension PageAbsence {
    init?(
        _ features: PageFeatures, _ pruning: Pruning, _ blocks: [TextBlock],
        _ metadata: PageMetadata, headline: Int?
    ) {
        let passages = blocks.map { Passage($0, features) }
        let letters = passages.reduce(0) { $0 + $1.letters }
        let prose = passages.reduce(0) { $0 + ($1.isProse ? $1.letters : 0) }
        if letters < 3 {
            self = .nothing
        } else if letters < 600, Self.tellsOfError(features, metadata, headline) {
            self = .error
        } else if letters < 3000, metadata.isArticle != true,
            Self.firstHeading(features).map({ Self.isErrorTitle($0, orItsParts: false) }) ?? false
        {
            self = .error
        } else if letters < 1500, metadata.isArticle != true, Self.asksForConsent(blocks) {
            self = .consent
        } else if metadata.isFree == false, prose < 160, Self.hasPaywall(features) {
            self = .paywall
        } else if letters < 300, Self.offersSubscription(blocks) {
            self = .paywall
        } else if metadata.isArticle != true,
            Self.isList(features, pruning, prose: prose)
                || Self.isListOfExcerpts(features, metadata)
        {
            self = .list
        } else {
            return nil
        }
    }

    private static func tellsOfError(
        _ features: PageFeatures, _ metadata: PageMetadata, _ headline: Int?
    ) -> Bool {
        let tree = features.tree
        let window = (0..<tree.count).first { tree.tag($0) == .title }
        let titles =
            [metadata.headline, firstHeading(features)]
            + [headline, window].map { node in node.flatMap { PlainLine.of($0, in: tree) } }
        // An article on such a page has a headline of its own, which may begin with the same words.
        let isArticle = metadata.isArticle == true
        return titles.contains { isErrorTitle($0 ?? "", orItsParts: !isArticle) }
    }

    private static func firstHeading(_ features: PageFeatures) -> String? {
        let tree = features.tree
        return (0..<tree.count).first { tree.tag($0) == .h1 }
            .flatMap { PlainLine.of($0, in: tree) }
    }

    /// Whether it is the title of such a page, also beside the name of the site.
    private static func isErrorTitle(_ title: String, orItsParts: Bool) -> Bool {
        guard title.utf8.count < 120 else { return false }
        let whole = Folded(title.utf8)
        if errorTitles.contains(whole) { return true }
        guard orItsParts else { return false }
        if errorOpenings.contains(where: { whole.bytes.starts(with: $0.bytes) }) { return true }
        var parts = [title]
        for mark in [" - ", " | ", " – ", " — ", " · ", " :: ", " » "] {
            parts = parts.flatMap { $0.split(separator: mark).map(String.init) }
        }
        return parts.contains { errorTitles.contains(Folded($0.utf8)) }
    }

    /// How pages entitle themselves that say no.
    private static let errorTitles: [Folded] = """
        404 | 301 moved permanently | 302 found | moved permanently | error 404 | 404 error | 404 not found | 404 page not found | page not found | not found
        the page cannot be found | page unavailable | page does not exist
        we cant find that page | this page isnt available | sorry this page isnt available | oops page not found | oops that page cant be found
        nothing found | 403 | 403 forbidden | access denied | access to this page has been denied
        forbidden | 500 internal server error | internal server error | 502 bad gateway | bad gateway
        503 service unavailable | service unavailable | service temporarily unavailable
        504 gateway timeout | gateway timeout | just a moment | attention required cloudflare
        are you a robot | are you human | please verify you are a human | verify you are human
        checking your browser | security check | pardon our interruption | robot check
        site under maintenance | under maintenance | too many requests | 429 too many requests
        seite nicht gefunden | fehler 404 | die seite wurde nicht gefunden | seite nicht verfügbar
        diese seite existiert nicht | page introuvable | page non trouvée | erreur 404
        página no encontrada | pagina non trovata | página não encontrada | pagina niet gevonden
        strona nie znaleziona | nie znaleziono strony | stránka nenalezena | sidan hittades inte
        siden ble ikke funnet | siden blev ikke fundet | sivua ei löytynyt | sayfa bulunamadı
        страница не найдена | сторінку не знайдено | ページが見つかりません | 页面不存在 | 找不到页面
        페이지를 찾을 수 없습니다
        """.split(whereSeparator: { $0 == "|" || $0 == "\n" })
        .map { Folded($0.utf8.filter { $0 > 0x20 }) }

    /// Longer titles begin so.
    private static let errorOpenings: [Folded] = [
        "the page you requested", "sorry we cant find", "access to this page has been denied",
        "attention required cloudflare", "sorry this page isnt", "404 not found",
        "404 page not found",
        "error 404", "403 forbidden", "500 internal server error", "502 bad gateway",
        "503 service unavailable", "504 gateway timeout", "429 too many requests",
    ].map { Folded($0.utf8) }

    /// Whether nearly each paragraph speaks of cookies and consent, and they ask for it.
    private static func asksForConsent(_ blocks: [TextBlock]) -> Bool {
        guard !blocks.isEmpty else { return false }
        let texts = blocks.map { Folded($0.text).bytes }
        func says(_ words: [Folded], _ text: [UInt8]) -> Bool {
            words.contains { text.containsBytes($0.bytes) }
        }
        guard texts.contains(where: { says(dataWords, $0) }),
            texts.contains(where: { says(requestWords, $0) })
        else { return false }
        return texts.areNearlyAll { text in
            says(dataWords, text) || says(consentWords, text) || says(requestWords, text)
        }
    }

    private static let dataWords: [Folded] = words(
        "cookie|gdpr|dsgvo|tracking|personal data|personenbezogen|données personnelles|datos personales"
    )
    private static let consentWords: [Folded] = words(
        "consent|einwilligung|zustimmen|consentement|consentimiento|consenso|privacy|datenschutz")
    /// What readers are asked to do, or told that they can.
    private static let requestWords: [Folded] = words(
        """
        accept all|accept cookies|i accept|i agree|agree to|your consent|your choices|your privacy|you consent
        we use cookies|we and our|our partners|manage preferences|cookie settings|cookie policy|privacy policy
        akzeptieren|zustimmen und|ihre einwilligung|ihre zustimmung|unsere partner|wir verwenden|wir nutzen
        accepter|votre consentement|nos partenaires|nous utilisons|aceptar|su consentimiento|nuestros socios
        accetta|il tuo consenso|i nostri partner|accepteren|toestemming|akceptuj|zgoda
        """)

    /// Parted by bars and line feeds.
    private static func words(_ text: String) -> [Folded] {
        text.split(whereSeparator: { $0 == "|" || $0 == "\n" })
            .map { Folded($0.utf8) }.filter { $0.count > 0 }
    }

    /// Whether nothing is said but that others may read it.
    private static func offersSubscription(_ blocks: [TextBlock]) -> Bool {
        let texts = blocks.map { Folded($0.text).bytes }
        return !texts.isEmpty
            && texts.areNearlyAll { text in
                subscriptionWords.contains { text.containsBytes($0.bytes) }
            }
    }

    private static let subscriptionWords: [Folded] = words(
        """
        subscribers only|for subscribers|already a subscriber|subscribe to continue|subscribe to read
        sign in to continue|log in to continue|sign in to read|log in to read|to continue reading
        nur für abonnenten|abonnentinnen und abonnenten|jetzt weiterlesen|bereits abonnent
        réservé aux abonnés|déjà abonné|solo para suscriptores|exclusivo para suscriptores|ya es suscriptor
        riservato agli abbonati|sei già abbonato|alleen voor abonnees|tylko dla subskrybentów
        """)

    private static func hasPaywall(_ features: PageFeatures) -> Bool {
        features.marks.contains { $0.contains(.paywall) }
    }

    /// Whether there are many links to articles and hardly any text of its own.
    private static func isList(
        _ features: PageFeatures, _ pruning: Pruning, prose: Int
    ) -> Bool {
        let titles = features.titles(0)
        return (titles >= 12 && prose < 100 || titles >= 4 && prose == 0)
            && features.linked(0) * 2 > features.letters(0)
    }

    /// So many headings that are links, each with no more of running text below it, in letters.
    private static let leastTitles = 8
    private static let longestExcerpt = 350

    /// Whether hardly any running text stands but below headings that lead elsewhere.
    private static func isListOfExcerpts(
        _ features: PageFeatures, _ metadata: PageMetadata
    ) -> Bool {
        let tree = features.tree
        let titles = (0..<tree.count).filter {
            tree.tag($0).headingLevel != nil && features.titles($0) == 1
        }
        guard titles.count >= leastTitles, let first = titles.first else { return false }
        // The page of somebody, or of a place in the site, begins with what is said of them.
        let isPlace = metadata.isArticle == false
        guard isPlace || metadata.bylines.isEmpty else { return false }
        var own = features.prose(from: 0, to: first)
        for (title, next) in zip(titles, titles.dropFirst() + [tree.count]) {
            own += max(0, features.prose(from: title, to: next) - longestExcerpt)
        }
        return own < (isPlace ? 500 : 200)
    }
}

extension [[UInt8]] {
    /// Whether texts of which something holds are more than four fifths of all, by their lengths.
    fileprivate func areNearlyAll(_ holds: ([UInt8]) -> Bool) -> Bool {
        let all = reduce(0) { $0 + $1.count }
        return filter(holds).reduce(0) { $0 + $1.count } * 10 > all * 8
    }
}
