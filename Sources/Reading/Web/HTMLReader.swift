import Articles
import Markup
import Pages

/// A page of the web: one article, or none.
enum HTMLReader: DocumentReader {
    static func items(of document: borrowing Document) throws(Reason) -> [DocumentItem] {
        let tree: MarkupTree
        do throws(MarkupFault) {
            tree = try MarkupTree(html: document.text)
        } catch {
            throw Reason(error)
        }
        let page = Page(tree, url: document.origin.url)
        if let absence = page.body.absence { throw .noArticle(absence) }
        var draft = Draft(of: page)
        draft.notes = ReadingNotes(of: page.body, in: tree)
        return [DocumentItem(.success(draft))]
    }
}

extension Draft {
    fileprivate init(of page: Page) {
        self.init(form: .fields)
        text = page.body.text
        let said = page.metadata
        headline = said.headline
        summary =
            page.body.standfirst.isEmpty
            ? said.summary
            : String(decoding: page.body.standfirst.plainText, as: UTF8.self)
        bylines = said.bylines
        published = said.published
        updated = said.updated
        source = said.source
        url = said.url
        language = said.language
        image = said.image
        section = said.section
        keywords = said.keywords
        license = said.license
    }
}

extension ReadingNotes {
    /// Shorter texts are shown whole.
    private static let longestCut = 400

    fileprivate init(of body: PageBody, in tree: MarkupTree) {
        self.init()
        for (index, candidate) in body.candidates.enumerated() {
            candidates.append(
                Candidate(
                    name: candidate.method.rawValue, score: candidate.score,
                    line: tree.line(candidate.node), isChosen: index == 0,
                    isInnermost: candidate.isInnermost))
        }
        for cut in body.cuts {
            let text = cut.opening(in: tree, bytes: Self.longestCut)
            guard !text.isEmpty else { continue }
            cuts.append(
                Cut(
                    rule: cut.rule.rawValue, explanation: cut.rule.explanation,
                    line: tree.line(cut.node), text: text))
        }
        cuts.sort { $0.line < $1.line }
    }
}

extension Reason {
    fileprivate static func noArticle(_ absence: PageAbsence) -> Reason {
        Reason(
            .noArticle, what: absence.sentence,
            advice: "Nothing is to be done; drop the pages of articles.")
    }
}
