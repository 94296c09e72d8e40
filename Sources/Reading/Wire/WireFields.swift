import Articles
import Markup

/// What the formats of agencies have in common.
enum WireFields {
    /// Whether an article may be used; nil for words that are not known, as for none.
    static func status(_ word: String?) -> ArticleStatus? {
        guard let word else { return nil }
        // A concept of a vocabulary ("stat:canceled") is named by what follows the last colon, an
        // address of one by what follows the last slash.
        switch word.lowercased().split(whereSeparator: { ":/#".contains($0) }).last ?? "" {
        case "usable", "embargoed": return .usable
        case "withheld": return .withheld
        case "canceled", "cancelled", "killed", "kill", "withdrawn": return .canceled
        default: return nil
        }
    }

    /// The text of the elements of a document of HTML, XHTML or NITF, without what belongs to
    /// pictures.
    static func text(of element: MarkupElement) -> [UInt8] {
        let tree = element.tree
        return TextBlocks.blocks(
            of: element.index, in: tree,
            leavingOut: { node in
                switch tree.name(node) {
                case "media", "figcaption", "nav", "button", "note", "credit", "NewsComponent": true
                default: false
                }
            }
        ).plainText
    }

    /// "BERLIN, March 3 (Agency) -" as place and date, by the elements that are in it or else by its
    /// shape.
    static func dateline(_ element: MarkupElement?) -> Dateline? {
        guard let element, let printed = element.text else { return nil }
        let marks = element.child("location")?.text ?? printed
        let place = self.place(in: marks)
        guard !place.isEmpty else { return nil }
        return Dateline(place: place, date: element.child("story.date")?.text, printed: printed)
    }

    /// What stands before the date, the agency or the dash.
    static func place(in printed: String) -> String {
        var end = printed.endIndex
        for mark in [" (", " --", " —", " –", " _", " - "] {
            if let found = printed.firstRange(of: mark) { end = min(end, found.lowerBound) }
        }
        var place = printed[..<end]
        // "MOSCOW, Monday"
        if let comma = place.lastIndex(of: ","), place[comma...].contains(where: \.isNumber) {
            place = place[..<comma]
        }
        while let last = place.last, last == " " || last == "," || last == "-" {
            place.removeLast()
        }
        return String(place)
    }
}

extension Draft {
    /// Says what it is to others, by the status.
    mutating func takeStatus(_ word: String?) {
        status = WireFields.status(word)
        isNotice = status == .canceled
    }

    /// Some send the notice as a usable article, which says in words what it is.
    mutating func takeNotice() {
        func extra(_ name: String) -> String? { self.extra.first { $0.key == name }?.value }
        guard !isNotice else { return }
        let isOne = KillNotice.isOne(
            slug: extra("slugline") ?? "", headline: headline ?? "", text: text)
        if isOne || KillNotice.isHeadline(extra("ednote") ?? "") { takeStatus("canceled") }
    }

    mutating func note(_ key: String, _ value: String?) {
        guard let value, extra.count < ArticleObject.mostExtras else { return }
        extra.append((key, String(value.prefix(ArticleObject.longestExtra))))
    }

    /// - Throws: a `Reason` where it is no article.
    func checked(_ limits: ReadingLimits) throws(Reason) -> Draft {
        guard text.count <= limits.articleBytes else { throw .longText(limits.articleBytes) }
        guard !text.isEmpty || headline != nil || isNotice else { throw .emptyItem }
        var draft = self
        if draft.text.isEmpty, !isNotice, let summary = draft.summary {
            draft.text = Array(summary.utf8)
            draft.summary = nil
            draft.extent = .teaser
        } else if !draft.text.isEmpty, draft.extent == nil, !isNotice {
            draft.extent = .full
        }
        return draft
    }
}

extension Reason {
    static let emptyItem = Reason(
        .noArticle, what: "It has neither a headline nor any text.",
        advice: "Nothing need be done if that was meant.")

    /// - Parameter kind: with its article ("a package").
    static func noArticle(_ kind: String) -> Reason {
        Reason(
            .noArticle, what: "It is \(kind), and no article.",
            advice: "Nothing need be done: the articles are elsewhere.")
    }
}
