import Articles

/// A page of the web in a message, with what it shows: MHTML (RFC 2557), as browsers save it.
struct SavedPage {
    /// The part that is the page.
    private let part: Int
    /// Where it was saved from.
    private let url: String?

    /// Nil for a message that somebody wrote: a letter may be a page with pictures, too. A saved one
    /// says where it was fetched from, and has not been sent.
    init?(_ mail: borrowing MailMessage) {
        let saved = mail.header("Snapshot-Content-Location")
        let isSent = mail.header("Received") != nil || mail.header("To") != nil
        guard saved != nil || !isSent else { return nil }
        let page = mail.indices.first {
            mail[$0].mediaType == "text/html" || mail[$0].mediaType == "application/xhtml+xml"
        }
        guard let page, saved != nil || mail[page].location != nil else { return nil }
        part = page
        url = [saved, mail[page].location].compactMap { $0 }.first {
            $0.hasPrefix("http://") || $0.hasPrefix("https://")
        }
    }

    /// The articles of the page.
    func items(
        in mail: borrowing MailMessage, limits: ReadingLimits
    ) throws(Reason) -> [DocumentItem] {
        var origin = Document.Origin()
        origin.url = url
        origin.mediaType = mail[part].mediaType
        origin.charset = mail[part].charset
        let charset = mail[part].charset
        let result: Result<[DocumentItem], Reason> = mail.withContent(of: part) { bytes in
            let text = MailCharset.utf8(bytes, charset: charset)
            return text.withUnsafeBytes { text in
                do throws(Reason) {
                    let page = Document(bytes: bytes, text: text, origin: origin, limits: limits)
                    return .success(try HTMLReader.items(of: page))
                } catch {
                    return .failure(error)
                }
            }
        }
        return try result.get()
    }
}
