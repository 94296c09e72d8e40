import Articles

/// A message that was forwarded inside the text of another: what was forwarded is the article.
///
/// It stands behind a line that says so, or behind an empty one, with a few of its headers printed.
/// Before it there is nothing or, in a message that its subject says to be forwarding, a note.
struct ForwardedText {
    private(set) var subject: String?
    private(set) var from: MailAddress?
    /// As printed.
    private(set) var date: String?
    private(set) var text: [UInt8] = []
    /// What whoever forwarded it wrote above it; empty where there is nothing.
    private(set) var note = ""

    /// A longer note, in bytes, is a text of its own.
    private static let longestNote = 600

    /// Nil for a text that holds none.
    /// - Parameter isForward: the message says of itself that it forwards another.
    init?(_ whole: [UInt8], isForward: Bool) {
        var rest = Lines(whole)
        var isAfterGap = true
        while rest.offset <= Self.longestNote {
            let start = rest.offset
            guard let line = rest.next() else { return nil }
            let isBegun = Self.announces(line) || (isAfterGap && Self.beginsHeader(line, rest))
            if isBegun {
                var message = Lines(whole, from: Self.announces(line) ? rest.offset : start)
                if read(&message) {
                    note = Self.text(of: whole[..<start])
                    return
                }
            }
            isAfterGap = line.isEmpty || Self.isRule(line)
            guard isForward || isAfterGap else { return nil }
        }
        return nil
    }

    /// Reads the header and the text; false where there is none.
    private mutating func read(_ rest: inout Lines) -> Bool {
        (subject, from, date) = (nil, nil, nil)
        guard var line = rest.nextWithText() else { return false }
        let isQuoted = line.first == ">"
        var headers = 0
        while let (label, value) = MailLabel.read(line) {
            headers += 1
            switch label {
            case .from: from = Self.address(value)
            case .date: date = value
            case .subject: subject = value
            case .others: break
            }
            guard let next = rest.next() else { break }
            line = next
            if line.isWithoutText { break }
        }
        guard headers >= 2, subject != nil || from != nil else { return false }
        // A header that goes over several lines, down to the empty one.
        var skipped = 0
        while !line.isWithoutText, skipped < 20, let next = rest.next() {
            (line, skipped) = (next, skipped + 1)
        }
        text = isQuoted ? Self.unquoted(rest.remaining) : rest.remaining
        return text.contains(where: { $0 > 0x20 })
    }

    /// Whether a line is the first of a header that stands by itself: who, when, and what.
    private static func beginsHeader(_ line: String, _ rest: Lines) -> Bool {
        var rest = rest
        var next: String? = line
        return MailLabel.beginHeader(
            AnyIterator {
                defer { next = rest.next() }
                return next.map { MailLabel.read($0)?.label }
            })
    }

    /// The rule that some programs draw above a message.
    private static func isRule(_ line: String) -> Bool {
        line.utf8.count >= 10 && line.utf8.allSatisfy { $0 == 0x5F || $0 == 0x2D }
    }

    private static func announces(_ line: String) -> Bool {
        guard line.utf8.count < 80 else { return false }
        let words = line.lowercased().filter { $0 != "-" && $0 != ":" && $0 != ">" }.trimmingBlanks
        return announcements.contains(words)
    }

    private static let announcements: Set<String> = [
        "forwarded message", "begin forwarded message", "original message",
        "weitergeleitete nachricht", "anfang der weitergeleiteten nachricht",
        "ursprüngliche nachricht", "message transféré", "début du message transféré",
        "message réexpédié", "message d'origine", "mensaje reenviado",
        "inicio del mensaje reenviado", "mensaje original", "messaggio inoltrato",
        "inizio messaggio inoltrato", "messaggio originale", "mensagem encaminhada",
        "mensagem original", "doorgestuurd bericht", "oorspronkelijk bericht",
        "vidarebefordrat meddelande", "videresendt melding", "пересылаемое сообщение",
        "исходное сообщение",
    ]

    /// "Maren Tveit <m@courier.example>", with marks of emphasis and links to the address around it.
    private static func address(_ text: String) -> MailAddress {
        let open = text.firstIndex { $0 == "<" || $0 == "[" } ?? text.endIndex
        let name = text[..<open].filter { $0 != "*" && $0 != "\"" }
        let address = text[open...].dropFirst().prefix { $0 != ">" && $0 != "]" && $0 != " " }
        let link = "mailto:"
        return MailAddress(
            name: String(name).trimmingBlanks,
            address: String(address.hasPrefix(link) ? address.dropFirst(link.count) : address))
    }

    /// Lines without the mark by which all of them are quoted.
    private static func unquoted(_ text: [UInt8]) -> [UInt8] {
        guard text.first(where: { $0 > 0x20 }) == 0x3E else { return text }
        var plain: [UInt8] = []
        plain.reserveCapacity(text.count)
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let bare = line.first == 0x3E ? line.dropFirst() : line
            plain += line.first == 0x3E && bare.first == 0x20 ? bare.dropFirst() : bare
            plain.append(0x0A)
        }
        return plain
    }

    /// What was written above the message, without the rule that parts them.
    private static func text(of bytes: ArraySlice<UInt8>) -> String {
        var note = String(decoding: bytes, as: UTF8.self).trimmingBlanks
        while note.last == "_" { note.removeLast() }
        return note.trimmingBlanks
    }

    /// The lines of a text, one after another.
    private struct Lines {
        private var rest: ArraySlice<UInt8>

        init(_ text: [UInt8], from offset: Int = 0) { rest = text[offset...] }

        /// Where the next one begins.
        var offset: Int { rest.startIndex }

        var remaining: [UInt8] { Array(rest) }

        mutating func next() -> String? {
            guard !rest.isEmpty else { return nil }
            let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
            let line = String(decoding: rest[..<end].prefix(1000), as: UTF8.self).trimmingBlanks
            rest = rest[min(end + 1, rest.endIndex)...]
            return line
        }

        mutating func nextWithText() -> String? {
            while let line = next() { if !line.isWithoutText { return line } }
            return nil
        }
    }
}

extension String {
    /// Empty, or with nothing but marks of quotation.
    fileprivate var isWithoutText: Bool { utf8.allSatisfy { $0 == 0x3E || $0 <= 0x20 } }
}
