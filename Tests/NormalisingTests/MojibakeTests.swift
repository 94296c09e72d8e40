import Articles
import Testing

@testable import Normalising

@Suite struct `Mending mojibake` {
    /// UTF-8 taken for Windows-1252.
    private func broken(_ text: String) -> String {
        let upper: [UInt8: UInt32] = [
            0x80: 0x20AC, 0x93: 0x201C, 0x94: 0x201D, 0x99: 0x2122, 0x9C: 0x0153, 0x9D: 0x9D,
            0x9F: 0x178, 0x84: 0x201E, 0x98: 0x2DC, 0xA6: 0xA6,
        ]
        var out = String.UnicodeScalarView()
        for byte in text.utf8 { out.append(Unicode.Scalar(upper[byte] ?? UInt32(byte)) ?? " ") }
        return String(out)
    }

    @Test(arguments: [
        "The café closed – “for good”, it’s said.", "Die Straße über die Förde",
        "It’s only one quotation mark.",
        "Prices rose by £5, or €6.",
    ])
    func `What was broken once or twice comes back`(text: String) {
        #expect(Mojibake.mended(broken(text)) == text)
        #expect(Mojibake.mended(broken(broken(text))) == text)
    }

    @Test(arguments: [
        "Plain ASCII.", "Die Straße über die Förde, „ganz nah“.",
        "Il a dit « été\u{A0}» hier, à côté.",
        "Le café\u{A0}» et l’été", "Ça va, naïve Noël – “déjà vu”…", "Мост через залив",
        "Ã alone, and Â too.",
        "En français : «\u{A0}Été\u{A0}»",
    ])
    func `What is right is left`(text: String) {
        #expect(Mojibake.mended(text) == nil)
    }

    @Test func `An article tells that it was mended`() throws {
        var draft = Draft(form: .fields)
        draft.headline = broken("Café closes")
        draft.text = Array(broken("The café closed – “for good”, it’s said, and nobody came.").utf8)
        let article = try Normaliser().normalise(draft).article
        #expect(article.headline == "Café closes")
        #expect(article.extra.contains { $0.key == "mended" && $0.value == "mojibake" })
    }
}
