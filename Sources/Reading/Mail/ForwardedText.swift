/// A message that was forwarded inside the text of another, behind a line that says so and a few of
/// its headers, with nothing before it: what was forwarded is the article.
struct ForwardedText {
    private(set) var subject: String?
    private(set) var from: MailAddress?
    /// As printed.
    private(set) var date: String?
    private(set) var text: [UInt8] = []

    /// Nil for a text that does not begin like that.
    init?(_ whole: [UInt8]) {
        var rest = Lines(whole)
        guard let first = rest.nextWithText(), Self.announces(first) else { return nil }
        guard var line = rest.nextWithText() else { return nil }
        var headers = 0
        while let (field, value) = Self.header(line) {
            headers += 1
            switch field {
            case .from: from = Self.address(value)
            case .date: date = value
            case .subject: subject = value
            case .others: break
            }
            guard let next = rest.next() else { break }
            line = next
            if line.isEmpty { break }
        }
        guard headers >= 2, subject != nil || from != nil else { return nil }
        // A header that goes over several lines, down to the empty one.
        var skipped = 0
        while !line.isEmpty, skipped < 20, let next = rest.next() {
            (line, skipped) = (next, skipped + 1)
        }
        text = rest.remaining
        guard text.contains(where: { $0 > 0x20 }) else { return nil }
    }

    private enum Field { case from, date, subject, others }

    private static func announces(_ line: String) -> Bool {
        guard line.utf8.count < 80 else { return false }
        let words = line.lowercased().filter { $0 != "-" && $0 != ":" && $0 != ">" }.trimmingBlanks
        return announcements.contains(words)
    }

    private static let announcements: Set<String> = [
        "forwarded message", "begin forwarded message", "original message",
        "weitergeleitete nachricht", "anfang der weitergeleiteten nachricht",
        "ursprüngliche nachricht", "message transféré", "début du message transféré",
        "message réexpédié", "mensaje reenviado", "inicio del mensaje reenviado",
        "messaggio inoltrato", "inizio messaggio inoltrato", "mensagem encaminhada",
        "doorgestuurd bericht", "vidarebefordrat meddelande", "videresendt melding",
    ]

    private static func header(_ line: String) -> (Field, String)? {
        let line = line.drop { $0 == ">" || $0 == " " || $0 == "*" }
        guard let colon = line.utf8.prefix(24).firstIndex(of: 0x3A) else { return nil }
        let label = line[..<colon].filter { $0 != "*" }.lowercased().trimmingBlanks
        guard let field = fields[label] else { return nil }
        let value = line[line.utf8.index(after: colon)...].drop { $0 == "*" }
        return (field, String(value).trimmingBlanks)
    }

    private static let fields: [String: Field] = {
        let labels: [(Field, [String])] = [
            (.from, ["from", "von", "de", "da", "van", "från", "fra"]),
            (
                .date,
                ["date", "sent", "datum", "gesendet", "fecha", "data", "envoyé", "enviado"]
                    + ["verzonden", "skickat", "sendt", "dato", "inviato"]
            ),
            (
                .subject,
                ["subject", "betreff", "objet", "asunto", "oggetto", "assunto", "onderwerp"]
                    + ["ämne", "emne"]
            ),
            (
                .others,
                ["to", "an", "à", "para", "a", "aan", "till", "til", "cc", "kopie", "reply-to"]
                    + ["antwort an", "répondre à", "attachments"]
            ),
        ]
        var fields: [String: Field] = [:]
        for (field, names) in labels { for name in names { fields[name] = field } }
        return fields
    }()

    /// "Maren Tveit <m@courier.example>", with marks of emphasis and links to the address around it.
    private static func address(_ text: String) -> MailAddress {
        let open = text.utf8.firstIndex(of: 0x3C) ?? text.endIndex
        let name = text[..<open].filter { $0 != "*" && $0 != "\"" }
        let address = text[open...].dropFirst().prefix { $0 != ">" && $0 != " " }
        return MailAddress(name: String(name).trimmingBlanks, address: String(address))
    }

    /// The lines of a text, one after another.
    private struct Lines {
        private var rest: ArraySlice<UInt8>

        init(_ text: [UInt8]) { rest = text[...] }

        var remaining: [UInt8] { Array(rest) }

        mutating func next() -> String? {
            guard !rest.isEmpty else { return nil }
            let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
            let line = String(decoding: rest[..<end].prefix(1000), as: UTF8.self).trimmingBlanks
            rest = end < rest.endIndex ? rest[(end + 1)...] : []
            return line
        }

        mutating func nextWithText() -> String? {
            while let line = next() { if !line.isEmpty { return line } }
            return nil
        }
    }
}
