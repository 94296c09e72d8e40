import Testing

@testable import Judging

@Suite("Winnowing")
struct WinnowerTests {
    private func keys(_ words: [UInt64], window: Int) -> Set<UInt64> {
        var winnower = Winnower(window: window)
        for word in words { winnower.append(word) }
        return Set(winnower.finish())
    }

    @Test("A common run of window + 4 words shares a key, also under windows of two widths")
    func guarantee() {
        var random = RandomTexts(seed: 8)
        for round in 0..<200 {
            let windows = round % 2 == 0 ? (16, 16) : (16, 29)
            let common = (0..<(max(windows.0, windows.1) + 4)).map { _ in random.next() }
            let texts = (0..<2).map { _ in
                (0..<Int.random(in: 0...90, using: &random)).map { _ in random.next() }
                    + common
                    + (0..<Int.random(in: 0...90, using: &random)).map { _ in random.next() }
            }
            #expect(
                !keys(texts[0], window: windows.0).isDisjoint(
                    with: keys(texts[1], window: windows.1)))
        }
    }

    @Test("Short texts have a key, equal texts the same, and none without words")
    func short() {
        #expect(keys([], window: 16).isEmpty)
        for count in 1...30 as ClosedRange<UInt64> {
            let words = (1...count).map { $0 &* 0x9E37_79B9_7F4A_7C15 }
            #expect(!keys(words, window: 16).isEmpty)
            #expect(keys(words, window: 16) == keys(words, window: 16))
            #expect(keys(words, window: 16) != keys(words + [5], window: 16))
        }
    }

    @Test("About two of seventeen shingles become keys, of a repeated word two")
    func density() {
        var random = RandomTexts(seed: 2)
        let words = (0..<17_000).map { _ in random.next() }
        #expect((1_700...2_300).contains(keys(words, window: 16).count))
        #expect(keys([UInt64](repeating: 7, count: 50_000), window: 16).count == 2)
    }
}
