import Articles
import TestSupport
import Testing

@testable import Reading

@Suite struct `Hostile input` {
    private let seeds = [
        #"{"headline":"H","text":"Text é 😀 \u00e9\n","author":[{"name":"A"}],"extra":{"a":[1,2.5,null]}}"#,
        #"[{"text":"A"},{"title":"B"},{"items":[{"text":"C"}]}]"#,
        "{\"text\":\"A\"}\n{\"text\":\"B\",\"id\":7}\n\n{\"text\":\"C\"}\n",
        "{\"items\":[\n{\"text\":\"A\"},\n{\"text\":\"B\"}]}",
        "Port Elm – The harbour\nreopened.\n",
        #"{"id":"0123456789abcdef0123456789abcdef","sequence":1,"verdict":"original","feed":"","text":"A","file":{"path":"a"},"rules":1,"received":"2025-05-23T11:33:21.000007Z"}"#,
    ].map { [UInt8]($0.utf8) }

    private func mutated(_ bytes: [UInt8], _ random: inout SeededNumbers) -> [UInt8] {
        let alphabet =
            [UInt8](#"{}[]",:\ue0-1.tn a"#.utf8) + [0, 0x0A, 0x1B, 0x80, 0xC3, 0xE2, 0xF0, 0xFF]
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let index = Int.random(in: 0..<bytes.count, using: &random)
            let byte = alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes[index] = byte
            case 1: bytes.insert(byte, at: index)
            case 2: bytes.remove(at: index)
            case 3: bytes.removeLast(bytes.count - index)
            default: bytes.insert(contentsOf: bytes[index...], at: index)
            }
        }
        return bytes
    }

    @Test(arguments: ["", "a.json", "a.jsonl"])
    func `Damaged files give the same in one piece, in small ones, and resumed`(name: String) throws
    {
        var random = SeededNumbers(seed: 5)
        for round in 0..<4_000 {
            let bytes = mutated(seeds[round % seeds.count], &random)
            let whole = read(bytes, name: name)
            let pieces = try readInPieces(
                bytes, of: Int.random(in: 1...64, using: &random), name: name)
            let resumed = try readInPieces(bytes, of: 50, name: name, resuming: true)
            for other in [pieces, resumed] {
                #expect(whole.texts == other.texts && whole.faults == other.faults)
                #expect(whole.fault == other.fault && whole.format == other.format)
                #expect(whole.items.map(\.bytes) == other.items.map(\.bytes))
                #expect(whole.items.map(\.line) == other.items.map(\.line))
            }
            for draft in whole.drafts {
                #expect(String(validating: draft.text, as: UTF8.self) != nil)
            }
            #expect(whole.items.map(\.number) == Array(1..<whole.items.count + 1))
            #expect(whole.items.allSatisfy { $0.bytes.upperBound <= UInt64(bytes.count) })
        }
    }

    @Test func `Many of anything take linear time`() {
        let clock = ContinuousClock()
        let time = clock.measure {
            let faulty =
                "[" + String(repeating: "{\"a\":1},\n", count: 100_000) + "{\"text\":\"A\"}]"
            #expect(read(faulty).faults.count == 100_000)
            #expect(
                read(
                    "[" + String(repeating: "{\"abcdefgh\":\"abcdefgh\"},\n", count: 40_000) + "7]"
                ).items.count == 40_001)
            #expect(
                read("{\"text\":\"A\"}\n" + String(repeating: "\n", count: 500_000)).items.count
                    == 1)
            #expect(
                read(String(repeating: "{\n", count: 100_000), name: "a.jsonl").faults.count
                    == 100_000)
            let keys = (0..<20_000).map { "\"key\($0)\":\"value of it\"" }.joined(separator: ",")
            #expect(read("{\"text\":\"A\",\(keys)}").texts == ["A"])
        }
        #expect(time < .seconds(20))
    }
}
