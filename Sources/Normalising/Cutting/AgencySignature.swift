import Articles

/// "(dmk)", "sak/Reuters", "— AFP", "Mit Material von dpa": the sign of an editor or an agency under
/// a report. An agency that signs alone becomes the source where none is known.
struct AgencySignature: LineRule {
    let rule = Rule.agency
    let reach = Reach.tail

    /// Where one of these stands before them, the agencies gave only a part of the report.
    private static let helpers = Phrases([
        "mit material von ", "mit informationen von ", "mit ", "unter verwendung von ", "with ",
        "with inputs from ", "with input from ", "with material from ", "avec ", "con ",
        "con información de ", "con informacion de ", "con informazioni di ", "com ",
        "com informações de ", "med ",
    ])
    private static let labels = Phrases(["quelle: ", "quellen: ", "source: ", "sources: "])
    /// Whole signatures that name no agency.
    private static let nameless = Phrases([
        "mit agenturmaterial", "mit agenturen", "mit material der agenturen", "with agencies",
        "with agency reports", "with inputs from agencies", "with input from agencies",
        "with agency inputs", "avec agences", "avec les agences", "con agencias", "com agências",
        "agencies", "agenturen", "agencias", "agences",
    ])
    private static let generic: Set<String> = [
        "agencies", "agenturen", "agences", "agencias", "agências", "red", "redaktion", "online",
    ]

    func mayTake(_ passage: Passage) -> Bool {
        passage.count <= 80 && passage.wordCount <= 9
    }

    func takes(_ line: Line, _ place: Surroundings) -> Bool {
        guard mayTake(line.printed), place.followsReport else { return false }
        let signature = Signature(line)
        return signature.isNameless || signature.isInitials || !signature.agencies.isEmpty
    }

    func keep(_ line: Line, in article: inout Article) -> Bool {
        let signature = Signature(line)
        if article.source == nil, !signature.isHelper, signature.agencies.count == 1 {
            article.source = signature.agencies[0]
        }
        return true
    }

    /// A line, taken apart.
    private struct Signature {
        /// As printed; none where anything else stands in the line.
        var agencies: [String] = []
        var isHelper = false
        var isNameless = false
        /// "(dmk)", "(axk/mho)".
        var isInitials = false

        init(_ line: Line) {
            let text = line.printed.string.trimming { "()[]–—-. ".contains($0) }
            let folded = Folding.fold(Array(text.utf8)[...])
            if AgencySignature.nameless.equals(folded) {
                isNameless = true
                return
            }
            var rest = text[...]
            if let label = AgencySignature.helpers.prefix(of: folded) {
                isHelper = true
                rest = text.dropFirst(Self.characters(folded, label))
            } else if let label = AgencySignature.labels.prefix(of: folded) {
                rest = text.dropFirst(Self.characters(folded, label))
            }
            let parts = Self.parts(of: rest)
            guard !parts.isEmpty else { return }
            let names = parts.compactMap(Agency.named)
            let isBracketed = line.printed.first == 0x28 && line.printed.last == 0x29
            let others = parts.filter { Agency.named($0) == nil }
            guard others.allSatisfy({ Self.isInitials($0) || generic.contains($0.lowercased()) })
            else { return }
            if names.isEmpty {
                isInitials =
                    isBracketed && !isHelper
                    && others.allSatisfy { Self.isInitials($0) && $0.utf8.count >= 2 }
            } else {
                agencies = names
            }
        }

        /// What stands between strokes, commas and words such as "and".
        private static func parts(of text: Substring) -> [String] {
            text.split { $0 == "/" || $0 == "," || $0 == ";" }.flatMap { listed in
                listed.split(separator: " ").split(whereSeparator: links.contains).map {
                    $0.joined(separator: " ")
                }
            }
        }

        private static let links: Set<Substring> = ["und", "and", "et", "y", "e", "og", "och"]

        /// Two to four small letters.
        private static func isInitials(_ text: String) -> Bool {
            (1...4).contains(text.utf8.count) && text.utf8.allSatisfy(\.isASCIILower)
        }

        private static func characters(_ folded: [UInt8], _ count: Int) -> Int {
            String(decoding: folded.prefix(count), as: UTF8.self).count
        }
    }
}

extension String {
    fileprivate func trimming(_ isBlank: (Character) -> Bool) -> String {
        var rest = self[...]
        while let first = rest.first, isBlank(first) { rest.removeFirst() }
        while let last = rest.last, isBlank(last) { rest.removeLast() }
        return String(rest)
    }
}
