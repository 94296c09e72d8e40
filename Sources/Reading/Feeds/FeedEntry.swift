import Articles
import Markup

/// What was found so far of one entry of a feed.
struct FeedEntry {
    var title: String?
    /// The whole text, as far as the feed has it.
    var content: [UInt8] = []
    /// What stands for the text, or before it.
    var summary: [UInt8] = []
    /// What stands with pictures and videos, for entries that have nothing else.
    var mediaTitle: String?
    var mediaSummary: [UInt8] = []
    var guid: String?
    var link: String?
    /// Where a link of lower standing leads: a guid that is one, or an alternative of another type.
    var otherLink: String?
    /// The address before a service counted its readers.
    var originalLink: String?
    var authors: [String] = []
    var published: String?
    /// Dates that stand for the first where that is missing.
    var created: String?
    var updated: String?
    var keywords: [String] = []
    var source: String?
    var rights: String?
    var image: String?
    var language: String?
    var extra: [(key: String, value: String)] = []
    /// It says that an entry was deleted.
    var isDeletion = false

    /// Enough for any entry; what is beyond them is in the file only.
    static let most = 1000

    mutating func addAuthor(_ name: String?) {
        guard let name, authors.count < Self.most, !authors.contains(name) else { return }
        authors.append(name)
    }

    mutating func addKeyword(_ word: String?) {
        guard let word, keywords.count < Self.most, !keywords.contains(word) else { return }
        keywords.append(word)
    }

    mutating func note(_ key: String, _ value: String?) {
        guard let value, !extra.contains(where: { $0.key == key }) else { return }
        extra.append((key, value))
    }

    /// - Throws: a `Reason` where there is neither title nor text, or too much of it.
    func draft(of feed: FeedHead, limits: ReadingLimits) throws(Reason) -> Draft {
        let draft = unchecked(feed)
        guard !draft.text.isEmpty || draft.headline != nil || isDeletion else {
            throw .emptyEntry
        }
        guard draft.text.count <= limits.articleBytes else { throw .longText(limits.articleBytes) }
        return draft
    }

    /// What was found, also where it is not enough.
    func unchecked(_ feed: FeedHead) -> Draft {
        var draft = Draft(form: .fields)
        draft.isNotice = isDeletion
        draft.status = isDeletion ? .canceled : nil
        draft.headline = title ?? mediaTitle
        let summary = summary.isEmpty ? mediaSummary : summary
        if content.isEmpty {
            draft.text = summary
            draft.extent = isWhole(summary) ? nil : .teaser
        } else {
            draft.text = content
            draft.extent = .full
            if !summary.isEmpty, !isBeginning(summary) {
                draft.summary = String(decoding: summary, as: UTF8.self)
            }
        }
        draft.bylines = authors.isEmpty ? feed.authors : authors
        draft.source = source ?? feed.title
        draft.guid = guid
        draft.url = originalLink ?? link ?? otherLink
        draft.published = published ?? created ?? updated
        draft.updated = updated
        draft.language = language ?? feed.language
        draft.keywords = keywords
        draft.image = image
        draft.license = rights ?? feed.rights
        draft.extra = extra
        return draft
    }

    /// RSS has one element for a synopsis and for the whole: what has several paragraphs and the
    /// length of a report may be either.
    private func isWhole(_ text: [UInt8]) -> Bool {
        guard text.count >= 1500 else { return false }
        var breaks = 0
        for index in 1..<text.count where text[index] == 0x0A && text[index - 1] == 0x0A {
            breaks += 1
        }
        return breaks >= 3
    }

    /// Whether a summary is but the beginning of the text, perhaps with dots after it.
    private func isBeginning(_ summary: [UInt8]) -> Bool {
        var words = summary[...]
        for end in ["[…]", "[...]", "…", "..."]
        where words.reversed().starts(with: end.utf8.reversed()) {
            words = words.dropLast(end.utf8.count)
            break
        }
        var (word, letter) = (words.startIndex, 0)
        func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }
        while true {
            while word < words.endIndex, isBlank(words[word]) { word += 1 }
            while letter < content.count, isBlank(content[letter]) { letter += 1 }
            guard word < words.endIndex else { return true }
            guard letter < content.count, words[word] == content[letter] else { return false }
            word += 1
            letter += 1
        }
    }
}

extension Reason {
    static let emptyEntry = Reason(
        .noText, what: "The entry has neither a title nor any text.",
        advice: "Nothing need be done if that was meant.")
}
