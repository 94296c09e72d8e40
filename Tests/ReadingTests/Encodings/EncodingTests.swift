import Articles
import Encodings
import Testing

@testable import Reading

@Suite struct `Reading text in other encodings` {
    private let russian = "Мост через залив закрыт до весны. Мэр города сообщил об этом во вторник."
    private let german =
        "Die Brücke über die Förde bleibt gesperrt – „bis März“, sagte die Bürgermeisterin."

    private func utf16(_ text: String, little: Bool, mark: Bool) -> [UInt8] {
        ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
            let pair = [UInt8(unit & 255), UInt8(unit >> 8)]
            return little ? pair : pair.reversed()
        }
    }

    private func windows1251(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { scalar in
            switch scalar.value {
            case 0x410...0x44F: UInt8(scalar.value - 0x410 + 0xC0)
            default: UInt8(truncatingIfNeeded: scalar.value)
            }
        }
    }

    @Test(arguments: [true, false], [true, false])
    func `UTF-16 is seen by its mark, or by where its NUL bytes lie`(little: Bool, mark: Bool)
        throws
    {
        for text in [german, russian, "Plain words only, and quite a few of them."] {
            let bytes = utf16(text, little: little, mark: mark)
            #expect(read(bytes).texts == [text])
            #expect(try readInPieces(bytes, of: 3).texts == [text])
        }
        let lines = "{\"text\":\"\(german)\"}\n{\"text\":\"\(russian)\"}\n"
        let outcome = try readInPieces(
            utf16(lines, little: little, mark: mark), of: 5, name: "a.jsonl")
        #expect(outcome.texts == [german, russian] && outcome.format == .jsonLines)
        let page = "<html><head><title>T</title></head><body><p>\(german)</p></body></html>"
        #expect(read(utf16(page, little: little, mark: mark)).format == .html)
    }

    @Test func `UTF-32 too`() {
        let text = german
        let bytes = text.unicodeScalars.flatMap { scalar in
            (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> ($0 * 8)) }
        }
        #expect(read(bytes).texts == [text])
    }

    @Test func `Single bytes are guessed, and quotation marks of Windows say it`() {
        #expect(read(windows1251(russian)).texts == [russian])
        let quoted =
            [0x93] + Array("Never".utf8) + [0x94] + Array(", she said \u{2D} twice".utf8) + [0x85]
        #expect(read(quoted).texts == ["“Never”, she said - twice…"])
        let cafe = Array("The caf".utf8) + [0xE9] + Array(" closed.\n".utf8)
        #expect(read(cafe).texts == ["The café closed.\n"])
    }

    @Test func `What a document, its surroundings or the feed says goes before a guess`() {
        let short = [0xCC, 0xEE, 0xF1, 0xF2] as [UInt8]
        var hints = FeedHints()
        hints.encoding = "windows-1251"
        #expect(read(short, hints: hints).texts == ["Мост"])
        let page =
            Array("<html><head><meta charset='windows-1251'><title>".utf8) + short
            + Array("</title></head><body><p>".utf8) + short + Array("</p></body></html>".utf8)
        let form = TextForm(origin: Document.Origin(), hints: FeedHints())
        let decoded = page.withUnsafeBytes { try? form.decoded($0) }
        #expect(decoded?.encoding.name == "windows-1251")
        let xml = Array("<?xml version='1.0' encoding=\"koi8-r\"?><a>".utf8) + [0xCD, 0xCF, 0xD3]
        #expect(xml.withUnsafeBytes { try? form.decoded($0) }?.encoding.name == "KOI8-R")
    }

    @Test func `UTF-8 with a few bad bytes stays UTF-8`() {
        let bytes = Array((german + " " + german).utf8) + [0xFF] + Array(" Ende.".utf8)
        #expect(read(bytes).texts == [german + " " + german + "\u{FFFD} Ende."])
    }

    @Test func `Japanese with escapes is decoded, a terminal's colours are left`() {
        let japanese = [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x4B, 0x5C, 0x1B, 0x28, 0x42] as [UInt8]
        #expect(read(Array("Item: ".utf8) + japanese).texts == ["Item: 日本"])
        #expect(read("\u{1B}[1mBold\u{1B}[0m").texts == ["\u{1B}[1mBold\u{1B}[0m"])
    }

    @Test func `Each label of the Encoding Standard has a decoder`() {
        for (label, name) in [
            ("latin1", "windows-1252"), ("ASCII", "windows-1252"), (" gb2312 ", "gb18030"),
            ("x-sjis", "Shift_JIS"), ("ks_c_5601-1987", "EUC-KR"), ("tis-620", "windows-874"),
            ("iso-8859-9", "windows-1254"), ("big5-hkscs", "Big5"), ("utf8", "UTF-8"),
        ] {
            #expect(CharacterEncoding(label: label)?.name == name)
        }
        #expect(CharacterEncoding(label: "klingon") == nil)
        for encoding in CharacterEncoding.labelled {
            #expect(TextDecoder(encoding) != nil, "\(encoding.name)")
        }
    }

    @Test func `Bytes that are a text in no encoding are refused`() {
        var bytes = Array("Beginning like a text, ".utf8)
        for index in 0..<4000 {
            bytes.append(UInt8(truncatingIfNeeded: 0x80 + (index * index * 7 + index / 3) % 128))
        }
        let outcome = read(bytes)
        #expect(
            outcome.texts.isEmpty
                || outcome.texts[0].unicodeScalars.count { $0.value == 0xFFFD } < 400)
    }

    @Test func `Lines of JSON in another encoding are decoded, the others left as they are`() {
        let good = Array("{\"text\":\"\(german)\"}\n".utf8)
        let line = Array("{\"text\":\"".utf8) + windows1251(russian) + Array("\"}\n".utf8)
        var hints = FeedHints()
        hints.encoding = "windows-1251"
        let outcome = read(good + line, name: "a.jsonl", hints: hints)
        #expect(outcome.texts == [german, russian])
        let document =
            Array("{\"headline\":\"A\",\"text\":\"".utf8) + windows1251(russian) + Array("\"}".utf8)
        #expect(read(document, hints: hints).texts == [russian])
    }
}
