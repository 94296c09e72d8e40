import Articles

/// Brings articles into the archive's form: clean characters, paragraphs, fields apart from text, and
/// nothing in the text that is not the report.
///
/// Normalising is idempotent: an article that comes in again as it went out comes out the same. Where
/// a rule is in doubt, it keeps.
package struct Normaliser: Sendable {
    /// The version of the rules. Content identities hold within one version.
    package static let version = 2

    private let fields: FieldReader
    private let editor: Editor

    package init(defaults: FeedDefaults = FeedDefaults()) {
        let times = TimeParser(zone: defaults.zone)
        fields = FieldReader(defaults: defaults, times: times)
        editor = Editor(times: times)
    }

    /// Throws `Refusal.empty` for a draft with neither text nor headline, but for a notice: what it
    /// takes back is said by its fields.
    package func normalise(_ draft: Draft) throws(Refusal) -> Normalised {
        var draft = draft
        draft.mendMojibake()
        var text = CleanText(draft.text)
        let cuts = MailFurniture.cut(from: &text, form: draft.form)
        var manuscript = Manuscript(text, article: fields.article(of: draft), cuts: cuts)
        if manuscript.paragraphs.isEmpty && manuscript.article.headline == nil && !draft.isNotice {
            throw .empty
        }
        editor.edit(&manuscript, form: draft.form)
        fields.fillDefaults(&manuscript.article)
        manuscript.article.text = manuscript.text()
        if manuscript.article.language == nil {
            manuscript.article.language = LanguageGuess.language(of: manuscript.article)
        }
        return Normalised(article: manuscript.article, cuts: manuscript.cutsInOrder())
    }
}
