import SystemPackage
import TestSupport
import Testing

@testable import Inbox

@Suite struct NameTests {
    private func component(_ bytes: [UInt8]) throws -> FilePath.Component {
        try #require(FilePath(name: bytes).lastComponent)
    }

    @Test func `A name that is taken gets digits before its extension`() throws {
        let filed = FiledName(name: try component(Array("a.b.txt".utf8)), digest: "0123abcd")
        #expect(filed.attempt(0) == "a.b.txt")
        #expect(filed.attempt(1) == "a.b-0123abcd.txt")
        #expect(filed.attempt(2) == "a.b-0123abcd-2.txt")
        for (name, taken) in [
            ("news", "news-0123abcd"), (".x", ".x-0123abcd"),
            ("a.very-long-ending", "a.very-long-ending-0123abcd"),
        ] {
            let filed = FiledName(name: try component(Array(name.utf8)), digest: "0123abcd")
            #expect(filed.attempt(1) == FilePath(taken))
        }
    }

    @Test func `Every name made from a name is one, of at most 255 bytes, and told apart`() throws {
        var random = SeededNumbers(seed: 1)
        let alphabet: [[UInt8]] = [
            [0x61], [0xC3, 0xA9], [0xE2, 0x82, 0xAC], [0xF0, 0x9F, 0x98, 0x80], [0xFF], [0x2E],
        ]
        for _ in 0..<LongForm.rounds(30, long: 500) {
            var bytes: [UInt8] = [0x6E]
            let length = Int.random(in: 1...255, using: &random)
            while bytes.count < length { bytes += alphabet.randomElement(using: &random) ?? [0x61] }
            bytes = Array(bytes.prefix(255))
            let name = try component(bytes)
            let filed = FiledName(name: name, digest: "0123abcd")
            let names =
                (0...3).map { filed.attempt($0) }
                + [
                    name.followed(by: ".reason.json"),
                    name.followed(by: ".0123abcd.rejected.jsonl"),
                ]
            for made in names {
                let component = try #require(made.lastComponent)
                #expect(made.components.count == 1 && component.bytes.count <= 255)
            }
            #expect(Set(names).count == names.count)
        }
        let first = try component([UInt8](repeating: 0x61, count: 255))
        let second = try component([UInt8](repeating: 0x61, count: 254) + [0x62])
        #expect(first.followed(by: ".reason.json") != second.followed(by: ".reason.json"))
    }

    @Test func `A character is not cut in two`() throws {
        let name = try component(Array(String(repeating: "é", count: 127).utf8))
        for number in 1...3 {
            let filed = FiledName(name: name, digest: "0123abcd").attempt(number)
            #expect(String(validating: filed) != nil)
        }
        #expect(String(validating: name.followed(by: ".reason.json")) != nil)
    }

    @Test(arguments: [
        (".a", true), ("a.tmp", true), ("a.txt", false), ("a~", true), ("a.SWP", false),
        ("draft-1", true), ("desk/secret/b.txt", true), ("desk/secret", false), ("secret", false),
        ("desk/deep/secret/b.txt", false),
    ])
    func `What is ignored is known by its name, or by its path`(path: String, isIgnored: Bool) {
        var rules = InboxRules()
        rules.ignore = ["draft-*", "desk/secret/*"]
        #expect(rules.ignores(FilePath(path)) == isIgnored)
    }
}
