import Articles
import JSON

/// Makes a draft of a JSON object that holds an article.
struct ArticleObject {
    /// The longest value that goes to `extra`, in bytes; the file itself keeps the whole.
    static let longestExtra = 4096
    static let mostExtras = 64
    static let longestExtraKey = 256

    private let names: FieldNames
    private var best = [Candidate?](repeating: nil, count: ArticleField.allCases.count)
    private var extra: [(key: String, value: String)] = []
    /// A text or headline of a type that cannot be one, for the fault if there is no other.
    private var misfit: (key: String, kind: JSONValue.Kind)?

    private struct Candidate {
        var key: UnsafeRawBufferPointer
        var value: JSONValue
        var rank: Int
    }

    private init(_ names: FieldNames) { self.names = names }

    /// - Throws: a `Reason` without a place in the file.
    static func draft(
        of value: JSONValue, limits: ReadingLimits, names: FieldNames = FieldNames()
    ) throws(Reason) -> Draft {
        let value = inner(of: value, names) ?? value
        guard value.kind == .object else {
            throw Reason(
                .wrongType, what: "An article must be an object, and this is \(value.described).",
                advice: "Write {\"headline\": …, \"text\": …}.")
        }
        if ArchivedRecord.isOne(value) { return try draft(ofArchived: value) }
        if let kind = value.foreignType { throw .noArticle(kind) }
        var object = ArticleObject(names)
        for (key, value) in value.members where !value.isNull { object.take(key, value) }
        return try object.draft(limits: limits)
    }

    /// What an object without a text or headline of its own wraps: a hit of Elasticsearch, an answer
    /// with one article.
    private static func inner(of value: JSONValue, _ names: FieldNames) -> JSONValue? {
        guard value.kind == .object, !ArchivedRecord.isOne(value), value.foreignType == nil else {
            return nil
        }
        var wrapped: JSONValue?
        for (key, member) in value.members {
            if let field = names.meaning(of: key)?.field,
                [.text, .headline, .markup].contains(field),
                member.isUsable(as: field)
            {
                return nil
            }
            guard member.kind == .object else { continue }
            if wrapperNames.contains(where: { key.elementsEqual($0.utf8) }) { wrapped = member }
        }
        return wrapped
    }

    private static let wrapperNames = ["_source", "article", "data"]

    /// The names of an array of articles inside an object, the best first.
    private static let arrayNames = [
        "articles", "items", "results", "data", "@graph", "posts", "stories", "hits",
    ]

    /// The keys that lead to the array of articles in an object: its own, or those of an answer that
    /// wraps it ("hits", "hits").
    static func arrayPath(
        in value: JSONValue, names: FieldNames = FieldNames()
    ) -> [String]? {
        if let name = arrayName(in: value, names: names) { return [name] }
        guard inner(of: value, names) != nil || value.member("hits")?.kind == .object else {
            return nil
        }
        for (key, member) in value.members where member.kind == .object {
            guard let wrapper = ["data", "hits"].first(where: { key.elementsEqual($0.utf8) }),
                let name = arrayName(in: member, names: names)
            else { continue }
            return [wrapper, name]
        }
        return nil
    }

    /// The key of the array of articles that an object holds, if it is none itself: it has no text,
    /// and objects are in the array. (The headline of such an object is the list's.)
    static func arrayName(
        in value: JSONValue, names: FieldNames = FieldNames()
    ) -> String? {
        guard value.kind == .object else { return nil }
        var hasHeadline = false
        for (key, value) in value.members {
            guard let field = names.meaning(of: key)?.field, value.isUsable(as: field) else {
                continue
            }
            if field == .text { return nil }
            if field == .headline { hasHeadline = true }
        }
        return arrayNames.first { name in
            value.members.contains { key, value in
                guard key.elementsEqual(name.utf8), value.kind == .array else { return false }
                var elements = value.elements
                guard let first = elements.next() else { return !hasHeadline }
                return first.kind == .object
            }
        }
    }

    private mutating func take(_ key: UnsafeRawBufferPointer, _ outer: JSONValue) {
        let value = outer.wrappedValue ?? outer
        guard let (field, rank) = names.meaning(of: key) else {
            return keep(key, value)
        }
        guard value.isUsable(as: field) else {
            if field == .text || field == .headline, misfit == nil, value.isMisfit(as: field) {
                misfit = (String(decoding: key, as: UTF8.self), value.kind)
            }
            return keep(key, value)
        }
        let candidate = Candidate(key: key, value: value, rank: rank)
        // Of the same key given twice the later counts, as in most parsers.
        if let known = best[field.rawValue] {
            guard rank <= known.rank else { return keep(key, value) }
            if rank < known.rank { keep(known.key, known.value) }
        }
        best[field.rawValue] = candidate
    }

    private mutating func keep(_ key: UnsafeRawBufferPointer, _ value: JSONValue) {
        let end = UTF8Validation.boundary(notAfter: Self.longestExtraKey, in: key)
        let name = String(decoding: key[..<end], as: UTF8.self)
        let text = value.extra(limit: Self.longestExtra)
        guard !text.isEmpty else { return }
        if let index = extra.firstIndex(where: { $0.key == name }) {
            extra[index].value = text
        } else if extra.count < Self.mostExtras {
            extra.append((name, text))
        }
    }

