import Articles

/// Words by which an agency says that a text is a later state of one it has sent.
enum RevisionMark {
    /// Whether the headline, or the first line of the text, begins with such a mark
    /// ("CORRECTED-", "UPDATE 2-", "(Corrects figure)").
    static func isOn(_ article: Article) -> Bool {
        if var headline = article.headline,
            headline.withUTF8({ isFirst(in: $0, words: headlineMarks) })
        {
            return true
        }
        return article.text.withUnsafeBufferPointer { isFirst(in: $0, words: textMarks) }
    }

    private static func isFirst(in bytes: UnsafeBufferPointer<UInt8>, words: Set<UInt64>) -> Bool {
        var scanner = WordScanner(bytes)
        guard let first = scanner.next() else { return false }
        return words.contains(first.hash)
    }

    private static let headlineMarks: Set<UInt64> = [
        WordHash.of("corrected"), WordHash.of("correction"), WordHash.of("corrects"),
        WordHash.of("update"), WordHash.of("updated"), WordHash.of("rpt"), WordHash.of("refile"),
        WordHash.of("clarification"), WordHash.of("korrektur"), WordHash.of("berichtigung"),
        WordHash.of("rectificatif"), WordHash.of("correctif"),
    ]

    private static let textMarks: Set<UInt64> = [
        WordHash.of("corrected"), WordHash.of("correction"), WordHash.of("corrects"),
        WordHash.of("clarification"), WordHash.of("korrektur"), WordHash.of("berichtigung"),
        WordHash.of("rectificatif"),
    ]
}
