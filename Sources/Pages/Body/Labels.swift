/// What stands above or before things that are no part of an article, in the languages of the
/// press.
enum Labels {
    private static let texts = """
        related | related articles | related article | related stories | related story | related posts
        related content | related news | related topics | related links | related coverage | related reading
        related video | related videos | related items | more related articles
        read more | read also | also read | read next | read this | read on | keep reading | continue reading
        read full article | read the full story | read our full review | more on this story | more on this topic | more on this
        more stories | more from | more news | more like this | more to read | more information
        you may also like | you might also like | you might like | you may like | you may also be interested in
        you might also be interested in | recommended | recommended for you | recommended reading
        recommended articles | recommended stories | see also | see more | further reading | up next
        next article | previous article | next post | previous post | most read | most popular | popular posts
        trending | trending now | trending stories | latest news | latest stories | latest posts | recent posts
        top stories | dont miss | editors picks | in other news | other stories | what to read next
        read also our | watch also | watch now | watch more | explore more | learn more | find out more | click here
        jump to | in this article | on this page | table of contents | contents | share | share this | share this article
        share this story | share this post | share on | share via | follow us | follow us on | comments
        leave a comment | leave a reply | add a comment | post a comment | join the conversation | tags | topics
        filed under | categories | about the author | about author | author | advertisement | advertising
        ad | sponsored | sponsored content | story continues below advertisement | newsletter | newsletters
        article continues below | sign up for our newsletter | subscribe to our newsletter | print | email | save
        get our newsletter | sources | recommended stories for you | read more stories | read the rest
        mehr zum thema | mehr dazu | lesen sie auch | lesen sie mehr | lesen sie hier | lesen sie dazu auch
        lesen sie dazu | auch interessant | das könnte sie auch interessieren | das könnte dich auch interessieren
        das könnte sie interessieren | weitere artikel | weiterlesen | zum thema | ähnliche artikel
        verwandte artikel | verwandte themen | meistgelesen | weitere informationen | weitere themen
        weitere meldungen | weitere nachrichten | passend zum thema | mehr | mehr lesen | mehr erfahren
        mehr zu | mehr aus | mehr von | schlagwörter | schlagworte | schlagwörter zu diesem artikel
        dieses thema im programm | auf dieser seite | inhaltsverzeichnis | anzeige | werbung | teilen
        artikel teilen | kommentare | kommentieren | themen | neueste artikel | neueste beiträge | siehe auch
        feedback | autor | zur startseite | drucken | merken | empfehlungen der redaktion
        lire aussi | à lire aussi | a lire aussi | à lire également | lire plus | sur le même sujet | voir aussi
        articles similaires | articles liés | en savoir plus | à voir également | partager | publicité | commentaires
        lee también | leer también | lea también | lea además | lee más | leer más | te puede interesar
        también te puede interesar | noticias relacionadas | artículos relacionados | contenido relacionado
        más información | más noticias | temas relacionados | ver también | mira también | publicidad
        compartir | comentarios | etiquetas | archivado en
        leggi anche | leggi di più | articoli correlati | potrebbe interessarti | ti potrebbe interessare
        vedi anche | condividi | pubblicità | correlati
        leia também | leia mais | leia ainda | veja também | veja mais | notícias relacionadas | saiba mais
        publicidade | compartilhe | comentários
        lees ook | lees meer | lees verder | meer over | bekijk ook | advertentie | gerelateerd
        czytaj więcej | czytaj też | czytaj także | czytaj dalej | zobacz także | zobacz też | polecane | przeczytaj także
        reklama | udostępnij | tagi
        čtěte také | čtěte dále | související | související články | přečtěte si | přečtěte si také | čítajte aj | súvisiace
        ilgili haberler | benzer haberler | ilgili konular | etiketler | bu haberi paylaşın | ayrıca okuyun
        les også | les mer | läs mer | läs också | läs även | læs også | læs mere | relaterade artiklar | annonse | annons
        lue myös | olvassa el | kapcsolódó cikkek | citește și | citeşte şi | citiți și | pročitajte i | прочетете още
        читайте также | по теме | читать далее | материалы по теме | поделиться | реклама | читайте також
        διαβάστε επίσης | διαβάστε ακόμη | σχετικά άρθρα | اقرأ أيضا | اقرأ أيضاً | مواضيع ذات صلة | קראו גם
        baca juga | xem thêm | đọc thêm | tin liên quan | อ่านเพิ่มเติม
        関連記事 | 関連ニュース | 関連 | おすすめ | おすすめ記事 | あわせて読みたい | 相关阅读 | 相关新闻 | 相关文章 | 延伸阅读 | 延伸閱讀
        相關新聞 | 推荐阅读 | 관련기사 | 관련 기사 | 広告
        """

    private static let folded: Set<[UInt8]> = Set(
        texts.split(whereSeparator: { $0 == "|" || $0 == "\n" })
            .map { Folded($0.utf8.filter { $0 > 0x20 }).bytes }.filter { !$0.isEmpty })
    /// Longer ones, which are also found where other text follows them.
    private static let openings: [[UInt8]] = folded.filter { $0.count >= 7 }

    /// The longest, in bytes without blanks.
    static let longest = 60

    /// Whether a text is nothing but a label.
    static func isLabel(_ text: Folded) -> Bool { folded.contains(text.bytes) }

    /// Whether a text begins with one and a colon or a bar.
    static func announces(_ text: [UInt8]) -> Bool {
        let start = text.prefix(longest)
        guard let end = start.firstIndex(where: { $0 == 0x3A || $0 == 0x7C }) else { return false }
        return isLabel(Folded(start[..<end]))
    }

    /// Whether a text begins with one.
    static func begins(_ text: Folded) -> Bool {
        openings.contains { text.bytes.starts(with: $0) }
    }
}
