/// What the keys of a feed's articles mean: those that everybody uses, and before them its own.
struct FieldNames: Sendable, Equatable {
    private let own: [String: ArticleField]

    /// - Parameter own: names, each with the key of the record that it means.
    init(own: [String: String] = [:]) {
        self.own = own.compactMapValues { ours in
            ArticleField.allCases.first { $0.names.first == ours }
        }
    }

    /// What a key means, and how good a name it is, 0 being the best; nil for one that means nothing.
    func meaning(of key: UnsafeRawBufferPointer) -> (field: ArticleField, rank: Int)? {
        if !own.isEmpty, let field = own[String(decoding: key, as: UTF8.self)] {
            return (field, -1)
        }
        return ArticleField.meaning(of: key)
    }
}
