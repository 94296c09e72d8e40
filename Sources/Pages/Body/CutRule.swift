/// Why a part of a page was kept out of the article's text.
package enum CutRule: String, Sendable, CaseIterable {
    case hidden, navigation, header, footer, sidebar, share, related, newsletter, comments, author
    case meta, advertisement, consent, caption, tags, paywall, media, form
    /// Nearly all of it is links.
    case links
    case headline, byline, date
    /// After the end of the article.
    case tail
    case outside

    /// One line for people.
    package var explanation: String {
        switch self {
        case .hidden: "the page does not show it"
        case .navigation: "menus and the way to other parts of the site"
        case .header: "the head of the site or the page"
        case .footer: "the foot of the site or the page"
        case .sidebar: "a box beside the article"
        case .share: "buttons to share, save or print"
        case .related: "pointers to other articles"
        case .newsletter: "an invitation to subscribe"
        case .comments: "what readers wrote"
        case .author: "a box about the author"
        case .meta: "what the page says about the article"
        case .advertisement: "advertising"
        case .consent: "a question for consent to cookies"
        case .caption: "the caption of a picture"
        case .tags: "keywords"
        case .paywall: "the offer of a subscription"
        case .media: "a player or a gallery"
        case .form: "a form"
        case .links: "nearly all of it is links"
        case .headline: "the headline, which is a field of its own"
        case .byline: "the authors, who are a field of their own"
        case .date: "the date, which is a field of its own"
        case .tail: "what follows the end of the article"
        case .outside: "outside the article"
        }
    }
}
