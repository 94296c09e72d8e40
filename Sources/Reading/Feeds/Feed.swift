import Articles
import Markup

/// A feed and the elements that are its entries.
struct Feed {
    private(set) var head = FeedHead()
    private(set) var entries: [MarkupElement] = []

    init(_ root: MarkupElement, base: BaseAddress?) {
        head.space = root.namespace
        head.isAtom = root.name == "feed" || root.vocabulary(own: "") == .atom
        head.base = BaseAddress.joined(base, root.attribute("base"))
        head.language = root.attribute("lang")
        if root.name == "entry" || root.name == "item" {
            entries = [root]
            return
        }
        for child in root.children {
            switch child.name {
            case "channel", "Channel":
                head.base = BaseAddress.joined(head.base, child.attribute("base"))
                head.language = child.attribute("lang") ?? head.language
                child.children.forEach { take($0) }
            default: take(child)
            }
        }
        // Without a word on where its relative addresses start, at the site that it is of.
        if head.base == nil { head.base = siteAddress }
    }

    private var siteAddress: BaseAddress?

    private mutating func take(_ element: MarkupElement) {
        switch element.name {
        case "item", "entry", "Item", "deleted-entry":
            entries.append(element)
            // Where an element of an entry was never closed, the next ones lie in it.
            entries += element.descendants(element.name)
        case "items": entries += element.children("item")
        case "title": head.title = head.title ?? FeedText.line(of: element, form(element))
        case "language": head.language = head.language ?? element.word
        case "rights", "copyright":
            head.rights = head.rights ?? FeedText.line(of: element, form(element))
        case "author" where head.isAtom:
            if let name = element.personName { head.authors.append(name) }
        case "link":
            if siteAddress == nil {
                siteAddress = BaseAddress(element.attribute("href") ?? element.word)
            }
        default: break
        }
    }

    private func form(_ element: MarkupElement) -> FeedText.Form {
        element.form(isAtom: head.isAtom)
    }

    func entry(_ element: MarkupElement) -> FeedEntry {
        var entry = FeedEntry()
        if element.name == "deleted-entry" {
            entry.takeDeletion(element)
            return entry
        }
        let base = BaseAddress.joined(head.base, element.attribute("base"))
        entry.language = element.attribute("lang")
        for child in element.children { entry.take(child, of: head, base: base) }
        // RSS 1.0 names an item by an attribute.
        if let about = element.attribute("about") {
            entry.guid = entry.guid ?? about
            if about.hasPrefix("http") { entry.otherLink = entry.otherLink ?? about }
        }
        return entry
    }
}
