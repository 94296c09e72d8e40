import Articles

/// What is known beforehand of the files of a feed.
package struct FeedHints: Sendable, Equatable {
    /// The format of all its articles; by itself the content decides.
    package var format: Format?
    /// The label of the encoding of texts that are no UTF-8 and do not say themselves what they are.
    package var encoding: String?
    /// Their names of fields, each with ours.
    package var fields: [String: String] = [:]

    package init() {}
}
