import Articles
import Markup

/// The articles of one item of NewsML 1: the same report in several languages, say.
///
/// The first has the item's identity. Another one would be taken for a later state of that, and is named
/// by its language, or by its number where it has the same one.
struct NewsML1Parts {
    private let common: NewsML1Item
    private var levels: NewsML1Levels
    private var names: Set<String> = []
    private var count = 0

    init(of item: MarkupElement) {
        common = NewsML1Item(of: item)
        levels = NewsML1Levels(of: item)
    }

    /// Nil for what belongs to a picture.
    mutating func draft(of component: MarkupElement) -> Draft? {
        let levels = levels.above(component)
        guard !levels.contains(where: \.isOfPicture) else { return nil }
        var item = common
        item.take(component, levels)
        count += 1
        let language = item.draft.language ?? ""
        let isOther = !language.isEmpty && names.insert(language).inserted
        if count > 1 { item.name(isOther ? language : "\(count)") }
        return item.draft
    }
}
