import Articles
import Testing

@testable import Judging

@Suite("Hostile texts")
struct HostileTextTests {
    @Test(
        "Repetition, numbers without end and texts of a megabyte are judged in linear time",
        .timeLimit(.minutes(1)))
    func monsters() throws {
        var random = RandomTexts(seed: 5)
        let monsters = [
            String(repeating: "na ", count: 100_000),
            String(repeating: "one two three four ", count: 20_000),
            (0..<30_000).map { "\($0)" }.joined(separator: " "),
            String(repeating: "9", count: 200_000),
            String(repeating: "a", count: 200_000),
            String(repeating: "b.", count: 100_000),
            String(repeating: "1,", count: 100_000),
            String(repeating: "水", count: 60_000),
            random.words(20_000).joined(separator: " "),
        ]
        var desk = Desk()
        for text in monsters {
            #expect(try desk.drop(article(text)).verdict == .original, "\(text.prefix(20))")
            let copy = try desk.drop(article(text, headline: "Again"))
            #expect(copy.verdict != .original)
            _ = try desk.drop(article(text + " and one more."), hours: 1)
            _ = try desk.drop(article(String(text.dropFirst(text.count / 2))), hours: 1)
        }
    }

    @Test("Any bytes are scanned to their end, and empty articles are judged", arguments: 0..<200)
    func fuzz(_ seed: UInt64) throws {
        var random = RandomTexts(seed: seed)
        var bytes = random.bytes(Int.random(in: 0...600, using: &random))
        if seed % 2 == 0 {
            // Bytes that matter to the scanner.
            let alphabet = Array("aA1.,'’ \n\"-水и\u{AD}٣".utf8)
            for index in bytes.indices {
                bytes[index] = alphabet[Int(bytes[index]) % alphabet.count]
            }
        }
        var words = 0
        bytes.withUnsafeBufferPointer { buffer in
            var scanner = WordScanner(buffer)
            while scanner.next() != nil { words += 1 }
        }
        #expect(words <= bytes.count)
        var desk = Desk()
        var one = Article()
        one.text = bytes
        var two = one
        two.headline = "’s 1."
        try desk.drop(one)
        try desk.drop(two)
        try desk.drop(Article())
        try desk.drop(Article())
    }

    @Test("What differs far behind the start of a very long text is never lost as a duplicate")
    func farDifference() throws {
        var random = RandomTexts(seed: 11)
        let words = random.words(WordList.limit + 2_000).joined(separator: " ")
        for guid in [nil, "1"] {
            var desk = Desk()
            try desk.drop(article(words + " It ends well.", guid: guid))
            let other = try desk.drop(article(words + " It ends badly.", guid: guid), hours: 1)
            #expect(other.verdict == .revision)
        }
    }

    @Test("A text of many megabytes has a few thousand keys")
    func keys() {
        #expect(Winnower.window(forBytes: 500) == 16)
        #expect(Winnower.window(forBytes: 5_000) == 52)
        var random = RandomTexts(seed: 3)
        let text = Array(random.words(200_000).joined(separator: " ").utf8)
        var winnower = Winnower(window: Winnower.window(forBytes: text.count))
        text.withUnsafeBufferPointer { bytes in
            var scanner = WordScanner(bytes)
            while let word = scanner.next() { winnower.append(word.hash) }
        }
        #expect((300...10_000).contains(winnower.finish().count))
    }
}
