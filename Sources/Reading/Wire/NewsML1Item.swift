import Articles
import Markup

/// One component of an item of NewsML 1.
struct NewsML1Item {
    private(set) var draft = Draft(form: .fields)

    /// What holds for all components of an item.
    init(of item: MarkupElement) {
        if let identity = item.child("Identification") { takeIdentity(identity) }
        if let management = item.child("NewsManagement") { takeManagement(management) }
    }

    /// What an outer component says holds for those inside.
    mutating func take(_ component: MarkupElement, _ levels: [NewsML1Level]) {
        levels.forEach { take($0) }
        takeText(component)
        draft.takeNotice()
    }

    /// The item's identity is that of one text: another one gets a name of its own.
    mutating func name(_ part: String) {
        draft.guid = draft.guid.map { $0 + "#" + part }
    }

    /// The item's identity without its revision, which is the version.
    private mutating func takeIdentity(_ identity: MarkupElement) {
        let identifier = identity.child("NewsIdentifier")
        let parts = ["ProviderId", "DateId", "NewsItemId"].compactMap {
            identifier?.child($0)?.word
        }
        draft.guid =
            parts.count == 3
            ? "urn:newsml:" + parts.joined(separator: ":")
            : identifier?.child("PublicIdentifier")?.word
        draft.version = identifier?.child("RevisionId")?.word
        draft.source = parts.first
    }

    private mutating func takeManagement(_ management: MarkupElement) {
        draft.takeStatus(management.child("Status")?.attribute("FormalName"))
        draft.published = management.child("FirstCreated")?.word
        draft.updated = management.child("ThisRevisionCreated")?.word
        draft.urgency = management.child("Urgency")?.attribute("FormalName")
        if management.child("Status")?.attribute("FormalName")?.lowercased() == "embargoed" {
            draft.embargoed = management.child("StatusWillChange", "DateAndTime")?.word
        }
    }

    private mutating func take(_ level: NewsML1Level) {
        if let lines = level.lines { takeLines(lines) }
        if let meta = level.administrative {
            let party = meta.child("Source", "Party") ?? meta.child("Provider", "Party")
            if let name = party?.attribute("FormalName") { draft.source = name }
        }
        let language = level.descriptive?.child("Language")?.attribute("FormalName")
        draft.language = draft.language ?? language ?? level.language
        for place in level.descriptive?.children("Location") ?? [] where draft.place == nil {
            draft.place =
                place.children("Property").first { $0.attribute("FormalName") == "City" }?
                .attribute("Value")
        }
    }

    private mutating func takeLines(_ lines: MarkupElement) {
        draft.headline = draft.headline ?? lines.child("HeadLine")?.word
        draft.summary = draft.summary ?? lines.child("SubHeadLine")?.word
        if draft.bylines.isEmpty { draft.bylines = lines.children("ByLine").compactMap(\.word) }
        draft.dateline = draft.dateline ?? WireFields.dateline(lines.child("DateLine"))
        draft.credit = draft.credit ?? lines.child("CreditLine")?.word
        draft.license =
            draft.license ?? lines.child("RightsLine")?.word ?? lines.child("CopyrightLine")?.word
        draft.keywords += lines.children("KeywordLine").compactMap(\.word).prefix(FeedEntry.most)
        draft.note("slugline", lines.child("SlugLine")?.word)
    }

    private mutating func takeText(_ component: MarkupElement) {
        for content in component.children("ContentItem") where draft.text.isEmpty {
            guard let data = content.child("DataContent") else { continue }
            if let nitf = data.child("nitf") {
                let inner = NITFArticle(nitf).draft
                draft.text = inner.text
                draft.headline = draft.headline ?? inner.headline
                if draft.bylines.isEmpty { draft.bylines = inner.bylines }
                draft.dateline = draft.dateline ?? inner.dateline
            } else if data.hasElements {
                draft.text = WireFields.text(of: data.child("html")?.child("body") ?? data)
            } else {
                draft.text = FeedText.paragraphs(data.rawText, .unknown)
            }
        }
    }
}
