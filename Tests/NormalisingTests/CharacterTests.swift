import Platform
import Testing

@testable import Normalising

@Suite("Characters")
struct CharacterTests {
    private func clean(_ text: String) -> String? { FieldCleaner.line(text) }

    static let cases: [(String, String?)] = [
        ("plain", "plain"), ("  two  spaces  ", "two spaces"),
        ("tab\tand\u{A0}no-break", "tab and no-break"),
        ("thin\u{2009}narrow\u{202F}wide\u{3000}space", "thin narrow wide space"),
        ("zero\u{200B}width\u{FEFF} and soft\u{AD}hyphen", "zerowidth and softhyphen"),
        ("bell\u{7} and \u{80}control\u{7F}", "bell and control"),
        ("e\u{301}cole", "\u{E9}cole"), ("A\u{30A}ngstro\u{308}m", "\u{C5}ngstr\u{F6}m"),
        ("e\u{AD}\u{301}", "\u{E9}"), ("\u{212B}", "\u{C5}"),
        ("\u{1112}\u{1161}\u{11AB}", "\u{D55C}"),
        ("lost \u{FFFD} kept", "lost \u{FFFD} kept"),
        ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("a\u{200C}b", "ab"), ("क्\u{200D}ष", "क्\u{200D}ष"),
        ("👩\u{200D}🚒 and 👩\u{200D}", "👩\u{200D}🚒 and 👩"),
        ("\u{202E}evil\u{202C} \u{2066}x\u{2069}", "evil x"), ("abc\u{200E}!", "abc!"),
        ("שלום!\u{200F} abc", "שלום!\u{200F} abc"), ("one\nline\r\nonly", "one line only"),
        ("\u{200B}\u{FEFF} ", nil), ("", nil), ("日本語　の文", "日本語 の文"),
        ("a\u{2028}b\u{2029}c\u{85}d\u{C}e", "a b c d e"),
        (
            "o\u{FB03}ce \u{FB01}nds \u{FB02}at o\u{FB00}, ra\u{FB04}e, \u{FB05}ill la\u{FB06}",
            "office finds flat off, raffle, still last"
        ),
        ("\u{FB01}\u{301}", "f\u{ED}"),
        ("10 m\u{B2} \u{BD} \u{FB13}", "10 m\u{B2} \u{BD} \u{FB13}"),
    ]

    @Test(arguments: cases.indices)
    func cleaned(index: Int) {
        let (dirty, wanted) = Self.cases[index]
        #expect(clean(dirty).map { Array($0.utf8) } == wanted.map { Array($0.utf8) }, "\(dirty)")
    }

    @Test("eight bytes at a time does as one at a time does")
    func wide() {
        var random = SplitMix(state: 1)
        let alphabet = Array("ab  \n\t\r\u{7F}c.\u{1}".utf8)
        for _ in 0..<3000 {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0x61
            }
            var wanted: [[UInt8]] = []
            var line: [UInt8] = []
            for byte in bytes + [0x0A] {
                switch byte {
                case 0x0A, 0x0D:
                    while line.last == 0x20 { line.removeLast() }
                    if !line.isEmpty { wanted.append(line) }
                    line = []
                case 0x20, 0x09: if !line.isEmpty && line.last != 0x20 { line.append(0x20) }
                case 0x01, 0x7F: break
                default: line.append(byte)
                }
            }
            let clean = CleanText(bytes)
            #expect(clean.lines.map { Array(clean.bytes[$0.range]) } == wanted)
        }
    }

    @Test("what the check calls composed is in NFC")
    func compositionCheck() throws {
        var random = SplitMix(state: 2)
        for scalar in (0x80...0x2FFFF).compactMap(Unicode.Scalar.init) {
            let other = Unicode.Scalar(UInt32.random(in: 0x61...0x7A, using: &random)) ?? "a"
            let text = Array("\(other)\(scalar)\(other)".utf8)
            let clean = CleanText(text)
            guard let composed = UnicodeData.composed(clean.bytes) else { continue }
            if composed != clean.bytes {
                Issue.record("U+\(String(scalar.value, radix: 16)) passed")
            }
        }
    }

    @Test("lines are numbered as an editor numbers them")
    func numbers() {
        let clean = CleanText(Array("one\r\n\r\ntwo\rthree\n\n\nfour".utf8))
        #expect(clean.lines.map(\.number) == [1, 3, 4, 7])
        #expect(clean.lines.map(\.followsGap) == [false, true, false, true])
    }

    @Test("wrapped text is joined into paragraphs")
    func wrapped() throws {
        for width in [40, 60, 72, 100] {
            let wrapped = Report.paragraphs.map { Self.wrap($0, width) }
            let result = try plain(wrapped.joined(separator: "\n\n"))
            #expect(result.paragraphs == Report.paragraphs, "width \(width)")
            let headed = try plain("Harbour to close\n\n" + wrapped.joined(separator: "\n\n"))
            #expect(headed.article.headline == "Harbour to close")
            #expect(headed.paragraphs == Report.paragraphs)
            let indented = wrapped.map { "   " + $0 }.joined(separator: "\n")
            #expect(try plain(indented).paragraphs == Report.paragraphs, "indented, width \(width)")
        }
        let hyphen = try plain(
            """
            The authority has presented a new plan for the harbour, with a long-
            term view of its costs and of what the crews, who have fished there
            for a hundred years, will have to pay for it in the years to come.
            """)
        #expect(hyphen.text.contains("long-term"))
        #expect(hyphen.paragraphs.count == 1)
    }

    @Test("verse, lists and addresses are not joined")
    func unwrapped() throws {
        let verse = """
            The gates are old, the gates are green,
            The sea has gnawed them thin;
            And those who never saw the sea
            Would never let it in.

            I walked along the northern wall
            Where all the ships had been.
            """
        #expect(try plain(verse).paragraphs.count == 6)
        let list = (1...30).map { "Item number \($0) of the list, with some words" }
        #expect(try plain(list.joined(separator: "\n")).paragraphs.count == 30)
    }

    static func wrap(_ text: String, _ width: Int) -> String {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty && line.count + 1 + word.count > width {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? String(word) : " \(word)"
        }
        return (lines + [line]).joined(separator: "\n")
    }
}
