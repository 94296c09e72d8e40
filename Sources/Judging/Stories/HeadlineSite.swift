/// The name of a site that some pages put behind their headline: "Ferry aground off Skarne | The Herald".
enum HeadlineSite {
    /// A headline has at least this many words before it, and the name no more than that.
    private static let words = (before: 4, name: 6)

    /// Where it begins, with the bar or dash before it; the end of the headline where there is none.
    static func start(in headline: UnsafeBufferPointer<UInt8>) -> Int {
        var nameWords = 0
        var index = headline.count - 1
        while index > 0, nameWords < words.name {
            index -= 1
            guard headline[index + 1] == 0x20 else { continue }
            nameWords += 1
            if let start = separator(endingAt: index, in: headline) {
                return wordCount(headline[..<start]) >= words.before ? start : headline.count
            }
        }
        return headline.count
    }

    /// Where a bar, hyphen or dash between spaces begins, the space before it included.
    private static func separator(
        endingAt index: Int, in headline: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        let isPlain = headline[index] == 0x7C || headline[index] == 0x2D
        // En dash and em dash: E2 80 93, E2 80 94.
        let isDash =
            index >= 2 && (headline[index] == 0x93 || headline[index] == 0x94)
            && headline[index - 1] == 0x80 && headline[index - 2] == 0xE2
        guard isPlain || isDash else { return nil }
        let space = index - (isPlain ? 1 : 3)
        return space >= 0 && headline[space] == 0x20 ? space : nil
    }

    private static func wordCount(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        1 + bytes.count { $0 == 0x20 }
    }
}
