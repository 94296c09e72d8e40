/// One word of a text, as shingles, differences and stories see it.
struct Word {
    struct Traits: OptionSet {
        let rawValue: UInt8

        /// The first letter is upper case (or title case).
        static let capitalised = Traits(rawValue: 1)
        /// The first word of a sentence, a quotation or a paragraph, where a capital says nothing.
        static let startsSentence = Traits(rawValue: 2)
        /// The first word of a line.
        static let startsParagraph = Traits(rawValue: 4)
        /// Digits, with or without separators.
        static let number = Traits(rawValue: 8)
        /// A character of a script that is written without spaces between words.
        static let ideographic = Traits(rawValue: 16)
        /// Letters and digits together ("G7", "WX12").
        static let mixed = Traits(rawValue: 32)
        /// A comma, a semicolon or a parenthesis parts it from the word before.
        static let afterPause = Traits(rawValue: 64)
    }

    /// Of its lower-case letters; for a number, of its value: "2,000" and "2000.0" are the same.
    var hash: UInt64
    /// Of its first letters, which inflected forms share; for a number as `hash`.
    var stem: UInt64
    /// In scalars, at most 255.
    var length: UInt8
    var traits: Traits

    /// A capital that was not called for by its place.
    var isName: Bool {
        traits.contains(.capitalised) && traits.isDisjoint(with: .startsSentence)
            || traits.contains(.mixed) && traits.contains(.capitalised)
    }
}
