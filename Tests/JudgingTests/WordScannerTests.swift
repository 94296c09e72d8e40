import Testing

@testable import Judging

@Suite("Words")
struct WordScannerTests {
    private func hashes(_ text: String) -> [UInt64] { words(text).map(\.hash) }

    private func words(_ text: String) -> [Word] {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            var scanner = WordScanner(bytes)
            var words: [Word] = []
            while let word = scanner.next() { words.append(word) }
            return words
        }
    }

    @Test(
        "What a reader takes for the same words has the same hashes",
        arguments: [
            ("Don't stop", "don’t STOP"), ("Japan's yen", "Japan’s yen"), ("Japan’s", "japan"),
            ("the U.S. army", "the US army"), ("2,000 men", "2000 men"), ("1.50", "1.5"),
            ("coop\u{AD}erate", "cooperate"), ("well-known", "well known"), ("ÄRGER", "ärger"),
            ("МОСКВА", "Москва"), ("٤٥ دقيقة", "45 دقيقة"), ("１２", "12"), ("1.4bn", "1.4 bn"),
            ("1,234,567.80", "1234567.8"), ("…so, it goes!", "so it goes"),
            ("incomprehensibilities", "INCOMPREHENSIBILITIES"),
        ])
    func same(_ one: String, _ other: String) {
        #expect(hashes(one) == hashes(other))
        #expect(hashes(one + " ") == hashes("  \(other)\n\n\n\n\n\n\n\n\n"))
    }

    @Test(
        "What differs, differs",
        arguments: [
            ("5.93", "593"), ("0.125", "125"), ("its", "it"), ("a b", "ab"), ("12 3", "123"),
            ("recover", "recovers"), ("水", "氷"),
        ])
    func different(_ one: String, _ other: String) {
        #expect(hashes(one) != hashes(other))
    }

    @Test("All words of a vocabulary have hashes of their own")
    func distinct() {
        var seen: Set<UInt64> = []
        var count = 0
        for length in 1...12 {
            for number in 0..<500 {
                var left = number
                let letters = (0..<length).map { _ in
                    defer { left /= 26 }
                    return Character(Unicode.Scalar(UInt8(97 + left % 26)))
                }
                if left > 0 { continue }
                count += 1
                seen.formUnion(hashes(String(letters)))
            }
        }
        #expect(seen.count == count)
    }

    @Test("Names are capitals that their place does not call for")
    func names() {
        let found = words("Yesterday Mr. Abe met Greta. She said: \"They left Oslo.\" Then G7 met")
            .map(\.isName)
        #expect(
            found == [
                false, true, true, false, true, false, false, false, false, true, false, true,
                false,
            ])
    }

    @Test("Scripts without spaces give a word for each character")
    func characters() {
        #expect(words("東京タワー").count == 5)
        #expect(words("ประเทศ").count == 6)
        #expect(words("विद्यालय गया").count == 2)
    }

    @Test("Eight letters at a time or one by one is the same")
    func blocks() {
        for length in 1...40 {
            let word = String(repeating: "abcdefghijklm", count: 4).prefix(length)
            let short = hashes(String(word))
            #expect(short == hashes("\(word) and much more text behind it").prefix(1).map { $0 })
            #expect(short == hashes("\(word)’s and more").prefix(1).map { $0 })
        }
    }
}
