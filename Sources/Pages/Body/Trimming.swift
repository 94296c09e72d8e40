import Markup
import Platform

/// Cuts out of the blocks of the chosen part what is not the article's text.
struct Trimming {
    let features: PageFeatures
    let metadata: PageMetadata
    let headline: Int?
    /// How many of the passages stand above the part that was chosen.
    let above: Int
    var passages: [Passage]

    /// - Parameters:
    ///   - blocks: of the part that was chosen.
    ///   - standfirst: what stands above it.
    init(
        _ blocks: [TextBlock], below standfirst: [TextBlock], _ features: PageFeatures,
        _ metadata: PageMetadata, headline: Int?
    ) {
        self.features = features
        self.metadata = metadata
        self.headline = headline
        above = standfirst.count
        passages = (standfirst + blocks).map { Passage($0, features) }
        cutFront()
        cutLabelled()
        cutCaptions()
        cutLinks()
        cutBareHeadings()
        cutTail()
        spareSmallPage()
    }

    var standfirst: [TextBlock] { kept(passages.prefix(above)) }
    var text: [TextBlock] { kept(passages.dropFirst(above)) }
    var cuts: [PageCut] {
        passages.compactMap { passage in
            passage.rule.map { PageCut(rule: $0, node: passage.block.node, block: passage.block) }
        }
    }

    private func kept(_ passages: ArraySlice<Passage>) -> [TextBlock] {
        passages.filter { $0.rule == nil }.map(\.block)
    }

    mutating func cut(_ index: Int, _ rule: CutRule) {
        if passages[index].rule == nil { passages[index].rule = rule }
    }

    /// What is short on a page without any running text may well be all there is.
    private mutating func spareSmallPage() {
        guard !passages.contains(where: { $0.rule == nil && $0.isProse }) else { return }
        for index in passages.indices {
            switch passages[index].rule {
            case .tail, .byline, .links, .caption: passages[index].rule = nil
            default: break
            }
        }
    }
}

extension Array<UInt8> {
    /// Whether bytes, at least one, stand anywhere in it.
    func containsBytes(_ wanted: [UInt8]) -> Bool { self[...].containsBytes(wanted) }
}

extension ArraySlice<UInt8> {
    /// Whether bytes, at least one, stand anywhere in it.
    func containsBytes(_ wanted: [UInt8]) -> Bool {
        !wanted.isEmpty && contains(bytes: wanted)
    }
}
