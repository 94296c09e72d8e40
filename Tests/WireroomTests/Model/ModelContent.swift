/// What a file holds: known whole, so that a record can be compared with it.
///
/// In the text form of actions: `empty`, `t7+8` (a text of two paragraphs), `l7+!8+9` (JSON Lines,
/// the second of them broken) and `j7` (bytes that no reader takes).
struct ModelContent: Hashable, CustomStringConvertible {
    enum Part: Hashable {
        case paragraph(Int), line(Int), brokenLine(Int), junk(Int)
    }

    var parts: [Part]

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for part in parts {
            switch part {
            case .paragraph(let number):
                if !bytes.isEmpty { bytes.append(0x0A) }
                bytes += SampleText.article(number, paragraphs: 1).utf8
            case .line(let number): bytes += SampleText.line(number, paragraphs: 1).utf8
            case .brokenLine(let number): bytes += "broken \(number)\n".utf8
            case .junk(let number): bytes += [0, 1, 2, 3] + Array("\(number)\n".utf8)
            }
        }
        return bytes
    }

    /// The text of each record that it gives, by item.
    var texts: [Int: String] {
        guard case .paragraph = parts.first else {
            return Dictionary(
                uniqueKeysWithValues: parts.enumerated().compactMap { index, part in
                    guard case .line(let number) = part else { return nil }
                    return (index + 1, Self.text(number))
                })
        }
        let numbers = parts.compactMap { part -> Int? in
            if case .paragraph(let number) = part { number } else { nil }
        }
        return [1: numbers.map(Self.text).joined(separator: "\n\n")]
    }

    /// Its broken lines, byte for byte; empty where it has none, or is quarantined whole.
    var rejected: [UInt8] {
        isReadable
            ? parts.flatMap { part -> [UInt8] in
                if case .brokenLine = part { ModelContent(parts: [part]).bytes } else { [] }
            } : []
    }

    /// Whether it gives a record; if not, the file goes to quarantine.
    var isReadable: Bool { !texts.isEmpty }

    private static func text(_ number: Int) -> String {
        String(SampleText.article(number, paragraphs: 1).dropLast())
    }

    /// With more of its kind at the end.
    func appending(_ number: Int) -> ModelContent {
        switch parts.first {
        case .paragraph, nil: ModelContent(parts: parts + [.paragraph(number)])
        case .line, .brokenLine: ModelContent(parts: parts + [.line(number)])
        case .junk: ModelContent(parts: parts + [.junk(number)])
        }
    }

    /// Its first half.
    var halved: ModelContent { ModelContent(parts: Array(parts.prefix(parts.count / 2))) }

    var description: String {
        guard !parts.isEmpty else { return "empty" }
        var kind = ""
        let numbers = parts.map { part in
            switch part {
            case .paragraph(let number):
                kind = "t"
                return "\(number)"
            case .line(let number):
                kind = "l"
                return "\(number)"
            case .brokenLine(let number):
                kind = "l"
                return "!\(number)"
            case .junk(let number):
                kind = "j"
                return "\(number)"
            }
        }
        return kind + numbers.joined(separator: "+")
    }

    init(parts: [Part]) { self.parts = parts }

    init?(_ text: some StringProtocol) {
        parts = []
        if text == "empty" { return }
        for word in text.dropFirst().split(separator: "+") {
            guard let number = Int(word.drop { $0 == "!" }) else { return nil }
            switch (text.first, word.first) {
            case ("t", _): parts.append(.paragraph(number))
            case ("l", "!"): parts.append(.brokenLine(number))
            case ("l", _): parts.append(.line(number))
            case ("j", _): parts.append(.junk(number))
            default: return nil
            }
        }
    }
}
