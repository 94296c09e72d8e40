import Articles
import Markup

/// What an element `nitf` says.
struct NITFArticle {
    private(set) var draft = Draft(form: .fields)

    init(_ nitf: MarkupElement) {
        draft.language = nitf.attribute("lang")
        if let head = nitf.child("head") { takeHead(head) }
        guard let body = nitf.child("body") else { return }
        if let head = body.child("body.head") { takeBodyHead(head) }
        if let content = body.child("body.content") { draft.text = WireFields.text(of: content) }
        if let end = body.child("body.end")?.child("tagline")?.text { draft.note("tagline", end) }
        draft.takeNotice()
    }

    // MARK: What is said of it

    private mutating func takeHead(_ head: MarkupElement) {
        draft.headline = head.child("title")?.text
        if let data = head.child("docdata") { takeData(data) }
        for publication in head.children("pubdata") {
            draft.source = draft.source ?? publication.attribute("name")
            draft.section = draft.section ?? publication.attribute("position.section")
            draft.published = draft.published ?? publication.attribute("date.publication")
            draft.url = draft.url ?? publication.attribute("ex-ref")
        }
        for subject in head.child("tobject")?.children("tobject.subject") ?? [] {
            let names = [
                "tobject.subject.type", "tobject.subject.matter", "tobject.subject.detail",
            ]
            .compactMap { subject.attribute($0) }
            draft.section = draft.section ?? names.first
            names.last.map { add($0) }
        }
    }

    private mutating func takeData(_ data: MarkupElement) {
        draft.takeStatus(data.attribute("management-status"))
        for child in data.children {
            switch child.name {
            case "doc-id":
                draft.guid = draft.guid ?? child.attribute("id-string")
                draft.source = draft.source ?? child.attribute("regsrc")
            case "urgency": draft.urgency = draft.urgency ?? child.attribute("ed-urg")
            case "date.issue": draft.published = draft.published ?? child.time
            case "date.release": takeRelease(child.time, data)
            case "date.expire": draft.note("expires", child.time)
            case "du-key": takeVersion(child)
            case "doc.copyright": takeRights(child)
            case "doc.rights": draft.license = draft.license ?? child.text
            case "key-list": child.children("keyword").forEach { add($0.attribute("key")) }
            case "identified-content": takeContent(child)
            case "evloc":
                draft.place = draft.place ?? child.attribute("city") ?? child.text
            case "ed-msg": takeMessage(child)
            default: break
            }
        }
        // What it is about may be another document.
        if draft.isNotice, let other = data.attribute("management-doc-idref") { draft.guid = other }
    }

    private mutating func takeRelease(_ time: String?, _ data: MarkupElement) {
        if data.attribute("management-status")?.lowercased() == "embargoed" {
            draft.embargoed = time
        }
        draft.published = draft.published ?? time
    }

    private mutating func takeVersion(_ key: MarkupElement) {
        let version = key.attribute("version")
        draft.version =
            version.flatMap { UInt64($0) } == nil
            ? key.attribute("generation") ?? version : version
        draft.note("slugline", key.attribute("key"))
    }

    private mutating func takeRights(_ rights: MarkupElement) {
        let parts = [rights.attribute("year"), rights.attribute("holder")].compactMap { $0 }
        if draft.license == nil, !parts.isEmpty {
            draft.license = "© " + parts.joined(separator: " ")
        }
    }

    private mutating func takeContent(_ content: MarkupElement) {
        for child in content.children {
            switch child.name {
            case "location", "city", "country":
                draft.place = draft.place ?? child.child("city")?.text ?? child.text
            case "classifier": add(child.attribute("value") ?? child.text)
            case "person", "org", "event": add(child.text)
            default: break
            }
        }
    }

    private mutating func takeMessage(_ message: MarkupElement) {
        let words = message.attribute("info") ?? message.text
        draft.note("ednote", words)
        let type = message.attribute("msg-type")
        if WireFields.status(type) == .canceled || KillNotice.isHeadline(words ?? "") {
            draft.takeStatus("canceled")
        }
    }

    private mutating func add(_ word: String?) {
        guard let word, draft.keywords.count < FeedEntry.most, !draft.keywords.contains(word) else {
            return
        }
        draft.keywords.append(word)
    }

    // MARK: What stands over the text

    private mutating func takeBodyHead(_ head: MarkupElement) {
        if let headlines = head.child("hedline") {
            draft.headline = headlines.child("hl1")?.text ?? draft.headline
            let further = headlines.children("hl2").compactMap(\.text)
            if !further.isEmpty { draft.summary = further.joined(separator: "\n") }
        }
        draft.bylines = head.children("byline").compactMap(byline)
        if let distributor = head.child("distributor")?.text {
            if draft.source == nil {
                draft.source = distributor
            } else {
                draft.credit = distributor
            }
        }
        draft.dateline = WireFields.dateline(head.child("dateline"))
        if draft.published == nil {
            draft.published = head.child("dateline")?.child("story.date")?.time
        }
        if let abstract = head.child("abstract") {
            let text = WireFields.text(of: abstract)
            if !text.isEmpty { draft.summary = String(decoding: text, as: UTF8.self) }
        }
        if let rights = head.child("rights")?.text { draft.license = rights }
        head.children("note").forEach { draft.note("ednote", $0.text) }
    }

    /// The name alone, where it is marked.
    private func byline(_ element: MarkupElement) -> String? {
        let people = element.children("person").compactMap(\.text)
        if !people.isEmpty { return people.joined(separator: " and ") }
        // What somebody is stands in an element of its own.
        let text = element.tree.children(element.index)
            .filter { element.tree.isText($0) }
            .map { String(decoding: element.tree.text($0), as: UTF8.self) }.joined()
        let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let trimmed = name.hasSuffix(",") ? String(name.dropLast()) : name
        return trimmed.isEmpty ? nil : trimmed
    }
}

extension MarkupElement {
    /// A time that an element of NITF has, as printed.
    fileprivate var time: String? { attribute("norm") ?? text }
}
