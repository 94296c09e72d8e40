import Markup

/// The article's text on a page, and how it was found.
package struct PageBody {
    /// The standfirst, where it stands above the text and apart from it; the first of ``blocks``.
    package private(set) var standfirst: [TextBlock] = []
    /// The text with the standfirst, in the order of the page.
    package private(set) var blocks: [TextBlock] = []
    /// What was looked at, the chosen one first.
    package private(set) var candidates: [Candidate] = []
    /// What was cut out of the chosen part, in the order of the page.
    package private(set) var cuts: [PageCut] = []

    /// Why there is no article on the page, where there is none.
    package private(set) var absence: PageAbsence?

    /// All of it as one plain text, paragraphs parted by empty lines.
    package var text: [UInt8] { blocks.plainText }

    package init(of tree: MarkupTree, metadata: PageMetadata) {
        absence = .nothing
        guard tree.count > 1 else { return }
        let features = PageFeatures(tree)
        let headline = Headline.node(features, metadata)
        let pruning = Pruning(features, headline: headline)
        let found = [
            NamedBody.find(features, pruning, headline: headline),
            NarrowedBody.find(features, pruning),
            VotedBody.find(features, pruning),
        ].compactMap { $0 }
        candidates = Choice(features, pruning, metadata, headline: headline).ranked(found)
        if candidates.isEmpty { candidates = [WholePage.find(features, pruning)].compactMap { $0 } }
        guard let chosen = candidates.first else { return }
        let inside = TextBlocks.blocks(of: chosen.node, in: tree) { pruning.rules[$0] != nil }
        let above = Standfirst.blocks(
            features, pruning, headline: headline, body: chosen.node, metadata)
        let trimming = Trimming(inside, below: above, features, metadata, headline: headline)
        standfirst = trimming.standfirst
        blocks = standfirst + trimming.text
        absence = PageAbsence(features, pruning, blocks, metadata, headline: headline)
        cuts = trimming.cuts + pruning.cuts(in: chosen.node)
    }
}
