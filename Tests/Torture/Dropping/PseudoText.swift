/// Texts of invented words, each the same for the same number, and none like another: that two have
/// five words in a row in common does not happen.
struct PseudoText {
    var paragraphs: [String]

    /// As the archive has it.
    var text: String { paragraphs.joined(separator: "\n\n") }

    init(paragraphs: [String]) { self.paragraphs = paragraphs }

    init(seed: UInt64, number: Int, paragraphs count: Int) {
        let own = seed &* 0x1_0000_0001 &+ UInt64(truncatingIfNeeded: number)
        var random = RandomNumbers(seed: own)
        paragraphs = (0..<count).map { _ in
            (0..<4).map { _ in Self.sentence(&random) }.joined(separator: " ")
        }
    }

    private static let syllables = [
        "am", "bel", "cor", "dan", "eth", "fol", "gri", "hov", "ilm", "jas", "kel", "lor", "mur",
        "nad", "ost", "pel", "qui", "rom", "sül", "tev", "ulk", "vor", "wen", "yar", "zim", "ø",
    ]

    private static func sentence(_ random: inout RandomNumbers) -> String {
        let words = (0..<10).map { _ in
            (0..<Int.random(in: 2...4, using: &random)).map { _ in
                syllables[Int.random(in: 0..<syllables.count, using: &random)]
            }.joined()
        }.joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst() + "."
    }
}
