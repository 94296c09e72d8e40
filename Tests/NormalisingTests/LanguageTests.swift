import Articles
import Testing

@testable import Normalising

@Suite("Language")
struct LanguageTests {
    private func language(of text: String, headline: String? = nil) throws -> String? {
        var draft = Draft(form: .fields)
        draft.text = Array(text.utf8)
        draft.headline = headline
        return try Normaliser().normalise(draft).article.language
    }

    @Test(arguments: [
        ("en", "The ferry left the harbour at six in the morning, and nobody on the pier waved."),
        (
            "de",
            "Die Fähre verließ den Hafen um sechs Uhr morgens, und niemand auf dem Steg winkte."
        ),
        ("fr", "Le bac a quitté le port à six heures du matin, et personne ne l'a salué du quai."),
        (
            "es",
            "El transbordador salió del puerto a las seis de la mañana y nadie saludó desde el muelle."
        ),
        (
            "ru",
            "Паром вышел из гавани в шесть часов утра, и никто на причале не помахал ему рукой."
        ),
        ("ja", "フェリーは朝六時に港を出たが、桟橋で手を振る人は誰もいなかった。町はまだ眠っていた。"),
        ("he", "המעבורת יצאה מהנמל בשש בבוקר, ואיש על הרציף לא נופף לה לשלום. העיר עוד ישנה."),
    ])
    func `It is told from the text`(code: String, text: String) throws {
        #expect(try language(of: text) == code)
        #expect(try language(of: text + " " + text + " " + text + " " + text) == code)
    }

    @Test func `A short text is told with its headline, or not at all`() throws {
        #expect(try language(of: "The ferry left.") == nil)
        #expect(
            try language(
                of: "The ferry left.", headline: "Nobody on the pier waved when the boat went out")
                == "en")
        #expect(try language(of: String(repeating: "7 214 – 8 ", count: 40)) == nil)
    }

    @Test func `Bytes that are no text have no language`() throws {
        var random = SplitMix(state: 3)
        for _ in 0..<2000 {
            var draft = Draft(form: .fields)
            draft.text = (0..<300).map { _ in UInt8.random(in: 0x80...0xFF, using: &random) }
            _ = try? Normaliser().normalise(draft)
        }
    }

    @Test func `What the article or its feed says counts`() throws {
        var draft = Draft(form: .fields)
        draft.text = Array(
            "The ferry left the harbour at six in the morning, as it always does.".utf8)
        let feed = Normaliser(defaults: FeedDefaults(language: "nb"))
        #expect(try feed.normalise(draft).article.language == "nb")
        draft.language = "en-GB"
        #expect(try feed.normalise(draft).article.language == "en-GB")
        #expect(try Normaliser().normalise(draft).article.language == "en-GB")
    }
}
