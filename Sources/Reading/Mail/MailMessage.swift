import CMail

/// A message of RFC 5322 and MIME as a table of its parts, in the order of the message.
struct MailMessage: ~Copyable {
    /// More parts are no mail that a person wrote, nor a digest that one reads.
    static let mostParts = 10_000

    private let mail: OpaquePointer
    private let parts: UnsafeBufferPointer<wireroom_mail_part>

    /// Nil for bytes that no header begins.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self),
            let mail = wireroom_mail_parse(start, bytes.count, Self.mostParts)
        else { return nil }
        self.mail = mail
        var count = 0
        let first = wireroom_mail_parts(mail, &count)
        parts = UnsafeBufferPointer(start: first, count: count)
    }

    deinit { wireroom_mail_free(mail) }

    /// It has more parts than are read, or they lie too deep in one another.
    var isCut: Bool { wireroom_mail_is_cut(mail) }

    /// The message, its parts, and messages in it, each followed by what is in it.
    var indices: Range<Int> { parts.indices }

    subscript(index: Int) -> MailPart { MailPart(parts[index]) }

    /// The parts that lie directly in one.
    func children(of index: Int) -> [Int] {
        var children: [Int] = []
        var next = index + 1
        let end = min(Int(parts[index].end), parts.count)
        while next < end {
            children.append(next)
            next = max(next + 1, Int(parts[next].end))
        }
        return children
    }

    /// A header of a message, unfolded and decoded; nil where it is absent or blank.
    func header(_ name: String, of message: Int = 0) -> String? {
        guard let value = wireroom_mail_header(mail, message, name) else { return nil }
        let text = String(cString: value).trimmingBlanks
        return text.isEmpty ? nil : text
    }

    /// Who a message is from: names and addresses as they are given.
    func senders(of message: Int) -> [MailAddress] {
        var senders: [MailAddress] = []
        var name: UnsafePointer<CChar>?
        var address: UnsafePointer<CChar>?
        while senders.count < MailAddress.most,
            wireroom_mail_sender(mail, message, senders.count, &name, &address)
        {
            senders.append(
                MailAddress(
                    name: name.map { String(cString: $0).trimmingBlanks } ?? "",
                    address: address.map { String(cString: $0) } ?? ""))
        }
        return senders
    }

    /// Calls `body` with what a part says, its transfer encoding undone and its characters not.
    func withContent<Result>(of part: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        var count = 0
        let start = wireroom_mail_content(mail, part, &count)
        return body(UnsafeRawBufferPointer(start: start, count: count))
    }
}

/// What is known of a part of a message.
struct MailPart {
    var isMessage: Bool
    var isMultipart: Bool
    /// It says that it is not to be shown with the text.
    var isAttachment: Bool
    /// RFC 3676; nil where line breaks are meant as they stand.
    var flow: FlowedText?
    /// In lower case, without parameters.
    var mediaType: String
    /// As given.
    var charset: String?
    var fileName: String?
    var contentID: String?
    /// Where it was fetched from.
    var location: String?
    /// Of a multipart: the Content-ID of the part to begin with.
    var start: String?

    fileprivate init(_ part: wireroom_mail_part) {
        func string(_ value: UnsafePointer<CChar>?) -> String? { value.map { String(cString: $0) } }
        isMessage = part.is_message
        isMultipart = part.is_multipart
        isAttachment = part.is_attachment
        flow = part.is_flowed ? FlowedText(deletesBlanks: part.deletes_blanks) : nil
        mediaType = string(part.media_type) ?? "text/plain"
        charset = string(part.charset)
        fileName = string(part.file_name)
        contentID = string(part.content_id)
        location = string(part.location)
        start = string(part.start)
    }
}

/// A mailbox that a message is from.
struct MailAddress {
    /// Of a message with more senders the first ones are told.
    static let most = 16

    /// As printed; empty where there is only the address.
    var name: String
    var address: String
}
