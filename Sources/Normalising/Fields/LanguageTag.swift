/// BCP 47 language tags.
enum LanguageTag {
    /// The tag with hyphens and its primary language in lower case; nil for what has not its shape
    /// ("English", "en us").
    static func canonical(_ text: String) -> String? {
        let subtags = text.trimmingBlanks.split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == "_" })
        guard let primary = subtags.first, subtags.count <= 8, (2...3).contains(primary.utf8.count),
            primary.utf8.allSatisfy(\.isASCIILetter)
        else { return nil }
        for subtag in subtags.dropFirst() {
            guard (1...8).contains(subtag.utf8.count),
                subtag.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit })
            else { return nil }
        }
        return ([primary.lowercased()] + subtags.dropFirst().map(String.init)).joined(
            separator: "-")
    }
}
