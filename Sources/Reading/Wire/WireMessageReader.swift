import Articles

/// What one message of a wire is, in the format of its agency.
protocol WireMessageContent {
    init(_ message: WireMessage)
    func draft() -> Draft
}

/// Files of messages that begin and end with control characters: each an article or a notice.
struct WireMessageReader<Content: WireMessageContent>: DocumentReader {
    static func items(of document: borrowing Document) throws(Reason) -> [DocumentItem] {
        let (messages, isCut) = WireMessage.messages(of: document.text)
        guard !isCut else { throw .cutMessage }
        guard !messages.isEmpty else { throw .emptyItem }
        let limits = document.limits
        return messages.map { message in
            DocumentItem(
                line: message.line,
                Result { () throws(Reason) in try Content(message).draft().checked(limits) })
        }
    }
}
