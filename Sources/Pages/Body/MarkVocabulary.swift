/// The words that pages are made of: English for the most part whatever the language of the text,
/// gathered from how publishers' systems and blogs name the parts of a page.
enum MarkVocabulary {
    private static let words: [(Marks, String)] = [
        (
            .piece,
            "article story post entry news blog page single artikel articulo noticia nota beitrag"
        ),
        (
            .matter,
            "body content text copy main txt inner richtext wysiwyg paragraphs contents cuerpo texto corpo inhalt"
        ),
        (
            .body,
            """
            articlebody storybody postbody entrybody newsbody articlecontent articletext storycontent
            storytext postcontent entrycontent articlecopy bodytext bodycopy fulltext maintext
            newstext textarticle contentarticle articlemain mainarticle postarea maincontentarticle
            blogcontent blogbody bodycontent contentbody richtext
            """
        ),
        (
            .standfirst,
            """
            standfirst dek deck subtitle subheadline subhead subheading summary lead lede intro
            abstract kicker chapo chapeau entradilla bajada sommario vorspann perex
            ingress undertitel subtitulo sumario copete introduction strapline
            """
        ),
        (
            .share,
            """
            share sharing shares sharebar sharebuttons sharedaddy social socials socialmedia
            socialshare addtoany addthis sharethis followus bookmark bookmarks compartir teilen
            partage condividi heateor ssba
            """
        ),
        (
            .related,
            """
            related relatedposts relatednews relatedarticles relatedcontent recommended recommendation
            recommendations recommend readmore yarpp trending mostread mostpopular mostviewed
            outbrain taboola plista seealso alsoread similar suggested suggestions nextpost prevpost
            otherarticles morestories furtherreading relacionadas relacionados relacionada verwandt
            upnext readnext recentposts recentarticles postpicker crp zergnet revcontent mgid moreon teasers teaserlist latestnews
            """
        ),
        (
            .newsletter,
            """
            newsletter newsletters subscribe subscription signup optin mailchimp mailinglist
            nlsignup emailsignup
            """
        ),
        (
            .comments,
            """
            comment comments commentlist commentform disqus respond livefyre kommentare kommentar
            comentarios commentaires replies
            """
        ),
        (
            .author,
            """
            author authors authorbox authorbio byline bylines bio biography contributor contributors
            autor autoren auteur authorinfo aboutauthor
            """
        ),
        (
            .meta,
            """
            postmeta entrymeta articlemeta metainfo timestamp dateline datetime pubdate breadcrumb
            breadcrumbs readtime readingtime postinfo toolbar
            """
        ),
        (
            .navigation,
            """
            nav navigation navbar menu submenu pagination pager paging toc tableofcontents
            skiplink topbar navi
            """
        ),
        (
            .advertisement,
            """
            ad ads adv advert adverts advertisement advertising advertorial sponsor sponsored sponsors
            adsense dfp adslot adbox adunit promo promos promotion promobox banner banners
            googleads anzeige werbung publicidad pubblicita adwrapper adcontainer
            """
        ),
        (.consent, "cookie cookies consent gdpr cookiebar onetrust"),
        (
            .caption,
            """
            caption captions figcaption imagecaption photocaption wpcaption photocredit imagecredit
            bildunterschrift legenda
            """
        ),
        (.footer, "footer colophon"),
        (.header, "header masthead"),
        (.sidebar, "sidebar aside rail rightcol rightcolumn infobox factbox"),
        (.hidden, "visuallyhidden sronly screenreader modal popup lightbox tooltip offscreen"),
        (.tags, "taglist tagcloud keywords hashtags posttags articletags entrytags"),
        (.paywall, "paywall regwall piano"),
        (.teaser, "teaser card cards tile tiles excerpt teaserbox newscard postcard"),
        (.foldable, "accordion collapse collapsible expandable expander faq toggle tabs tab"),
        (.media, "gallery slideshow carousel slider videoplayer audioplayer mediaplayer podcast"),
    ]

    /// Words that say something only as the whole of a name.
    private static let names: [(Marks, String)] = [
        (.hidden, "hidden hide ishidden dnone invisible"),
        (.widget, "widget widgetarea widgets"),
        (.media, "player"),
        (.tags, "tags tag categories topics catlinks postcategories"),
        (.meta, "meta metadata date time posted published updated"),
        (.share, "follow tools actions"),
        (.caption, "credit credits copyright"),
        (.related, "popular latest also mehr more"),
        (.footer, "bottom foot"),
        (.matter, "story article post entry"),
    ]

    /// What begins names that tell what something has or has not, and not what it is.
    static let ignored = Set(
        hashes("has no not with without contains js show is category single postid tag"))

    /// By the hash of a word, or of two together.
    static let byWord = table(words)
    /// By the hash of all the words of a name.
    static let byName = table(names)

    private static func table(_ lists: [(Marks, String)]) -> MarkTable {
        MarkTable(lists.flatMap { mark, list in hashes(list).map { (hash: $0, mark: mark) } })
    }

    private static func hashes(_ list: String) -> [UInt64] {
        list.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { word in
            var hash = WordHash()
            for byte in word.utf8 { hash.add(byte) }
            return hash.value
        }
    }
}
