import Articles

/// Takes out of mails what is none of the text: the signature, the footer of a mailing list, and
/// what a reply quotes.
///
/// It looks at lines, before wrapped ones are joined. Text remains always, and where in doubt all
/// does: quoted lines that nothing introduces, in a mail that is no reply, are the report's.
enum MailFurniture {
    /// RFC 3676 knows four lines of signature; many have more, with addresses and notices.
    private static let longestSignature = 12

    static func cut(from text: inout CleanText, form: Draft.Form) -> [Cut] {
        guard case .mail(let isReply, let isForward) = form, !text.lines.isEmpty else { return [] }
        var cuts: [Cut] = []
        if !isForward { cutOldMessage(&text, isReply: isReply, &cuts) }
        cutQuotes(&text, isReply: isReply, &cuts)
        cutSignature(&text, &cuts)
        return cuts
    }

    /// What stands below the line by which some programs begin the message that is replied to, or
    /// from its header on, which others print.
    private static func cutOldMessage(
        _ text: inout CleanText, isReply: Bool, _ cuts: inout [Cut]
    ) {
        let first = text.lines.indices.dropFirst().first { index in
            isOldMessageLine(text.passage(index)) || (isReply && beginsHeader(at: index, in: text))
        }
        if let first { remove([first..<text.lines.count], from: &text, by: .quotedReply, &cuts) }
    }

    /// Whether a line and the next few say who wrote a message, when, and about what; a rule may
    /// stand above them.
    private static func beginsHeader(at index: Int, in text: CleanText) -> Bool {
        var first = index
        if text.passage(index).allSatisfy({ $0 == 0x5F }) { first += 1 }
        guard first < text.lines.count else { return false }
        return MailLabel.beginHeader(
            text.lines.indices[first...].lazy.map { label(of: text.passage($0)) })
    }

    private static func label(of line: Passage) -> MailLabel? {
        guard line.prefix(64).contains(0x3A) || line.contains(0xEF) else { return nil }
        return MailLabel.read(line.prefix(120).string)?.label
    }

    private static func isOldMessageLine(_ line: Passage) -> Bool {
        guard line.count < 80, line.starts(with: [0x2D, 0x2D, 0x2D]), line.last == 0x2D else {
            return false
        }
        let words = line.filter { $0 != 0x2D }[...].string.trimmingBlanks.lowercased()
        return oldMessageWords.contains(words)
    }

    private static let oldMessageWords: Set<String> = [
        "original message", "ursprüngliche nachricht", "originalnachricht", "message d'origine",
        "message original", "mensaje original", "messaggio originale", "oorspronkelijk bericht",
        "ursprungligt meddelande", "oprindelig meddelelse", "original-nachricht",
        "исходное сообщение", "mensagem original",
    ]

    private static func cutQuotes(
        _ text: inout CleanText, isReply: Bool, _ cuts: inout [Cut]
    ) {
        var quotes: [Range<Int>] = []
        var left = text.lines.count
        var index = 0
        while index < text.lines.count {
            let first = index
            while index < text.lines.count, isQuoted(text.passage(index)) { index += 1 }
            guard index > first else {
                index += 1
                continue
            }
            let introduction = introduction(before: first, in: text)
            guard isReply || introduction != nil else { continue }
            // A line that a quotation ends with introduces nothing.
            let start = max(introduction ?? first, quotes.last?.upperBound ?? 0)
            quotes.append(start..<index)
            left -= index - start
        }
        if left > 0 { remove(quotes, from: &text, by: .quotedReply, &cuts) }
    }

    private static func isQuoted(_ line: Passage) -> Bool { line.first == 0x3E }

    /// Where the line or two begin that say who wrote what is quoted from an index on.
    private static func introduction(before index: Int, in text: CleanText) -> Int? {
        for length in 1...2 where index - length >= 0 {
            let first = index - length
            if length == 2, text.lines[index - 1].followsGap { return nil }
            let last = text.passage(index - 1)
            guard last.endsWithColon else { return nil }
            let words = (first..<index).map { text.passage($0).string }.joined(separator: " ")
            guard words.utf8.count < 300 else { return nil }
            let lower = words.lowercased()
            if verbs.contains(where: { lower.contains($0) }), lower.contains("@") || length == 1 {
                return first
            }
        }
        return nil
    }

    private static let verbs = [
        "wrote", "writes", "schrieb", "écrit", "escribió", "escreveu", "ha scritto", "scrisse",
        "skrev", "schreef", "napisał", "написал", "пишет", "kirjoitti",
    ]

    private static func cutSignature(_ text: inout CleanText, _ cuts: inout [Cut]) {
        // The footer of a mailing list stands below the signature of the message.
        for _ in 0..<2 {
            let start = text.lines.indices.dropFirst().suffix(longestSignature)
                .last { isSignatureLine(text.passage($0)) }
            guard let start else { return }
            remove([start..<text.lines.count], from: &text, by: .signature, &cuts)
        }
    }

    /// "-- ", or the 47 strokes by which Mailman begins its footer.
    private static func isSignatureLine(_ line: Passage) -> Bool {
        line.elementsEqual([0x2D, 0x2D])
            || (line.count == 47 && line.allSatisfy { $0 == 0x5F })
    }

    private static func remove(
        _ passages: [Range<Int>], from text: inout CleanText, by rule: Rule, _ cuts: inout [Cut]
    ) {
        for lines in passages {
            let (first, last) = (text.lines[lines.lowerBound], text.lines[lines.upperBound - 1])
            let bytes = text.bytes[first.range.lowerBound..<last.range.upperBound]
            cuts.append(Cut(rule: rule, text: bytes.string, line: first.number))
        }
        text.remove(passages)
    }
}
