/// "[Source/Observer Network, Lin Chenli, Zhang Yixin]" before the report.
struct BracketCredit {
    var source: String?
    var bylines: [String]
    /// Where the bracket ends.
    var end: Int

    private static let sources = Phrases([
        "source/", "source:", "text/", "text:", "quelle:", "fuente:", "источник:", "文/", "文:",
        "来源:", "来源/", "源/",
    ])
    private static let names = Phrases(["by ", "by:", "记者 ", "记者:", "作者:", "作者 "])

    static func parse(_ passage: Passage) -> BracketCredit? {
        let pairs = [("[", "]"), ("【", "】"), ("［", "］"), ("（", "）"), ("(", ")")]
        guard let pair = pairs.first(where: { passage.starts(with: $0.0.utf8) }) else { return nil }
        let inner = passage.dropFirst(pair.0.utf8.count).prefix(160)
        let closing = Array(pair.1.utf8)
        guard
            let close = inner.indices.first(where: { inner[$0...].starts(with: closing) })
        else { return nil }
        let content = inner[..<close]
        let folded = Folding.fold(content)
        let end = close + closing.count
        if let label = sources.prefix(of: folded) {
            let parts = parts(of: content, after: label, folded)
            guard let source = parts.first, source.utf8.count <= 60 else { return nil }
            let rest = parts.dropFirst()
            guard rest.allSatisfy(PersonName.isName) else { return nil }
            return BracketCredit(source: source, bylines: Array(rest), end: end)
        }
        if let label = names.prefix(of: folded) {
            let parts = parts(of: content, after: label, folded)
            guard !parts.isEmpty, parts.allSatisfy(PersonName.isName) else { return nil }
            return BracketCredit(source: nil, bylines: parts, end: end)
        }
        return nil
    }

    /// The parts behind a label: split at commas, and in scripts without spaces at spaces too.
    private static func parts(of content: Passage, after label: Int, _ folded: [UInt8]) -> [String]
    {
        // Folding may have shortened the label (a full-width colon); what follows is unchanged
        // but for its own wide marks, so that the label is counted off in characters.
        let characters = String(decoding: folded.prefix(label), as: UTF8.self).unicodeScalars.count
        let text = String(
            String.UnicodeScalarView(content.string.unicodeScalars.dropFirst(characters)))
        let isHan = text.utf8.first.map { $0 >= 0xE3 && $0 <= 0xED } ?? false
        return text.split { $0 == "," || $0 == "，" || $0 == "、" || (isHan && $0 == " ") }
            .map { $0.trimmingBlanks }.filter { !$0.isEmpty }
    }
}
