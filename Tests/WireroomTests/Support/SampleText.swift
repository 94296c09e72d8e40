import TestSupport

/// Articles that have no five words in a row in common.
enum SampleText {
    private static let syllables = [
        "ba", "re", "ti", "mo", "lun", "sar", "ve", "kor", "pi", "da", "fen", "gu", "hal", "ni",
        "jo", "ster", "wa", "quin", "os", "el",
    ]

    /// The same text for the same number; `paragraphs` of about 40 words.
    static func article(_ number: Int, paragraphs: Int = 2) -> String {
        var random = SeededNumbers(seed: UInt64(truncatingIfNeeded: number) &* 7919 &+ 13)
        return (0..<paragraphs).map { _ in
            (0..<4).map { _ in sentence(&random) }.joined(separator: " ")
        }.joined(separator: "\n\n") + "\n"
    }

    private static func sentence(_ random: inout SeededNumbers) -> String {
        let words = (0..<10).map { _ in
            (0..<Int.random(in: 2...4, using: &random)).map { _ in
                syllables[Int.random(in: 0..<syllables.count, using: &random)]
            }.joined()
        }
        let first = words[0].prefix(1).uppercased() + words[0].dropFirst()
        return ([first] + words.dropFirst()).joined(separator: " ") + "."
    }

    /// A line of JSON Lines with such an article.
    static func line(_ number: Int, paragraphs: Int = 2) -> String {
        let text = article(number, paragraphs: paragraphs).dropLast()
            .replacing("\n", with: "\\n")
        return "{\"headline\":\"Report \(number) of the day\",\"text\":\"\(text)\"}\n"
    }
}
