/// What the names that a page gives to an element (class, id, role, itemprop) tell of it.
struct Marks: OptionSet, Sendable {
    let rawValue: UInt64

    // Parts of names that say, two together, that something is the article's text.
    /// What holds one: article, story, post, entry …
    static let piece = Marks(rawValue: 1 << 0)
    /// What is in it: body, content, text …
    static let matter = Marks(rawValue: 1 << 1)
    /// One word that says both.
    static let body = Marks(rawValue: 1 << 2)
    /// A standfirst: summary, lead, dek, subtitle …
    static let standfirst = Marks(rawValue: 1 << 3)

    // What is no part of an article's text.
    static let share = Marks(rawValue: 1 << 8)
    static let related = Marks(rawValue: 1 << 9)
    static let newsletter = Marks(rawValue: 1 << 10)
    static let comments = Marks(rawValue: 1 << 11)
    static let author = Marks(rawValue: 1 << 12)
    static let meta = Marks(rawValue: 1 << 13)
    static let navigation = Marks(rawValue: 1 << 14)
    static let advertisement = Marks(rawValue: 1 << 15)
    static let consent = Marks(rawValue: 1 << 16)
    static let caption = Marks(rawValue: 1 << 17)
    static let footer = Marks(rawValue: 1 << 18)
    static let sidebar = Marks(rawValue: 1 << 19)
    static let hidden = Marks(rawValue: 1 << 20)
    static let tags = Marks(rawValue: 1 << 21)
    static let paywall = Marks(rawValue: 1 << 22)
    static let header = Marks(rawValue: 1 << 23)
    /// A card that leads to another article.
    static let teaser = Marks(rawValue: 1 << 24)
    /// What a reader opens: its text is hidden until then.
    static let foldable = Marks(rawValue: 1 << 26)
    static let widget = Marks(rawValue: 1 << 27)
    static let media = Marks(rawValue: 1 << 25)
}

extension Marks {
    /// All that say that something is no part of the text.
    static let notText: Marks = [
        .share, .related, .newsletter, .comments, .author, .meta, .navigation, .advertisement,
        .consent, .caption, .footer, .sidebar, .hidden, .tags, .header, .media, .paywall, .teaser,
        .widget,
    ]
}
