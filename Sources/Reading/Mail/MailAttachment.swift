import Articles

/// A file that is attached to a message.
struct MailAttachment {
    /// Its index in the message.
    var part: Int

    /// The articles of a file whose type may hold some; none of pictures, signatures, calendars.
    func items(in mail: borrowing MailMessage, limits: ReadingLimits) -> [DocumentItem] {
        let about = mail[part]
        guard Self.mayHoldArticles(about.mediaType) else { return [] }
        return mail.withContent(of: part) { content in
            guard content.contains(where: { $0 > 0x20 }), !Self.holdsOthers(content) else {
                return []
            }
            var reader = FileReader(limits: limits)
            reader.open(name: about.fileName ?? "")
            var items: [DocumentItem] = []
            func add(_ content: Result<Draft, Reason>, _ format: Format?) {
                var item = DocumentItem(content)
                item.member = about.fileName
                item.format = format
                items.append(item)
            }
            do throws(FileFault) {
                while let item = try reader.next(in: content) {
                    add(item.content.mapError(\.reason), reader.format)
                }
            } catch {
                add(.failure(error.reason), reader.format)
            }
            return items
        }
    }

    /// Messages and containers: a message has its own way to hold them, and files that hold files
    /// could go on without end.
    private static func holdsOthers(_ content: UnsafeRawBufferPointer) -> Bool {
        switch Sniffer.sniff(head: content, origin: Document.Origin(), hints: FeedHints()) {
        case .format(.mail), .format(.mbox), .format(.mhtml), .container: true
        default: false
        }
    }

    private static func mayHoldArticles(_ type: String) -> Bool {
        switch type {
        case "text/plain", "text/html", "text/markdown", "text/xml", "text/csv",
            "text/tab-separated-values", "application/json", "application/ld+json",
            "application/x-ndjson", "application/xml", "application/xhtml+xml":
            true
        default: type.hasSuffix("+xml") && !type.hasPrefix("image/")
        }
    }
}
