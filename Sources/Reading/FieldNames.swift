/// What the keys of a feed's articles mean: those that everybody uses, and before them its own.
struct FieldNames: Sendable, Equatable {
    private let own: [String: ArticleField]
    /// They are such as people write, not programs.
    private let arePeoples: Bool

    /// - Parameters:
    ///   - own: names, each with the key of the record that it means.
    ///   - arePeoples: those of columns and labels count, in many languages: too common as keys of
    ///     JSON that mean something else.
    init(own: [String: String] = [:], arePeoples: Bool = false) {
        self.arePeoples = arePeoples
        self.own = own.compactMapValues { ours in
            ArticleField.allCases.first { $0.names.first == ours }
        }
    }

    /// What a key means, and how good a name it is, 0 being the best; nil for one that means nothing.
    func meaning(of key: UnsafeRawBufferPointer) -> (field: ArticleField, rank: Int)? {
        if !own.isEmpty, let field = own[String(decoding: key, as: UTF8.self)] {
            return (field, -1)
        }
        if let meaning = ArticleField.meaning(of: key) { return meaning }
        return arePeoples ? ColumnName.meaning(of: String(decoding: key, as: UTF8.self)) : nil
    }
}
