import Articles
import Platform

/// Tells e-mail by its header (RFC 5322): a text may begin with "From:", too.
enum MailHead {
    /// Headers that programs write and people do not.
    private static let technical: Set<String> = [
        "message-id", "received", "return-path", "delivered-to", "mime-version",
        "content-transfer-encoding", "dkim-signature", "x-mailer", "x-original-to", "references",
        "in-reply-to", "list-id", "authentication-results", "content-type",
        "snapshot-content-location", "x-snapshot-content-location",
    ]
    private static let others: Set<String> = [
        "from", "to", "cc", "bcc", "subject", "date", "sender", "reply-to", "organization",
        "resent-from", "resent-date", "resent-to", "content-disposition", "content-location",
        "newsgroups", "user-agent", "content-class", "importance", "x-priority", "thread-topic",
    ]

    /// - Parameter text: from its beginning.
    static func format(_ text: UnsafeRawBufferPointer, name: String) -> Format? {
        let name = name.lowercased()
        if text.begins("From "), let rest = afterFromLine(text) {
            return headers(in: rest).found.isEmpty ? nil : .mbox
        }
        let isNamed = [".eml", ".mht", ".mhtml", ".msg"].contains { name.hasSuffix($0) }
        // One line of an mbox without its time may stand before.
        let start = text.begins("From ") ? afterFirstLine(text) : text
        let (headers, isDamaged) = headers(in: start)
        let names = Set(headers.map(\.name))
        let known = names.filter { technical.contains($0) || others.contains($0) }.count
        let least = isNamed ? 1 : 2
        let isMail =
            isDamaged || start.count < text.count
            ? names.intersection(technical).count >= least
            : known >= least && (isNamed || !names.isDisjoint(with: technical))
                || isPersonal(headers)
        guard isMail else { return nil }
        let isRelated = headers.contains {
            $0.name == "content-type" && $0.value.begins("multipart/related")
        }
        // Pages that browsers save were sent by nobody to nobody.
        let isSent = !names.isDisjoint(with: ["to", "received", "message-id", "delivered-to"])
        let isSaved =
            name.hasSuffix(".mht") || name.hasSuffix(".mhtml")
            || names.contains("snapshot-content-location")
        return isRelated && (isSaved || !isSent) ? .mhtml : .mail
    }

    /// Written by hand or by a simple program: who, to whom or when, what about, and an address.
    private static func isPersonal(_ headers: [Header]) -> Bool {
        let names = Set(headers.map(\.name))
        return names.contains("from") && names.contains("subject")
            && (names.contains("to") || names.contains("date"))
            && headers.contains { $0.name == "from" && $0.value.contains(0x40) }
    }

    private struct Header {
        var name: String
        var value: UnsafeRawBufferPointer
    }

    /// The header, and whether a line that is none ends it before an empty one or the end does.
    private static func headers(
        in text: UnsafeRawBufferPointer
    ) -> (found: [Header], isDamaged: Bool) {
        var headers: [Header] = []
        var start = 0
        while start < text.count {
            let end = text.firstIndex(ofByte: 0x0A, from: start)
            let line = text.part(start..<(end ?? text.count))
            let isWhole = end != nil
            start += line.count + 1
            if line.isEmpty || line[0] == 0x0D { break }
            if line[0] == 0x20 || line[0] == 0x09 {
                guard !headers.isEmpty else { return ([], true) }
                continue
            }
            // Blanks before the colon were allowed once (RFC 5322, section 4.5).
            let name = line.prefix { $0 != 0x3A }.prefix { $0 != 0x20 && $0 != 0x09 }
            guard let colon = line.firstIndex(of: 0x3A), !name.isEmpty, colon < 72,
                name.allSatisfy({ (0x21...0x7E).contains($0) }),
                line[name.endIndex..<colon].allSatisfy({ $0 == 0x20 || $0 == 0x09 })
            else {
                // The last line that is seen of a long header.
                return (headers, isWhole)
            }
            let value = line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
            headers.append(
                Header(
                    name: String(decoding: name.map(\.lowercased), as: UTF8.self),
                    value: UnsafeRawBufferPointer(rebasing: value)))
        }
        return (headers, false)
    }

    private static func afterFirstLine(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        text.firstIndex(ofByte: 0x0A).map { text.part($0 + 1..<text.count) } ?? text
    }

    /// What follows the line before each message of an mbox: "From", an address, and a time.
    private static func afterFromLine(
        _ text: UnsafeRawBufferPointer
    ) -> UnsafeRawBufferPointer? {
        guard let end = text.firstIndex(ofByte: 0x0A) else { return nil }
        let line = text.part(0..<end)
        let hasTime = line.indices.dropFirst(2).dropLast(2).contains {
            line[$0] == 0x3A && line[$0 - 1].isDigit && line[$0 + 1].isDigit && line[$0 + 2].isDigit
        }
        return hasTime ? text.part(end + 1..<text.count) : nil
    }
}
