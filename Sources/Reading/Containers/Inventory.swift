import Articles

/// What was passed over in a container, to be told where no article was found.
struct Inventory {
    private let kind: ContainerKind
    private var counts: [(kind: String, count: Int)] = []

    init(of kind: ContainerKind) { self.kind = kind }

    /// Notes one.
    /// - Parameter kind: in the plural ("images").
    mutating func note(_ kind: String) {
        if let index = counts.firstIndex(where: { $0.kind == kind }) {
            counts[index].count += 1
        } else {
            counts.append((kind, 1))
        }
    }

    /// Why nothing is taken of it.
    var reason: Reason {
        let held = counts.sorted { $0.count > $1.count }.map { "\($0.count) \($0.kind)" }
        return Reason(
            .noArticle,
            what: "It is \(kind.described) without an article in it"
                + (held.isEmpty ? "." : ", but \(held.joined(separator: ", "))."),
            advice: "Nothing need be done if that was meant.")
    }
}
