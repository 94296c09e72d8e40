import JSON
import Testing

@testable import Settings

@Suite struct OutlineTests {
    @Test(arguments: [
        ("", 1, "must hold one object"), ("[]", 1, "must hold one object"),
        ("{\n\"a\": 1,\n}", 3, "a comma before the closing }"),
        ("{\"a\": 1\n\"b\": 2}", 2, "where a comma or } should be"),
        ("{\n// why\n}", 2, "a comment"), ("{\"a\": 01}", 1, "starts with 0"),
        ("{} {}", 1, "goes on after"), ("{\"a\": \"b\n\"}", 1, "closing quote"),
        ("{\"a\": 1, \"a\": 2}", 1, "has a twice"), ("{\"a\": \"\\ud800\"}", 1, "surrogate"),
        ("{\"a\": ", 1, "ends where a value"),
        ("{\"a\": [[\"b\"]]}", 1, "an array of something else"),
    ])
    func brokenTextsAreToldWithTheirLine(json: String, line: Int, part: String) throws {
        let error = #expect(throws: Outline.SyntaxError.self) { try Outline(of: Array(json.utf8)) }
        #expect(error?.line == line)
        #expect(error?.message.contains(part) == true, "\(String(describing: error))")
    }

    @Test func entriesHaveKeysLinesAndValues() throws {
        let outline = try Outline(
            of: Array("{\"a\": {\n\"b\\u00e9\\ud83d\\ude00\": [\"x\"],\n \"c\": -1e3}}".utf8))
        #expect(outline.entries.map(\.key.description) == ["a", "a.bé😀", "a.c"])
        #expect(outline.entries.map(\.line) == [1, 2, 3])
        #expect(
            outline.entries.map(\.value) == [.object, .strings(["x"]), .fraction("-1e3")])
    }

    /// Whatever the bytes, there is an outline or an error; and what has an outline is to simdjson the
    /// same values.
    @Test func mutatedTextsDoNotTrap() throws {
        let sample = Array(
            #"{"inbox": {"path": "a\u00e9\ud83d\ude00", "n": -1.5e3, "s": ["x", "y"], "t": true}}"#
                .utf8)
        var random = SplitMix64(state: 7)
        var refused = 0
        for _ in 0..<20_000 {
            var bytes = sample
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: index)
                default: bytes.insert(bytes[(index + 7) % bytes.count], at: index)
                }
            }
            let outline: Outline
            do {
                outline = try Outline(of: bytes)
            } catch {
                refused += 1
                continue
            }
            let values = JSONParser.value(of: bytes, depth: 16) { Self.values(of: $0) }
            #expect(
                outline.entries.map(\.value).map(Self.printed) == values,
                "\(String(decoding: bytes, as: UTF8.self))")
        }
        #expect(refused > 10_000)
    }

    /// The values of all members, a group before what it holds.
    private static func values(of object: JSONValue) -> [String] {
        object.members.flatMap { _, value in
            switch value.kind {
            case .object: ["{}"] + values(of: value)
            case .array: ["\(value.elements.map { $0.string ?? "" })"]
            case .number: ["\(value.double ?? .nan)"]
            case .string, .bool, .null: [value.printed ?? "null"]
            }
        }
    }

    private static func printed(_ value: Outline.Value) -> String {
        switch value {
        case .object: "{}"
        case .null: "null"
        case .string(let text): text
        case .strings(let texts): "\(texts)"
        case .integer(let digits), .fraction(let digits): "\(Double(digits) ?? .nan)"
        case .bool(let value): "\(value)"
        }
    }

    @Test func deepNestingIsRefused() {
        let deep = String(repeating: "{\"a\":", count: 100_000)
        #expect(throws: Outline.SyntaxError.self) { try Outline(of: Array(deep.utf8)) }
    }
}

/// SplitMix64 (Steele, Lea and Flood, 2014): the same numbers on every run.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
