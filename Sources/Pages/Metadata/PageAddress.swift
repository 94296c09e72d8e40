import Articles

/// Finds the address that a page is known by.
struct PageAddress {
    /// Nil where the page does not say it and it is not known where it comes from.
    let canonical: String?
    private let base: BaseAddress?

    /// - Parameter fetched: where the page was fetched from.
    init(_ facts: PageFacts, _ article: LinkedArticle?, fetched: String?) {
        let base = BaseAddress.joined(BaseAddress(fetched), facts.base)
        self.base = base
        let said = [facts.links["canonical"], facts.metas.first("og:url"), article?.url]
        let addresses = said.compactMap { $0.flatMap(PlainLine.of) }.compactMap {
            WebAddress.canonical(BaseAddress.resolve($0, against: base))
        }
        let own = fetched.flatMap(WebAddress.canonical)
        // An article is no front page, whatever a template says.
        canonical = addresses.first { !WebAddress.isFrontPage($0) } ?? own ?? addresses.first
    }

    /// An address on the page, made absolute.
    func resolved(_ address: String?) -> String? {
        PlainLine.of(address).map { BaseAddress.resolve($0, against: base) }
    }
}