    /// What an object without text says that it is, where that is no article (ninjs).
    private var otherKind: String? {
        switch extra.first(where: { $0.key == "type" })?.value.lowercased() {
        case "picture", "photo", "image": "a picture"
        case "graphic": "a graphic"
        case "video": "a video"
        case "audio": "a recording of sound"
        case "composite", "package": "a package of items"
        case "planning": "a plan of coverage"
        case "event": "an event"
        default: nil
        }
    }

    private func value(_ field: ArticleField) -> JSONValue? { best[field.rawValue]?.value }

    private func draft(limits: ReadingLimits) throws(Reason) -> Draft {
        var draft = Draft(form: .fields)
        draft.headline = value(.headline)?.line
        draft.text = value(.text)?.plainText ?? []
        if draft.text.isEmpty, let markup = value(.markup)?.utf8 {
            draft.text = FeedText.paragraphs([UInt8](markup), .html)
        }
        draft.status = value(.status)?.statusWord
        draft.isNotice = draft.status == .canceled
        if draft.text.isEmpty, !draft.isNotice {
            if let kind = otherKind { throw .noArticle(kind) }
            if let misfit { throw .misfit(misfit.key, misfit.kind) }
            guard draft.headline != nil else { throw .noText }
        }
        guard draft.text.count <= limits.articleBytes else { throw .longText(limits.articleBytes) }
        draft.summary = value(.summary)?.line
        draft.bylines = value(.bylines)?.names.map(FeedText.mixedLine) ?? []
        draft.dateline = value(.dateline)?.dateline
        draft.source = value(.source)?.names.first
        draft.credit = value(.credit)?.plainString
        draft.guid = value(.guid)?.printed
        draft.url = value(.url)?.address
        draft.published = value(.published)?.printed
        draft.updated = value(.updated)?.printed
        // The time of the version is all that some of ninjs have.
        if draft.published == nil, let updated = best[ArticleField.updated.rawValue],
            ArticleField.plain(String(decoding: updated.key, as: UTF8.self)) == "versioncreated"
        {
            draft.published = draft.updated
        }
        draft.language = value(.language)?.plainString
        draft.place = value(.place)?.names.first
        draft.keywords = value(.keywords)?.keywords ?? []
        draft.section = value(.section)?.names.first
        draft.image = value(.image)?.names.first
        draft.license = value(.license)?.plainString
        draft.version = value(.version)?.printed
        draft.embargoed = value(.embargoed)?.printed
        draft.urgency = value(.urgency)?.printed
        draft.extra = extra
        // Only what agencies send has a slug or a note to editors.
        if extra.contains(where: { $0.key == "slugline" || $0.key == "ednote" }) {
            draft.takeNotice()
        }
        return draft
    }

    /// One of an archive's own lines: what it says of the article, so that it gets the same
    /// identity again, and nothing of what the archive added.
    private static func draft(ofArchived value: JSONValue) throws(Reason) -> Draft {
        let article: Article
        do {
            article = try ArchivedRecord(value).record.article
        } catch {
            throw Reason(
                .wrongType, what: "It looks like a line of an archive, but is none: \(error).",
                advice: "Correct it, or leave out id, sequence and verdict.")
        }
        guard !article.text.isEmpty || article.headline != nil || article.isNotice else {
            throw Reason(
                .noText, what: "It is an archive's line that refers to another's text.",
                advice: "Nothing need be done: the line with the text is the one to drop.")
        }
        var draft = Draft(form: .fields)
        draft.headline = article.headline
        draft.summary = article.summary
        draft.text = article.text
        draft.bylines = article.bylines
        draft.dateline = article.dateline
        draft.source = article.source
        draft.credit = article.credit
        draft.guid = article.guid
        draft.url = article.url
        draft.published = article.published?.printed
        draft.updated = article.updated?.printed
        draft.language = article.language
        draft.place = article.place
        draft.keywords = article.keywords
        draft.section = article.section
        draft.image = article.image
        draft.license = article.license
        draft.version = article.version
        draft.status = article.status
        draft.embargoed = article.embargoed?.toTheSecond
        draft.urgency = article.urgency.map { String($0) }
        draft.extent = article.extent
        draft.isNotice = article.isNotice
        draft.extra = article.extra
        return draft
    }
}

extension Reason {
    fileprivate static let noText = Reason(
        .noText,
        what: "The article has no text and no headline: none of the keys "
            + "\((ArticleField.text.names + ArticleField.headline.names).joined(separator: ", ")) "
            + "has a string that is not blank.",
        advice: "Put the text under one of them.")

    fileprivate static func misfit(_ key: String, _ kind: JSONValue.Kind) -> Reason {
        Reason(
            .wrongType, what: "\(key): expected a string, found \(kind.described).",
            advice: "Correct the value.")
    }

}
