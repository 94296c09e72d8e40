import Articles
import Testing

@testable import Normalising

/// Character references that were left in texts and fields.
@Suite("References that were left over")
struct ReferenceTests {
    static let resolved: [(String, String)] = [
        ("it&#8217;s", "it’s"), ("it&amp;#8217;s", "it’s"), ("Tom &amp; Jerry", "Tom & Jerry"),
        ("AT&amp;amp;T", "AT&T"), ("&quot;Yes,&quot; she said.", "\"Yes,\" she said."),
        ("&ldquo;Yes&rdquo;", "“Yes”"), ("Bj&oslash;rn &Aring;s", "Bjørn Ås"),
        ("caf&#xE9; and caf&#xe9;", "café and café"), ("late &ndash; again", "late – again"),
        ("it&#146;s &#150; late", "it’s – late"), ("two&nbsp;words", "two words"),
        ("(&quot;The Boat&quot;)", "(\"The Boat\")"), ("e&#769;t&#xE9;", "\u{E9}té"),
        ("/a?b=1&amp;c=2", "/a?b=1&c=2"), ("soft&shy;en", "soften"), ("don&apos;t", "don't"),
        ("&#8220;Tom &amp;amp; Ann&#8221;", "“Tom & Ann”"), ("a&\u{200B}amp;b", "a&b"),
    ]

    static let kept = [
        "Tom & Jerry", "AT&T; and more", "R&D;", "a &amp b", "&nosuch;", "&#12;", "&#xD800;",
        "The entity &amp; stands for it.", "Write &quot; for a quotation mark.", "It is \"&amp;\".",
        "(&nbsp;)", "`&eacute;`", "&lt;p&gt;", "&amp;lt;b&amp;gt;", "Use &hellip; for three dots.",
        "&#x41;&#65;", "fish &", "&;", "&#;", "&#x;",
    ]

    @Test(arguments: resolved.indices)
    func `What is certain becomes characters`(index: Int) throws {
        let (text, wanted) = Self.resolved[index]
        #expect(FieldCleaner.line(text).map { Array($0.utf8) } == Array(wanted.utf8))
        // Once is enough.
        #expect(FieldCleaner.line(wanted) == wanted)
        var draft = Draft(form: .plainText)
        draft.text = Array("One line.\n\n\(text) more\n\nThe last line.".utf8)
        let article = try Normaliser().normalise(draft).article
        #expect(String(decoding: article.text, as: UTF8.self).contains("\n\n\(wanted) more\n\n"))
    }

    @Test(arguments: kept)
    func `What may be meant stays`(text: String) { #expect(FieldCleaner.line(text) == text) }

    @Test func `An identity and what has a structure stay as they are`() throws {
        var draft = Draft(form: .fields)
        draft.text = Array("Text.".utf8)
        draft.guid = "https://x.example/?a=1&amp;b=2"
        draft.extra = [("media", "{\"title\":\"&quot;Yes&quot;\"}")]
        let article = try Normaliser().normalise(draft).article
        #expect(article.guid == draft.guid)
        #expect(article.extra.map(\.value) == draft.extra.map(\.value))
    }

    @Test func `A line that is only a reference leaves a gap`() throws {
        var draft = Draft(form: .fields)
        draft.text = Array("One.\n&nbsp;\nTwo.".utf8)
        #expect(try Normaliser().normalise(draft).article.text == Array("One.\n\nTwo.".utf8))
    }

    @Test func `Any text of references comes to rest, and soon`() throws {
        var random = SplitMix(state: 6)
        let pieces = [
            "&", "amp;", "#38;", "quot;", "nbsp;", "shy;", "lt;", "#8217;", "#x200B;", "a", " ",
            "\n",
            "\u{200B}", "\"", "entity", "#x41;", "#8232;",
        ]
        for _ in 0..<4000 {
            let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            guard let once = FieldCleaner.lines(text) else { continue }
            #expect(FieldCleaner.lines(once) == once, "\(text.debugDescription)")
        }
        for piece in ["&amp;", "&", "&amp", "amp;", "&#38;", "&amp;#38;quot;", "&nbsp;"] {
            let text = String(repeating: piece, count: 100_000)
            let time = ContinuousClock().measure { _ = FieldCleaner.lines(text) }
            #expect(time < .seconds(20))
        }
    }
}
