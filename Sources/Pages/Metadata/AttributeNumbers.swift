import Markup

/// The numbers that the attributes which name elements have in one document.
struct AttributeNumbers {
    let relation: UInt32?
    let property: UInt32?
    /// Those whose values are names that the site made up.
    let made: [UInt32]

    init(_ tree: MarkupTree) {
        relation = tree.number(ofName: "rel")
        property = tree.number(ofName: "itemprop")
        made = ["class", "id", "data-testid", "data-component"].compactMap {
            tree.number(ofName: $0)
        }
    }
}
