import Articles

extension Article {
    /// What is compared: the text, or the headline where there is nothing else.
    var comparedText: [UInt8] { text.isEmpty ? Array((headline ?? "").utf8) : text }
}
