import Articles
import Testing

@testable import Reading

@Suite struct Markdown {
    @Test func `Front matter gives the fields, and the text becomes plain`() throws {
        let text = """
            ---
            title: "The ferry runs again"
            authors:
              - Maren Tveit
              - name: Jonas Ekeberg
            date: 2026-03-10
            tags: [ferry, harbour]
            lang: en
            desk: islands
            ---

            It left **at six**, says the [harbour office](https://x.example/a "Office").

            ## Why it stood still

            1. The engine,
            2. the *crew*, and
               a strike.

            > Nobody had
            > told us.

            - bread
            - oil

            | Day | Boats |
            | --- | ----: |
            | Mon | 2     |

            ```
            06:00  north
            ```

            ![A boat](boat.jpg) Last line\\
            and its end.
            """
        let draft = try #require(read(text, as: .markdown).drafts.first)
        #expect(draft.headline == "The ferry runs again")
        #expect(draft.bylines == ["Maren Tveit", "Jonas Ekeberg"])
        #expect(draft.published == "2026-03-10")
        #expect(draft.keywords == ["ferry", "harbour"])
        #expect(draft.language == "en")
        #expect(draft.extra.map(\.value) == ["islands"])
        #expect(
            String(decoding: draft.text, as: UTF8.self) == """
                It left at six, says the harbour office.

                Why it stood still

                1. The engine,

                2. the crew, and a strike.

                > Nobody had told us.

                - bread

                - oil

                Day | Boats

                Mon | 2

                06:00  north

                 Last line
                and its end.
                """)
    }

    @Test(arguments: [
        "+++\ntitle = \"Ferry: late\"\ntags = [\"a\",\n  'b']\ndate = 2026-03-10\n[extra]\n+++\nText.",
        "---\ntitle: Ferry: late\ntags: [a, b]\ndate: 2026-03-10\n...\nText.",
        "{\"title\": \"Ferry: late\", \"tags\": [\"a\", \"b\"], \"date\": \"2026-03-10\"}\n\nText.",
    ])
    func `The head may be TOML, JSON, or what people take for YAML`(text: String) throws {
        let draft = try #require(read(text, as: .markdown).drafts.first)
        #expect(draft.headline == "Ferry: late")
        #expect(draft.keywords == ["a", "b"])
        #expect(draft.published == "2026-03-10")
        #expect(draft.text == Array("Text.".utf8))
    }

    @Test func `A head of JSON before prose is told from a JSON document`() throws {
        let head = "{\n  \"title\": \"Ferry\",\n  \"text\": \"No.\"\n}\n"
        let outcome = read(head + "\nThe ferry sails.\n")
        #expect(outcome.format == .markdown)
        #expect(outcome.drafts.map(\.headline) == ["Ferry"])
        for rest in ["", "{\"title\": \"B\"}", "]", ", {}", "\"x\""] {
            #expect(read(head + rest).format == .json, "\(rest)")
        }
        #expect(read(head + "Text.", name: "a.json").format == .json)
        let line = "{\"text\": \"A\"}\n"
        #expect(read(line + "broken\n" + line).format == .jsonLines)
    }

    @Test func `A first heading is the headline where the head has none`() throws {
        let withHead = read("---\nlang: en\n---\n# Ferry\n\nText.", as: .markdown)
        #expect(withHead.drafts.map(\.headline) == ["Ferry"])
        #expect(withHead.texts == ["Text."])
        let without = read("Ferry\n=====\n\nText.", as: .markdown)
        #expect(without.drafts.map(\.headline) == ["Ferry"])
        #expect(without.texts == ["Text."])
        #expect(without.drafts.first?.form == .plainText)
    }

    @Test func `What only looks like a head is text`() {
        #expect(read("---\n\nText.", as: .markdown).texts == ["Text."])
        #expect(read("---\nText.\n---\n\nMore.", as: .markdown).texts.count == 1)
        #expect(read(" \n", as: .markdown).code == "blank")
    }

    @Test func `Markup inside is read as such`() {
        #expect(
            read("Before.\n\n<p>Inside<br>it</p>\n\nBehind.", as: .markdown).texts
                == ["Before.\n\nInside\nit\n\nBehind."])
    }

    @Test(arguments: [
        "![[]()", "[", "> ", "- ", "*a", "a**b", "_a __b ", "`", "<a ", "[a]: b\n", "\n\n", "1. ",
        "[ (](", "---\na: [", "---\n- ",
    ])
    func `A text that was made to be expensive is read soon`(piece: String) {
        let text = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
        let lists =
            String(repeating: "- ", count: 100_000) + String(repeating: "\n", count: 200_000)
        let time = ContinuousClock().measure {
            _ = read(text, as: .markdown)
            _ = read(lists, as: .markdown)
            _ = read("---\n" + text, as: .markdown)
        }
        #expect(time < .seconds(20))
    }
}
