import Articles

/// A message in ANPA 1312, the text format of North American agencies: a service letter and a number, a
/// second line with priority, category, slug, date and length, and a text whose heads begin with `^` and
/// whose paragraphs begin with a tabulator.
///
/// It is named by service, number and slug, as numbers begin anew each day.
struct ANPA1312Message: WireMessageContent {
    private var service = ""
    private var number = ""
    private var priority: String?
    private var category: String?
    private var slug = ""
    private var isTable = false
    private var heads: [String] = []
    private var text: [UInt8] = []
    private var sent: String?

    /// Device controls say how the text is set.
    private static let table: UInt8 = 0x12
    private static let priorities: [String: String] = [
        "f": "1", "b": "2", "u": "3", "r": "4", "d": "5", "a": "4", "s": "6", "w": "6",
    ]

    init(_ message: WireMessage) {
        let lines = message.headingLines
        if let first = lines.first { takeFirst(first) }
        if lines.count > 1 { takeSecond(lines[1]) }
        isTable = message.heading.contains(Self.table)
        takeText(message.text)
        sent = Self.time(message.trailer)
    }

    /// "a0123", and a selector.
    private mutating func takeFirst(_ line: String) {
        let name = line.prefix { $0 != " " }
        service = String(name.prefix { !$0.isNumber })
        number = String(name.dropFirst(service.count).prefix { $0.isNumber })
    }

    /// "u a bc-slug-words  03-03 0250".
    private mutating func takeSecond(_ line: String) {
        var parts = line.split(separator: " ")
        if let word = parts.first, word.count == 1 {
            priority = Self.priorities[word.lowercased()]
            parts.removeFirst()
        }
        if let word = parts.first, word.count == 1 {
            category = String(word)
            parts.removeFirst()
        }
        let isDate = { (part: Substring) in
            part.contains("-") && part.allSatisfy { $0.isNumber || $0 == "-" }
        }
        if let date = parts.lastIndex(where: isDate) { parts = Array(parts[..<date]) }
        slug = parts.joined(separator: " ")
    }

    private mutating func takeText(_ bytes: ArraySlice<UInt8>) {
        var body: [UInt8] = []
        for line in bytes.split(omittingEmptySubsequences: false, whereSeparator: { $0 == 0x0A }) {
            let start = line.drop { $0 == 0x0D || $0 == 0x20 }
            if start.first == 0x5E {
                let head = start.dropFirst().filter { $0 != 0x3C }
                if let text = WireMessage.plain(head[...]) { heads.append(text) }
            } else if body.isEmpty, start.last == 0x3C,
                let text = WireMessage.plain(start.dropLast())
            {
                // A head that goes on.
                heads.append(text)
            } else {
                body += line
                body.append(0x0A)
            }
        }
        text = WireText.paragraphs(Self.typeset(body), isTable: isTable)
    }

    /// Quotation marks and dashes as teletypes had to write them.
    private static func typeset(_ text: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(text.count)
        var at = 0
        func byte(_ index: Int) -> UInt8 { index < text.count ? text[index] : 0 }
        while at < text.count {
            switch (text[at], byte(at + 1)) {
            case (0x60, 0x60):
                out += Array("“".utf8)
                at += 2
            case (0x27, 0x27):
                out += Array("”".utf8)
                at += 2
            case (0x5F, 0x20), (0x5F, 0x0D), (0x5F, 0x0A):
                out += at > 0 && text[at - 1] == 0x20 ? Array("—".utf8) : [0x5F]
                at += 1
            default:
                out.append(text[at])
                at += 1
            }
        }
        return out
    }

    /// "AP-NY-03-03-26 1015EST<" in the trailer, as a time that others read.
    private static func time(_ trailer: ArraySlice<UInt8>) -> String? {
        guard let line = WireMessage.lines(trailer).first else { return nil }
        let parts = line.split { $0 == "-" || $0 == " " }
        let numbers = parts.filter { $0.count == 2 && $0.allSatisfy(\.isNumber) }
        guard numbers.count >= 3,
            let clock = parts.last(where: { $0.count >= 4 && $0.prefix(4).allSatisfy(\.isNumber) }),
            let year = Int(numbers[2])
        else { return nil }
        let zone = clock.dropFirst(4).prefix { $0.isLetter }
        let date = "\(year < 70 ? 2000 + year : 1900 + year)-\(numbers[0])-\(numbers[1])"
        return "\(date) \(clock.prefix(2)):\(clock.prefix(4).suffix(2))"
            + (zone.isEmpty ? "" : " \(zone)")
    }

    func draft() -> Draft {
        var draft = Draft(form: .fields)
        for head in heads {
            let lower = head.lowercased()
            if lower.hasPrefix("by ") {
                draft.bylines.append(head)
            } else if lower.hasPrefix("eds:") || lower.hasPrefix("eds ") {
                draft.note("ednote", head)
            } else if draft.headline == nil {
                draft.headline = head
            } else if draft.source == nil, lower.hasSuffix("writer") || lower.contains("press") {
                draft.source = head
            } else {
                draft.note("head", head)
            }
        }
        draft.text = text
        draft.urgency = priority
        draft.section = category
        draft.published = sent
        draft.isNotice = KillNotice.isOne(
            slug: slug, headline: draft.headline ?? "", text: text)
        draft.status = draft.isNotice ? .canceled : .usable
        draft.guid = identity(draft)
        draft.note("slugline", slug.isEmpty ? nil : slug)
        return draft
    }

    private func identity(_ draft: Draft) -> String? {
        let own = (service + number).lowercased()
        var name = own
        if draft.isNotice {
            let words = (draft.headline ?? "") + "\n" + String(decoding: text, as: UTF8.self)
            let parts = words.lowercased().split { !$0.isLetter && !$0.isNumber }
            let other = parts.first { part in
                part != own && part.hasPrefix(service.lowercased()) && !service.isEmpty
                    && part.count >= 5 && part.dropFirst(service.count).allSatisfy(\.isNumber)
            }
            name = other.map(String.init) ?? own
        }
        guard !name.isEmpty else { return nil }
        let words = KillNotice.withoutMarks(slug)
        return words.isEmpty ? name : "\(name) \(words)"
    }
}
