/// How the items of a numbered list are numbered.
struct ListNumbering {
    let style: TextBlock.NumberStyle
    /// The number of the current item.
    private(set) var number: Int
    private let step: Int

    /// - Parameter list: an element `ol`.
    init(of list: Int, in tree: MarkupTree) {
        let isReversed = tree.attribute("reversed", of: list) != nil
        style = tree.string("type", of: list).flatMap(TextBlock.NumberStyle.init) ?? .digits
        step = isReversed ? -1 : 1
        let first =
            Self.number("start", of: list, in: tree)
            ?? (isReversed ? tree.children(list).count { tree.tag($0) == .li } : 1)
        number = first - step
    }

    /// Goes on to an item, which may say its number itself.
    mutating func begin(_ item: Int, in tree: MarkupTree) {
        number = Self.number("value", of: item, in: tree) ?? number + step
    }

    private static func number(_ name: String, of node: Int, in tree: MarkupTree) -> Int? {
        tree.string(name, of: node).flatMap {
            Int32($0.filter { !$0.isWhitespace }).map(Int.init)
        }
    }
}
