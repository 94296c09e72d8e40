import Articles
import Markup

/// Reading an entry element by element.
extension FeedEntry {
    /// Takes what one element of an entry says; where several say the same, the first counts.
    mutating func take(_ element: MarkupElement, of feed: FeedHead, base: BaseAddress?) {
        switch element.vocabulary(own: feed.space) {
        case .rss: takeOwn(element, feed.isAtom, base)
        case .atom: takeOwn(element, true, base)
        case .content:
            if element.name == "encoded" { takeContent(element, .html) }
        case .dublinCore: takeDublinCore(element)
        case .media: takeMedia(element, base)
        case .itunes: takeITunes(element, base)
        case .feedBurner:
            if element.name == "origLink" { originalLink = originalLink ?? element.word }
        case .creativeCommons:
            if element.name == "license" {
                rights = rights ?? element.word ?? element.attribute("resource")
            }
        case .xhtml:
            if element.name == "body" { takeContent(element, .elements) }
        case .other: break
        }
    }

    /// A tombstone (RFC 6721): its sender has deleted the entry.
    mutating func takeDeletion(_ element: MarkupElement) {
        isDeletion = true
        guid = element.attribute("ref")
        updated = element.attribute("when")
        if let comment = element.child("comment") {
            content = FeedText.paragraphs(of: comment, comment.form(isAtom: true))
        }
    }

    private mutating func takeOwn(_ element: MarkupElement, _ isAtom: Bool, _ base: BaseAddress?) {
        let form = element.form(isAtom: isAtom)
        switch element.name {
        case "title", "Title": title = title ?? FeedText.line(of: element, form)
        case "content":
            if element.attribute("src") != nil {
                takeLink(element, "src", base)
            } else {
                takeContent(element, form)
            }
        case "encoded", "fullitem", "body", "xhtml:body": takeContent(element, form)
        case "description", "Description", "summary", "abstract":
            if summary.isEmpty {
                summary = FeedText.paragraphs(of: element, form)
            } else {
                // Where RSS has both, the second is the longer.
                takeContent(element, form)
            }
        case "link", "Link": takeLink(element, base)
        case "url", "uri": otherLink = otherLink ?? resolved(element.word, element, base)
        case "guid", "id": takeIdentity(element, base)
        case "pubDate", "pubdate", "PubDate", "published", "issued":
            published = published ?? element.word
        case "created": created = created ?? element.word
        case "updated", "modified", "lastBuildDate": updated = updated ?? element.word
        case "author", "creator": addAuthor(element.personName)
        case "contributor": note("contributor", element.personName)
        case "category", "keywords":
            addKeyword(element.category)
        case "tags": takeList(element)
        case "rights", "copyright": rights = rights ?? FeedText.line(of: element, form)
        case "source": takeSource(element, isAtom)
        case "enclosure": takeEnclosure(element, base)
        case "image":
            image = image ?? resolved(element.child("url")?.word ?? element.word, element, base)
        case "language": language = language ?? element.word
        case "comments": note("comments", element.word)
        default: break
        }
    }

    private mutating func takeContent(_ element: MarkupElement, _ form: FeedText.Form) {
        // Of several, as of several languages or types, the first that is text.
        guard content.isEmpty else { return }
        content = FeedText.paragraphs(of: element, form)
        language = element.attribute("lang") ?? language
    }

    private mutating func takeLink(_ element: MarkupElement, _ base: BaseAddress?) {
        guard element.attribute("href") != nil else {
            link = link ?? resolved(element.word, element, base)
            return
        }
        switch element.attribute("rel") ?? "alternate" {
        case "alternate", "http://www.iana.org/assignments/relation/alternate":
            let type = element.attribute("type") ?? "text/html"
            let isPage = type.hasPrefix("text/html") || type.hasPrefix("application/xhtml")
            let address = resolved(element.attribute("href"), element, base)
            if isPage { link = link ?? address } else { otherLink = otherLink ?? address }
        case "enclosure": takeEnclosure(element, base)
        case "license": rights = rights ?? element.attribute("href")
        default: break
        }
    }

