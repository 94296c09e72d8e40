import Articles
import Markup

/// One item of NewsML-G2.
struct NewsMLG2Item {
    private let item: MarkupElement
    private var draft = Draft(form: .fields)

    init(_ item: MarkupElement) { self.item = item }

    /// - Throws: a `Reason` for what is no article.
    consuming func article() throws(Reason) -> Draft {
        if let kind { throw .noArticle(kind) }
        draft.guid = item.attribute("guid")
        draft.version = item.attribute("version")
        draft.language = item.attribute("lang")
        if let meta = item.child("itemMeta") { takeItem(meta) }
        if let rights = item.child("rightsInfo") { takeRights(rights) }
        if let meta = item.name == "contentMeta" ? item : item.child("contentMeta") {
            takeContent(meta)
        }
        if let set = item.name == "contentSet" ? item : item.child("contentSet") {
            try takeText(set)
        }
        draft.takeNotice()
        return draft
    }

    /// What it is, where it is no news item of text.
    private var kind: String? {
        switch item.name {
        case "newsItem": itemClass
        case "contentSet", "contentMeta": nil
        case "packageItem": "a package of news items"
        case "conceptItem": "a concept, such as an event or a person"
        case "knowledgeItem": "a vocabulary"
        case "planningItem": "a plan of coverage"
        case "catalogItem": "a catalogue of vocabularies"
        default: "a part of NewsML-G2, \(item.name)"
        }
    }

    private var itemClass: String? {
        guard let element = item.child("itemMeta", "itemClass"),
            let code = element.attribute("qcode") ?? element.attribute("uri")
        else { return nil }
        switch code.split(whereSeparator: { ":/".contains($0) }).last {
        case "text": return nil
        case "picture": return "a picture"
        case "graphic", "animated": return "a graphic"
        case "video": return "a video"
        case "audio": return "a recording of sound"
        case "composite": return "a composite of several contents"
        case let other: return "a news item of another class, \(other ?? "")"
        }
    }

    private mutating func takeItem(_ meta: MarkupElement) {
        draft.takeStatus(code(meta.child("pubStatus")))
        draft.updated = meta.child("versionCreated")?.text
        draft.published = meta.child("firstCreated")?.text
        draft.embargoed = meta.child("embargoed")?.text
        if let provider = meta.child("provider") { draft.source = named(provider) }
        meta.children("edNote").forEach { draft.note("ednote", $0.text) }
        // Some senders have a link to the page of the article.
        draft.url =
            meta.children("link").first {
                let rel = $0.attribute("rel") ?? ""
                return rel.hasSuffix("alternate") || rel.hasSuffix("canonical")
            }?.attribute("href")
    }

    private mutating func takeRights(_ rights: MarkupElement) {
        let notices = rights.children("usageTerms") + rights.children("copyrightNotice")
        let texts = notices.compactMap(\.text)
        if !texts.isEmpty { draft.license = texts.joined(separator: "\n") }
        if draft.source == nil { draft.source = rights.child("copyrightHolder").flatMap(named) }
    }

    private mutating func takeContent(_ meta: MarkupElement) {
        let created = meta.child("contentCreated")?.text
        draft.published = draft.published ?? created ?? draft.updated
        draft.updated = draft.updated ?? meta.child("contentModified")?.text
        draft.urgency = meta.child("urgency")?.text
        draft.credit = meta.child("creditline")?.text
        draft.headline = meta.child("headline")?.text
        draft.dateline = WireFields.dateline(meta.child("dateline"))
        draft.language = meta.child("language")?.attribute("tag") ?? draft.language
        draft.bylines = meta.children("by").compactMap(\.text)
        if draft.bylines.isEmpty {
            draft.bylines = meta.children("creator").filter { !isOrganisation($0) }.compactMap(name)
        }
        draft.summary = meta.children("description").compactMap(\.text).first
        draft.note("slugline", meta.child("slugline")?.text)
        draft.note("genre", meta.child("genre").flatMap(name))
        if draft.source == nil { draft.source = meta.child("infoSource").flatMap(named) }
        takeSubjects(meta)
    }

    private mutating func takeSubjects(_ meta: MarkupElement) {
        var keywords = meta.children("keyword").compactMap(\.text)
        for subject in meta.children("subject").prefix(FeedEntry.most) {
            guard let name = name(subject.child("mainConcept") ?? subject) else { continue }
            if subject.attribute("type")?.hasSuffix("geoArea") ?? false {
                draft.place = draft.place ?? name
            } else {
                draft.section = draft.section ?? name
            }
            if !keywords.contains(name) { keywords.append(name) }
        }
        draft.keywords = Array(keywords.prefix(FeedEntry.most))
        draft.place = draft.place ?? meta.child("located").flatMap(name)
    }

    // MARK: Content

    private mutating func takeText(_ set: MarkupElement) throws(Reason) {
        var foreign: String?
        for content in set.children where draft.text.isEmpty {
            switch content.name {
            case "inlineXML": if let kind = takeXML(content) { foreign = foreign ?? kind }
            case "inlineData": takeData(content)
            default: continue
            }
        }
        // Figures of a match, say: a headline alone does not make them a report.
        if draft.text.isEmpty, !draft.isNotice, let foreign {
            throw .noArticle("data of the type \(foreign)")
        }
    }

    /// - Returns: the type of what is no text.
    private mutating func takeXML(_ content: MarkupElement) -> String? {
        let type = content.attribute("contenttype") ?? ""
        if let nitf = content.child("nitf") {
            take(NITFArticle(nitf).draft)
        } else if type.isEmpty || type.contains("html") || type.contains("nitf") {
            let body = content.child("html")?.child("body") ?? content
            draft.text = WireFields.text(of: body)
        } else {
            return type
        }
        return nil
    }

    /// Metadata of the item counts before that of its content.
    private mutating func take(_ inner: Draft) {
        draft.text = inner.text
        draft.headline = draft.headline ?? inner.headline
        draft.summary = draft.summary ?? inner.summary
        if !inner.bylines.isEmpty { draft.bylines = inner.bylines }
        draft.dateline = draft.dateline ?? inner.dateline
        draft.source = draft.source ?? inner.source
        draft.credit = draft.credit ?? inner.credit
        draft.language = draft.language ?? inner.language
        draft.license = draft.license ?? inner.license
        draft.urgency = draft.urgency ?? inner.urgency
        draft.place = draft.place ?? inner.place
        draft.section = draft.section ?? inner.section
        if draft.keywords.isEmpty { draft.keywords = inner.keywords }
    }

    private mutating func takeData(_ content: MarkupElement) {
        let type = content.attribute("contenttype") ?? "text/plain"
        guard type.hasPrefix("text/") || type.contains("html"),
            content.attribute("encoding") == nil
        else { return }
        draft.text = FeedText.paragraphs(
            content.rawText, type.contains("html") ? .html : .unknown)
    }

    // MARK: Concepts

    private func isOrganisation(_ concept: MarkupElement) -> Bool {
        concept.attribute("type")?.lowercased().hasSuffix("organisation") ?? false
    }

    private func name(_ concept: MarkupElement) -> String? {
        concept.child("name")?.text ?? concept.attribute("literal")
    }

    /// By its name, else by what its code has after the vocabulary.
    private func named(_ concept: MarkupElement) -> String? {
        name(concept)
            ?? concept.attribute("qcode").flatMap {
                $0.split(separator: ":", maxSplits: 1).last.map(String.init)
            }
    }

    private func code(_ concept: MarkupElement?) -> String? {
        concept?.attribute("qcode") ?? concept?.attribute("uri")
    }
}
