import Articles

/// A file that is attached to a message.
struct MailAttachment {
    /// Its index in the message.
    var part: Int
    /// Whether the message says enough for itself, so that a document is a copy, or an ornament.
    var isBesideText = false

    /// The articles of a file that may hold some, and a fault for one that may and is not read; none
    /// of pictures, signatures, calendars.
    func items(in mail: borrowing MailMessage, limits: ReadingLimits) -> [DocumentItem] {
        let about = mail[part]
        return mail.withContent(of: part) { content in
            switch use(of: content, about) {
            case .none: return []
            case .untold(let reason): return [item(.failure(reason), about)]
            case .read: break
            }
            var reader = FileReader(limits: limits)
            reader.open(name: about.fileName ?? "")
            var items: [DocumentItem] = []
            do throws(FileFault) {
                while let read = try reader.next(in: content) {
                    items.append(item(read.content.mapError(\.reason), about, reader.format))
                }
            } catch {
                items.append(item(.failure(error.reason), about, reader.format))
            }
            return items
        }
    }

    private func item(
        _ content: Result<Draft, Reason>, _ about: MailPart, _ format: Format? = nil
    ) -> DocumentItem {
        var item = DocumentItem(content)
        item.member = about.fileName
        item.format = format
        return item
    }

    private enum Use {
        case read
        /// It may hold articles that nobody will see.
        case untold(Reason)
        case none
    }

    /// What is to be done with a file, by its type, its name and its content.
    ///
    /// A message has its own way to hold messages, and files that hold files could go on without end.
    private func use(of content: UnsafeRawBufferPointer, _ about: MailPart) -> Use {
        guard content.contains(where: { $0 > 0x20 }) else { return .none }
        var origin = Document.Origin()
        origin.name = about.fileName ?? ""
        switch Sniffer.sniff(head: content, origin: origin, hints: FeedHints()) {
        case .empty, .blank, .format(.mail), .format(.mbox), .format(.mhtml): return .none
        case .unsupported(let kind):
            return kind.isMedium || isBesideText ? .none : .untold(.kind(kind))
        case .container(.encoded) where Self.mayHoldArticles(about): return .read
        case .container(.encoded): return .none
        case .container(let kind): return .untold(.attachedContainer(kind))
        case .binary, .format: return Self.mayHoldArticles(about) ? .read : .none
        }
    }

    private static func mayHoldArticles(_ about: MailPart) -> Bool {
        let type = about.mediaType
        switch type {
        case "text/plain", "text/html", "text/markdown", "text/xml", "text/csv",
            "text/tab-separated-values", "application/json", "application/ld+json",
            "application/x-ndjson", "application/xml", "application/xhtml+xml":
            return true
        // What mail programs call all that they do not know: the name tells more.
        case "application/octet-stream", "binary/octet-stream", "application/x-unknown",
            "application/force-download", "application/download", "application/x-download":
            let name = (about.fileName ?? "").lowercased()
            return textSuffixes.contains { name.hasSuffix($0) }
        default: return type.hasSuffix("+xml") && !type.hasPrefix("image/")
        }
    }

    private static let textSuffixes = [
        ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".xml", ".nitf", ".json",
        ".jsonl", ".ndjson", ".csv", ".tsv", ".rss", ".atom",
    ]
}

extension Reason {
    fileprivate static func attachedContainer(_ kind: ContainerKind) -> Reason {
        Reason(
            .unsupportedKind,
            what: "It is \(kind.described), attached to a mail, which is not unpacked there.",
            advice: "Drop it by itself.")
    }
}