    private mutating func takeLink(
        _ element: MarkupElement, _ attribute: String, _ base: BaseAddress?
    ) {
        otherLink = otherLink ?? resolved(element.attribute(attribute), element, base)
    }

    private mutating func takeIdentity(_ element: MarkupElement, _ base: BaseAddress?) {
        guard let text = element.word else { return }
        guid = guid ?? text
        let isLink = (element.attribute("isPermaLink") ?? "true").lowercased() != "false"
        if element.name == "guid", isLink, text.hasPrefix("http") { otherLink = otherLink ?? text }
    }

    private mutating func takeSource(_ element: MarkupElement, _ isAtom: Bool) {
        guard element.hasElements else {
            source = source ?? element.word
            return
        }
        if let title = element.child("title") {
            source = source ?? FeedText.line(of: title, title.form(isAtom: isAtom))
        }
        if authors.isEmpty { element.children("author").forEach { addAuthor($0.personName) } }
        if let mark = element.child("rights") { rights = rights ?? mark.word }
    }

    private mutating func takeEnclosure(_ element: MarkupElement, _ base: BaseAddress?) {
        let address = resolved(
            element.attribute("url") ?? element.attribute("href"), element, base)
        if element.attribute("type")?.hasPrefix("image/") ?? false {
            image = image ?? address
        } else {
            note("enclosure", address)
        }
    }

    private mutating func takeDublinCore(_ element: MarkupElement) {
        switch element.name {
        case "title": title = title ?? FeedText.line(of: element, .unknown)
        case "description", "abstract":
            if summary.isEmpty { summary = FeedText.paragraphs(of: element, .unknown) }
        case "identifier": guid = guid ?? element.word
        case "creator", "author": addAuthor(element.personName)
        case "contributor": note("contributor", element.word)
        case "date", "issued", "available": created = created ?? element.word
        case "created": created = created ?? element.word
        case "modified": updated = updated ?? element.word
        case "subject": addKeyword(element.word)
        case "publisher": source = source ?? element.word
        case "rights", "license": rights = rights ?? element.word
        case "language": language = language ?? element.word
        default: break
        }
    }

    private mutating func takeMedia(_ element: MarkupElement, _ base: BaseAddress?) {
        switch element.name {
        case "group": for child in element.children { takeMedia(child, base) }
        case "content":
            let type = element.attribute("type") ?? ""
            if element.attribute("medium") == "image" || type.hasPrefix("image/") {
                image = image ?? resolved(element.attribute("url"), element, base)
            }
            for child in element.children where child.name == "thumbnail" {
                takeMedia(child, base)
            }
        case "thumbnail": image = image ?? resolved(element.attribute("url"), element, base)
        case "keywords": takeList(element)
        case "category": addKeyword(element.attribute("label") ?? element.word)
        case "title": mediaTitle = mediaTitle ?? FeedText.line(of: element, .unknown)
        case "description":
            if mediaSummary.isEmpty { mediaSummary = FeedText.paragraphs(of: element, .unknown) }
        case "text" where content.isEmpty && summary.isEmpty:
            summary = FeedText.paragraphs(of: element, .unknown)
        default: break
        }
    }

    private mutating func takeITunes(_ element: MarkupElement, _ base: BaseAddress?) {
        switch element.name {
        case "author": if authors.isEmpty { addAuthor(element.word) }
        case "title": title = title ?? element.word
        case "summary", "subtitle":
            if summary.isEmpty { summary = FeedText.paragraphs(of: element, .unknown) }
        case "keywords": takeList(element)
        case "image": image = image ?? resolved(element.attribute("href"), element, base)
        default: break
        }
    }

    private mutating func takeList(_ element: MarkupElement) {
        for word in element.word?.split(separator: ",", maxSplits: Self.most) ?? [] {
            addKeyword(String(word.drop { $0 == " " }))
        }
    }

    private func resolved(
        _ address: String?, _ element: MarkupElement, _ base: BaseAddress?
    ) -> String? {
        address.map {
            BaseAddress.resolve(
                $0, against: BaseAddress.joined(base, element.attribute("base")))
        }
    }
}
