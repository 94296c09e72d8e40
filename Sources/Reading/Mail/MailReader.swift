import Articles

/// Mail: the text of a message is an article, and so are messages and articles attached to it.
///
/// Subject, date, identity and language are fields. A page that a browser saved as mail (MHTML) is
/// read as the page.
package enum MailReader: DocumentReader {
    package static let decodesItself = true

    package static func items(of document: borrowing Document) throws(Reason) -> [DocumentItem] {
        guard let mail = MailMessage(document.bytes) else { throw .noMessage }
        guard !mail.isCut else { throw .crowdedMail }
        if let page = SavedPage(mail) {
            return try page.items(in: mail, limits: document.limits)
        }
        var items: [DocumentItem] = []
        /// Messages that are still to be read, the next one last.
        var messages = [0]
        while let message = messages.popLast() {
            let body = MailBody(of: message, in: mail)
            items += article(message, body, in: mail, document.limits).map { [$0] } ?? []
            let isBesideText = body.text.count >= shortestReport
            for file in body.files {
                items += MailAttachment(part: file, isBesideText: isBesideText)
                    .items(in: mail, limits: document.limits)
            }
            messages += body.messages.reversed()
        }
        if items.isEmpty {
            throw MailBody(of: 0, in: mail).isEncrypted ? .encryptedMail : .noMailText
        }
        return items
    }

    /// Shorter texts, in bytes, may only point at what is attached.
    private static let shortestReport = 500

    /// The article that the text of a message is; nil where it has none.
    private static func article(
        _ message: Int, _ body: MailBody, in mail: borrowing MailMessage, _ limits: ReadingLimits
    ) -> DocumentItem? {
        guard body.text.contains(where: { $0 > 0x20 }) else { return nil }
        guard body.text.count <= limits.articleBytes else {
            return DocumentItem(.failure(.longMail(limits.articleBytes)))
        }
        return DocumentItem(.success(draft(message, body.text, in: mail)))
    }

    private static func draft(
        _ message: Int, _ text: [UInt8], in mail: borrowing MailMessage
    ) -> Draft {
        func header(_ name: String) -> String? { mail.header(name, of: message) }
        let outer = MailSubject(header("Subject") ?? "")
        // Some programs say of a message that is forwarded that it is replied to, too.
        let isReply = outer.isReply || (header("In-Reply-To") != nil && !outer.isForward)
        let forwarded = isReply ? nil : ForwardedText(text, isForward: outer.isForward)
        let subject = forwarded?.subject.map(MailSubject.init) ?? outer
        var draft = Draft(
            form: .mail(
                isReply: forwarded == nil ? isReply : subject.isReply,
                isForward: forwarded == nil && outer.isForward))
        draft.text = forwarded?.text ?? text
        draft.headline = subject.text.isEmpty ? nil : subject.text
        let isBulk =
            header("List-Id") != nil || header("List-Unsubscribe") != nil
            || header("Precedence").map { ["bulk", "list"].contains($0.lowercased()) } ?? false
        let senders = forwarded?.from.map { [$0] } ?? mail.senders(of: message)
        let sender = MailSender(senders, isBulk: isBulk)
        draft.bylines = sender.bylines
        draft.source = sender.source ?? (forwarded == nil ? header("Organization") : nil)
        draft.published = forwarded?.date ?? header("Date")
        draft.guid = header("Message-ID").map(\.bare)
        draft.url = header("Archived-At").map(\.bare)
        draft.language = header("Content-Language")
        draft.keywords =
            header("Keywords").map { $0.split(separator: ",").map { String($0).trimmingBlanks } }
            ?? []
        if let list = header("List-Id") { draft.extra.append(("list", list)) }
        if let note = forwarded?.note, !note.isEmpty { draft.extra.append(("note", note)) }
        if draft.bylines.isEmpty, draft.source == nil, let from = header("From") {
            draft.extra.append(("from", from))
        }
        return draft
    }
}

extension Reason {
    fileprivate static let noMessage = Reason(
        .noText, what: "It is no mail: it has no header.", advice: "Drop the whole message.")

    fileprivate static let crowdedMail = Reason(
        .tooDeep,
        what: "The mail has more than \(MailMessage.mostParts) parts, or they lie too deep in one "
            + "another.",
        advice: "Drop the articles that are in it.")

    fileprivate static func longMail(_ limit: Int) -> Reason {
        Reason(
            .tooLarge, what: "The text of the mail is longer than \(limit) bytes.",
            advice: "If it is one article, raise limits.articleBytes.")
    }

    fileprivate static let encryptedMail = Reason(
        .noArticle, what: "The mail is encrypted.", advice: "Drop it once it is decrypted.")

    fileprivate static let noMailText = Reason(
        .noArticle, what: "The mail has no text, and no article is attached to it.",
        advice: "Nothing need be done if that was meant.")
}
