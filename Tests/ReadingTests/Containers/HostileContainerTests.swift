import Articles
import TestSupport
import Testing

@testable import Reading

@Suite struct `Hostile containers` {
    @Test func `What was cut off is a truncation, and what stood before is kept`() throws {
        let texts = (1...30).map { report($0, sentences: 20) }
        let archive = Packed.zip(texts.enumerated().map { .init("\($0.0).txt", $0.1) })
        let cut = read(Array(archive.prefix(archive.count / 2)))
        #expect(cut.fault == nil && cut.items.count > 2)
        #expect(cut.texts == Array(texts.prefix(cut.texts.count)))
        #expect(cut.faults.last?.isTruncation == true)
        let gzip = Packed.gzip(Array(report(1, sentences: 500).utf8))
        let nothing = read(Array(gzip.prefix(gzip.count / 2)))
        #expect(nothing.fault?.isTruncation == true && nothing.code == "truncated")
        #expect(read(Array(gzip.prefix(5))).fault?.isTruncation == true)
    }

    @Test func `What follows a compressed file is no part of it`() {
        let gzip = Packed.gzip(Array(report(1).utf8))
        for rest in [[0, 0, 0], Array("and more".utf8)] {
            #expect(read(gzip + rest).texts == [report(1)])
        }
    }

    @Test func `A damaged member is rejected, the others are read`() {
        var bad = Packed.Entry("bad.txt", report(1))
        bad.checksum = [1, 2, 3, 4]
        let outcome = read(Packed.zip([bad, .init("good.txt", report(2))]))
        #expect(outcome.texts.contains(report(2)))
        #expect(outcome.codes == ["damaged"] || outcome.texts == [report(1), report(2)])
    }

    @Test func `The checksum of a compressed file is checked`() {
        var gzip = Packed.gzip(Array(report(1).utf8))
        let whole = gzip
        gzip[gzip.count - 6] ^= 1
        #expect(read(gzip).code == "damaged")
        #expect(read(whole + gzip).code == "damaged")
        // What came before the damage is given.
        let line = "{\"text\":\"\(report(1))\"}\n"
        var lines = Packed.gzip(Array(String(repeating: line, count: 40).utf8))
        lines[lines.count - 6] ^= 1
        #expect(read(lines).texts.count == 40 && read(lines).codes == ["damaged"])
        #expect(
            read(whole + Packed.gzip(Array("\n\nMore.".utf8))).texts == [report(1) + "\n\nMore."])
        let outcome = read(Packed.tar([("a.gz", gzip), ("b.gz", whole)]))
        #expect(outcome.codes == ["damaged"] && outcome.texts == [report(1)])
    }

    @Test func `A page of a web archive is damaged where its checksum is`() {
        func record(_ number: Int) -> [UInt8] {
            let page =
                "<html><body><article><h1>Ferry</h1><p>\(report(number, sentences: 200))</p>"
                + "</article></body></html>"
            let block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
            return Packed.gzip(
                Array(
                    ("WARC/1.0\r\nWARC-Type: response\r\n"
                        + "WARC-Target-URI: https://x.example/\(number)\r\n"
                        + "Content-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n").utf8))
        }
        var bad = record(2)
        bad[bad.count - 6] ^= 1
        let outcome = read(record(1) + bad)
        #expect(outcome.drafts.map(\.url) == ["https://x.example/1"])
        #expect(outcome.codes == ["damaged"])
    }

    @Test func `What becomes too large is refused, also where each level is small`() {
        var limits = ReadingLimits()
        limits.articleBytes = 1 << 30
        let zeros = [UInt8](repeating: 0x20, count: 100 << 20)
        let bomb = Packed.gzip(zeros)
        #expect(bomb.count < 200_000)
        let outcome = read(bomb, limits: limits)
        #expect(outcome.code == "too-large")
        #expect(outcome.fault?.reason.advice.contains("limits.expansionRatio") == true)
        let nested = read(Packed.gzip(Packed.gzip(zeros)), limits: limits)
        #expect(nested.code == "too-large")
    }

    @Test func `Levels are bounded`() {
        var packed = Array(report(1).utf8)
        for _ in 0..<8 { packed = Packed.gzip(packed) }
        #expect(read(packed).texts == [report(1)])
        packed = Packed.gzip(packed)
        #expect(read(packed).codes == ["too-deep"])
        var archive = Packed.zip([.init("a.txt", report(2))])
        for level in 0..<20 { archive = Packed.zip([.init("\(level).zip", archive)]) }
        #expect(read(archive).codes == ["too-deep"])
    }

    @Test func `Names are only ever printed`() {
        let names = ["/etc/passwd.txt", "../../up.txt", "a\\b.txt", "c%\u{1}d.txt"]
        let outcome = read(
            Packed.tar(names.enumerated().map { ($0.1, Array(report($0.0).utf8)) }))
        #expect(outcome.items.count == 4)
        #expect(outcome.items[0].member?.contains("etc/passwd.txt") == true)
        var entry = Packed.Entry("x.txt", report(9))
        entry.name = [0xFF, 0x2E, 0x74, 0x78, 0x74]
        #expect(read(Packed.zip([entry])).items.first?.member?.contains("%FF") == true)
    }

    @Test func `Links and devices in a tar archive are passed over`() {
        for type: UInt8 in [0x31, 0x32, 0x33, 0x36] {
            let outcome = read(Packed.tar([("a.txt", [])], type: type))
            #expect(outcome.code == "no-article")
        }
    }

    @Test func `A hundred thousand empty entries take little time`() {
        let clock = ContinuousClock()
        let entries = (0..<100_000).map { Packed.Entry("\($0)", "") }
        var entry = entries[0]
        entry.isStored = true
        let archive = Packed.zip(
            entries.map { other in
                var other = other
                other.isStored = true
                return other
            })
        let time = clock.measure { #expect(read(archive).code == "no-article") }
        #expect(time < .seconds(30))
    }

    @Test func `Damage of any kind ends in items or a reason`() throws {
        var random = SeededNumbers(seed: 23)
        let samples = [
            Packed.gzip(Array("{\"text\":\"A\"}\n{\"text\":\"B\"}\n".utf8)),
            Packed.zip([.init("a.txt", report(1)), .init("b.txt", report(2))]),
            Packed.tar([("a.txt", Array(report(1).utf8)), ("b.txt", Array(report(2).utf8))]),
            Packed.gzip(Packed.tar([("a.txt", Array(report(1).utf8))])),
        ]
        for round in 0..<LongForm.rounds(2_000, long: 20) {
            var bytes = samples[round % samples.count]
            for _ in 0..<Int.random(in: 1...4, using: &random) where bytes.count > 4 {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.removeSubrange(index...)
                default: bytes.remove(at: index)
                }
            }
            let whole = read(bytes)
            let pieces = try readInPieces(bytes, of: Int.random(in: 1...700, using: &random))
            #expect(whole.texts == pieces.texts && whole.code == pieces.code)
            #expect(whole.items.map(\.number) == Array(1..<whole.items.count + 1))
            #expect(whole.fault != nil || !whole.items.isEmpty)
        }
    }
}
