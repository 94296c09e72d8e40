/// The subject of a mail, as a headline.
struct MailSubject {
    /// Without the marks of replies and of forwarding.
    private(set) var text: String
    /// By the outermost mark.
    private(set) var isReply = false
    private(set) var isForward = false

    /// In the languages of common mail programs.
    private static let replies = ["re", "aw", "sv", "antw", "rép", "ref", "rif", "odp", "vs"]
    private static let forwards = ["fwd", "fw", "wg", "tr", "rv", "enc", "vb", "i", "pd", "doorst"]

    init(_ subject: String) {
        text = subject
        while let colon = text.utf8.prefix(8).firstIndex(of: 0x3A) {
            // "Re[2]: " counts replies.
            let mark = text[..<colon].prefix { $0 != "[" }.lowercased()
            if Self.replies.contains(mark) {
                isReply = !isForward
            } else if Self.forwards.contains(mark) {
                isForward = !isReply
            } else {
                return
            }
            text = String(text[text.utf8.index(after: colon)...]).trimmingBlanks
        }
    }
}
