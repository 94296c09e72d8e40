/// What a page's `meta` elements say, by name.
struct MetaTags {
    private var contents: [String: [String]] = [:]

    /// A page has some thirty; more than so many are not kept.
    private static let most = 400
    private var count = 0

    /// - Parameter name: of the attribute name, property, itemprop or http-equiv, in any case.
    mutating func add(_ content: String, to name: String) {
        guard count < Self.most else { return }
        count += 1
        contents[name.lowercased(), default: []].append(content)
    }

    /// All that is said under the first of the names that says anything.
    func all(_ names: [String]) -> [String] {
        for name in names {
            if let found = contents[name], !found.isEmpty { return found }
        }
        return []
    }

    /// What is said under any name that has certain words in it, in the order of the names.
    func each(named isNamed: (String) -> Bool) -> [String] {
        contents.keys.filter(isNamed).sorted().flatMap { contents[$0] ?? [] }
    }

    /// What the names say, the best first.
    func each(_ names: [String]) -> [String] { names.flatMap { contents[$0] ?? [] } }

    func first(_ names: String...) -> String? { all(names).first }
}
