/// What the lines mean by which mail programs print the header of a message in the text of another:
/// "From: …", "Sent: …".
package enum MailLabel: Sendable {
    case from, date, subject, others

    /// What a line says, if it is such a one, with its value as it stands behind the colon.
    package static func read(_ line: some StringProtocol) -> (label: MailLabel, value: String)? {
        let line = Substring(line).drop { $0 == ">" || $0 == " " || $0 == "*" }
        guard let colon = line.prefix(24).firstIndex(where: { $0 == ":" || $0 == "：" }),
            let label = labels[
                line[..<colon].filter { $0 != "*" && !$0.isWhitespace }.lowercased()]
        else { return nil }
        let value = line[line.index(after: colon)...].drop { $0 == "*" || $0.isWhitespace }
        return (label, String(value))
    }

    /// Whether lines begin a header that stands by itself: who, and in the next few when and what.
    /// - Parameter labels: what the lines say, as far as they are such ones.
    package static func beginHeader(_ labels: some Sequence<MailLabel?>) -> Bool {
        var labels = labels.makeIterator()
        guard case .some(.some(.from)) = labels.next() else { return false }
        var (hasDate, hasSubject) = (false, false)
        for _ in 0..<6 {
            guard let next = labels.next(), let label = next else { break }
            if case .date = label { hasDate = true }
            if case .subject = label { hasSubject = true }
        }
        return hasDate && hasSubject
    }

    /// Without blanks, in the languages of common mail programs.
    private static let labels: [String: MailLabel] = {
        let names: [(MailLabel, [String])] = [
            (
                .from,
                ["from", "von", "de", "da", "van", "från", "fra", "od", "от", "差出人", "发件人", "寄件者"]
            ),
            (
                .date,
                ["date", "sent", "datum", "gesendet", "fecha", "data", "envoyé", "envoyéle"]
                    + ["enviado", "enviadoel", "enviada", "enviadaem", "enviadoem", "verzonden"]
                    + ["skickat", "sendt", "dato", "inviato", "wysłano", "отправлено", "дата"]
                    + ["送信日時", "日付", "发送时间", "日期"]
            ),
            (
                .subject,
                ["subject", "betreff", "objet", "asunto", "oggetto", "assunto", "onderwerp"]
                    + ["ämne", "emne", "temat", "тема", "件名", "主题", "主旨"]
            ),
            (
                .others,
                ["to", "an", "à", "para", "a", "aan", "till", "til", "do", "кому", "宛先", "收件人"]
                    + ["cc", "kopie", "copie", "копия", "抄送", "reply-to", "antwortan"]
                    + ["répondreà", "attachments", "anlagen", "importance", "wichtigkeit"]
            ),
        ]
        var labels: [String: MailLabel] = [:]
        for (label, names) in names { for name in names { labels[name] = label } }
        return labels
    }()
}
