import TestSupport
import Testing

@testable import JSON

@Suite struct `Parsing JSON` {
    private func text(_ json: String) throws -> String {
        var parser = JSONParser()
        return try parser.parse([UInt8](json.utf8)) { $0.compact(limit: 10_000) }
    }

    private func fault(_ json: [UInt8], depth: Int = 64) -> JSONError? {
        var parser = JSONParser(depth: depth)
        do {
            try parser.parse(json) { _ in }
            return nil
        } catch {
            return error as? JSONError
        }
    }

    private func fault(_ json: String) -> JSONError? { fault([UInt8](json.utf8)) }

    @Test func `Every kind of value comes back as it was`() throws {
        let json = #"{"a":[1,-2,18446744073709551615,0.5,true,false,null,[],{}],"é":"\n\"☂😀"}"#
        #expect(try text(json) == json)
        #expect(try text(" [ ] ") == "[]")
        #expect(try text("7") == "7")
    }

    @Test func `Members are found by name, elements in their order`() throws {
        var parser = JSONParser()
        try parser.parse([UInt8](#"{"n":{"x":1},"list":["a","b"],"n":2}"#.utf8)) { value in
            #expect(value.kind == .object)
            #expect(value.member("n")?.member("x")?.integer == 1)
            #expect(value.member("list")?.elements.map(\.string) == ["a", "b"])
            #expect(value.member("none") == nil)
            #expect(value.member("list")?.member("n") == nil)
            #expect(
                value.members.map { String(decoding: $0.key, as: UTF8.self) } == ["n", "list", "n"])
        }
    }

    @Test func `Numbers keep to their kinds`() throws {
        var parser = JSONParser()
        try parser.parse([UInt8]("[9223372036854775808, -1, 2.5]".utf8)) { value in
            let numbers = Array(value.elements)
            #expect(numbers[0].integer == nil && numbers[0].unsigned == 1 << 63)
            #expect(numbers[1].integer == -1 && numbers[1].unsigned == nil)
            #expect(numbers[2].integer == nil && numbers[2].double == 2.5)
            #expect(numbers.map(\.printed) == ["9223372036854775808", "-1", "2.5"])
        }
    }

    @Test(
        arguments: [
            ("", .endsEarly, 0), (#"{"a":1"#, .endsEarly, 6), (#"["abc"#, .endsEarly, 5),
            (#"{"a":tru"#, .endsEarly, 8), (#"["\u12"#, .endsEarly, 6),
            (#"["\ud83d"#, .endsEarly, 8),
            (#"{"a" 1}"#, .unexpected(0x31), 5), ("[1,]", .unexpected(0x5D), 3),
            ("{a:1}", .unexpected(0x61), 1), ("[1}", .unexpected(0x7D), 2), ("{} x", .trailing, 3),
            (#"["\x"]"#, .badEscape, 2), ("[\"a\nb\"]", .controlCharacter(10), 3),
            (#"["\ud800"]"#, .loneSurrogate, 2), (#"["\udc00"]"#, .loneSurrogate, 2),
            (#"["\ud800\u0041"]"#, .loneSurrogate, 2), (#"["\ud800x"]"#, .loneSurrogate, 2),
            ("[123456789012345678901]", .numberTooLarge, 1), ("[1e999]", .numberTooLarge, 1),
            ("[01]", .unexpected(0x31), 2), ("[1.]", .unexpected(0x5D), 3),
        ] as [(String, JSONError.Fault, Int)])
    func `A fault is named with its place`(json: String, expected: JSONError.Fault, offset: Int) {
        let found = fault(json)
        #expect(found?.fault == expected)
        #expect(found?.offset == offset)
    }

    @Test func `Bytes that are not UTF-8 are refused where they stand`() {
        let found = fault([0x5B, 0x22, 0x61, 0xFF, 0x22, 0x5D])
        #expect(found?.fault == .notUTF8 && found?.offset == 3)
        // The first half of a two-byte character, and then the end.
        #expect(fault([0x5B, 0x22, 0xC3])?.fault == .endsEarly)
    }

    @Test func `Nesting is bounded, exactly and without recursion`() {
        func nested(_ levels: Int) -> [UInt8] {
            [UInt8](repeating: 0x5B, count: levels) + [0x31]
                + [UInt8](repeating: 0x5D, count: levels)
        }
        #expect(fault(nested(8), depth: 8) == nil)
        #expect(fault(nested(9), depth: 8)?.fault == .tooDeep(limit: 8))
        #expect(fault(nested(100_000))?.fault == .tooDeep(limit: 64))
        #expect(fault([UInt8](repeating: 0x5B, count: 100_000))?.offset == 64)
    }

    @Test func `A large document of punctuation is refused, one of prose is not`() {
        let dense =
            [0x5B] + [[UInt8]](repeating: [0x31, 0x2C], count: 1 << 20).joined() + [0x31, 0x5D]
        #expect(fault([UInt8](dense))?.fault == .tooDense)
        let prose =
            "[\"" + String(repeating: "Rain fell, and the river rose. ", count: 200_000) + "\"]"
        #expect(fault(prose) == nil)
    }

    @Test func `A faulty document leaves the parser fit for the next`() throws {
        var parser = JSONParser()
        for _ in 0..<3 {
            #expect(throws: JSONError.self) { try parser.parse([UInt8]("[1,".utf8)) { _ in } }
            #expect(try parser.parse([UInt8]("[1]".utf8)) { $0.elements.map(\.integer) } == [1])
        }
    }

    @Test func `Parser and diagnosis agree on what is JSON`() {
        let alphabet = [UInt8](#"{}[]",:\ue0-1.5tfn /"#.utf8) + [0xC3, 0xA9, 0x0A, 0x01]
        let seeds = [
            #"{"a":[1,-2.5e3,true,null],"b":{"c":"d\u00e9\ud83d\ude00é"}}"#, #"[[],{},"",0]"#,
            "\"x\"",
        ].map { [UInt8]($0.utf8) }
        var random = SeededNumbers(seed: 1)
        var parser = JSONParser()
        for round in 0..<30_000 {
            var bytes = seeds[round % seeds.count]
            for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                let byte = alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[index] = byte
                case 1: bytes.insert(byte, at: index)
                case 2: bytes.remove(at: index)
                default: bytes.removeLast(bytes.count - index)
                }
            }
            var isGood = true
            do {
                let compact = try parser.parse(bytes) { $0.compact(limit: 1000) }
                #expect(!compact.unicodeScalars.contains("\u{FFFD}"))
            } catch { isGood = false }
            let found = bytes.withUnsafeBytes { JSONDiagnosis.firstFault(in: $0, depth: 64) }
            #expect(isGood == (found == nil), "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    @Test func `A cut document is a truncation, at every place`() {
        let whole = [UInt8](#"{"a":[1,{"b":"é\n\ud83d\ude00"},true],"c":null}"#.utf8)
        for length in 0..<whole.count {
            #expect(fault(Array(whole[..<length]))?.isTruncation == true, "\(length) bytes")
        }
    }
}
