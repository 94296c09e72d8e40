/// Why markup cannot be read, or not to its end.
package enum MarkupFault: Error, Sendable, Hashable {
    /// Elements lie in one another too deep.
    case tooDeep(line: Int)
    /// A tag has too many attributes.
    case crowdedTag(line: Int)
    /// XML that is not well-formed, in the parser's words.
    case broken(line: Int, what: String)
    /// XML that ends before its root element does.
    case truncated(line: Int)
    /// There is not enough memory for it.
    case noMemory
}
