import Articles

/// A message in IPTC 7901, the text format of European agencies: a heading
/// (`source number SP priority SP category SP words`), slug lines, a headline and a text.
///
/// Numbers begin anew each day, so that a message is named by source, number and slug together. A
/// notice names what it takes back by its number ("kill abc0123"), and repeats its slug; where it has
/// no number in its words, its own is taken, which some agencies give out again.
struct IPTC7901Message: WireMessageContent {
    private var source = ""
    private var number = ""
    private var priority: String?
    private var category: String?
    private var slug = ""
    private var headline = ""
    private var text: [UInt8] = []
    private var note: String?
    private var sent: String?

    init(_ message: WireMessage) {
        var lines = message.headingLines
        if !lines.isEmpty { takeFirst(lines.removeFirst()) }
        slug = lines.joined(separator: " ")
        takeText(message.text)
        sent = WireMessage.lines(message.trailer).lazy.compactMap(Self.time).first
    }

    /// "171532 Nov 26", day, hour and minute first, as a time that others read.
    private static func time(_ line: String) -> String? {
        let parts = line.split(separator: " ")
        guard parts.count == 3, parts[0].utf8.count == 6, parts[2].utf8.count == 2,
            parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let year = Int(parts[2]),
            parts[1].allSatisfy(\.isLetter)
        else { return nil }
        let clock = parts[0].dropFirst(2)
        return "\(parts[0].prefix(2)) \(parts[1]) \(year < 70 ? 2000 + year : 1900 + year) "
            + "\(clock.prefix(2)):\(clock.suffix(2))"
    }

    private mutating func takeFirst(_ line: String) {
        let parts = line.split(separator: " ")
        guard let name = parts.first else { return }
        source = String(name.prefix { !$0.isNumber })
        number = String(name.dropFirst(source.count).prefix { $0.isNumber })
        var rest = parts.dropFirst()
        if number.isEmpty, let next = rest.first, next.allSatisfy(\.isNumber), next.count > 1 {
            number = String(next)
            rest = rest.dropFirst()
        }
        priority = rest.first { $0.count == 1 && $0.allSatisfy(\.isNumber) }.map(String.init)
        category = rest.first { $0.allSatisfy(\.isLetter) }.map(String.init)
    }

    /// The first line is the headline; an empty line or the indentation of the next ends it.
    private mutating func takeText(_ bytes: ArraySlice<UInt8>) {
        let end = bytes.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
        headline = WireMessage.plain(bytes[..<end]) ?? ""
        var rest = Array(bytes[end...])
        // Notes to editors stand at the end, after a line that says so.
        if let notes = Self.notesStart(rest) {
            let own = rest[notes...].split { $0 == 0x0A || $0 == 0x0D }.dropFirst()
            note = own.compactMap { WireMessage.plain($0) }.joined(separator: "\n")
            rest = Array(rest[..<notes])
        }
        text = WireText.paragraphs(rest)
    }

    private static let notesMarks: [[UInt8]] = [
        Array("The following information is not".utf8),
        Array("Die folgenden Informationen sind nicht".utf8),
    ]

    private static func notesStart(_ text: [UInt8]) -> Int? {
        var at = text.startIndex
        while let feed = text[at...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
            at = feed + 1
            let line = text[at...].drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x23 || $0 == 0x2A }
            if notesMarks.contains(where: { line.starts(with: $0) }) { return at }
        }
        return nil
    }

    func draft() -> Draft {
        var draft = Draft(form: .fields)
        draft.headline = headline.isEmpty ? nil : headline
        draft.text = text
        draft.source = source.isEmpty ? nil : source
        draft.urgency = priority
        draft.published = sent
        draft.section = category
        draft.isNotice = KillNotice.isOne(slug: slug, headline: headline, text: text)
        draft.status = draft.isNotice ? .canceled : .usable
        draft.guid = identity(of: draft.isNotice ? reference ?? number : number)
        draft.note("slugline", slug.isEmpty ? nil : slug)
        draft.note("ednote", note)
        return draft
    }

    private func identity(of number: String) -> String? {
        guard !source.isEmpty, !number.isEmpty else { return nil }
        let name = (source + number).lowercased()
        let words = KillNotice.withoutMarks(slug)
        return words.isEmpty ? name : "\(name) \(words)"
    }

    /// The number of the message that a notice names: after the source's name.
    private var reference: String? {
        let words = [slug, headline, String(decoding: text, as: UTF8.self)].joined(separator: "\n")
        let parts = words.lowercased().split { !$0.isLetter && !$0.isNumber }
        let name = source.lowercased()
        for (index, part) in parts.enumerated() where part.hasPrefix(name) {
            var digits = part.dropFirst(name.count)
            if digits.isEmpty, index + 1 < parts.count { digits = parts[index + 1] }
            if digits.count >= 2, digits.allSatisfy(\.isNumber) { return String(digits) }
        }
        return nil
    }
}
