import Markup

/// What a component of NewsML 1 says of itself, for what lies in it as well. Read once: many may lie in
/// one.
struct NewsML1Level {
    private(set) var lines: MarkupElement?
    private(set) var administrative: MarkupElement?
    private(set) var descriptive: MarkupElement?
    private(set) var language: String?
    private(set) var isOfPicture = false

    private static let pictures: Set<String> = [
        "photo", "picture", "image", "caption", "graphic", "video", "audio", "photocaption",
    ]

    init(_ component: MarkupElement) {
        language = component.attribute("lang")
        for child in component.tree.children(component.index) {
            let name = component.tree.name(child)
            let element = MarkupElement(component.tree, child)
            switch name {
            case "NewsLines": lines = lines ?? element
            case "AdministrativeMetadata": administrative = administrative ?? element
            case "DescriptiveMetadata": descriptive = descriptive ?? element
            case "Role":
                let role = element.attribute("FormalName") ?? ""
                if Self.pictures.contains(role.lowercased().filter(\.isLetter)) {
                    isOfPicture = true
                }
            default: break
            }
        }
    }
}

/// The levels above a component, the innermost first.
struct NewsML1Levels {
    private let item: MarkupElement
    private var known: [Int: NewsML1Level] = [:]

    /// Components lie in one another no deeper, but in what was made to be slow.
    private static let most = 16

    init(of item: MarkupElement) { self.item = item }

    /// Those of a component, with its own.
    mutating func above(_ component: MarkupElement) -> [NewsML1Level] {
        var levels: [NewsML1Level] = []
        var index = component.index
        while index > item.index, levels.count < Self.most {
            let level = known[index] ?? NewsML1Level(MarkupElement(item.tree, index))
            known[index] = level
            levels.append(level)
            index = item.tree.parent(index)
        }
        return levels
    }
}
