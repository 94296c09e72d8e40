import TestSupport
import Testing

@testable import JSON

@Suite struct `Writing JSON` {
    private func written(_ body: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter()
        body(&writer)
        return String(decoding: writer.finish(), as: UTF8.self)
    }

    @Test func `Members and elements are parted by commas`() {
        let json = written {
            $0.beginObject()
            $0.key("a")
            $0.beginArray()
            $0.integer(-1)
            $0.bool(true)
            $0.beginObject()
            $0.endObject()
            $0.endArray()
            $0.key(string: "b")
            $0.string("")
            $0.endObject()
            $0.lineFeed()
        }
        #expect(json == "{\"a\":[-1,true,{}],\"b\":\"\"}\n")
    }

    @Test(
        arguments: [
            (0, "0"), (1, "1"), (0.9375, "0.9375"), (0.5, "0.5"), (0.00004, "0"), (0.99996, "1"),
            (-3, "0"), (7, "1"), (.nan, "0"), (.infinity, "1"),
        ] as [(Double, String)])
    func `Fractions have four decimals at most`(value: Double, json: String) {
        #expect(written { $0.fraction(value) } == json)
    }

    @Test func `Every string comes back as it was, at every offset of the scan`() throws {
        let special = (0...0x20).map { UInt8($0) } + [0x22, 0x5C, 0x7F]
        var parser = JSONParser()
        for length in 0..<20 {
            for place in 0...length {
                for byte in special {
                    var text = [UInt8](repeating: 0x61, count: length)
                    text.insert(byte, at: place)
                    var line: [UInt8] = []
                    JSONWriter.append(to: &line) { $0.string(utf8: text) }
                    #expect(line.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
                    #expect(
                        try parser.parse(line) { Array($0.utf8 ?? .init(start: nil, count: 0)) }
                            == text)
                }
            }
        }
    }

    @Test func `Random strings come back as they were`() throws {
        var random = SeededNumbers(seed: 2)
        let scalars: [Unicode.Scalar] = [
            "\0", "\u{1F}", "\"", "\\", "/", "a", "é", "\u{7F}", "\u{80}", "\u{2028}", "語", "😀",
            "\u{10FFFF}", "\n",
        ]
        var parser = JSONParser()
        for _ in 0..<2_000 {
            var text = ""
            for _ in 0..<Int.random(in: 0..<60, using: &random) {
                text.unicodeScalars.append(
                    scalars[Int.random(in: 0..<scalars.count, using: &random)])
            }
            let json = written { $0.string(text) }
            #expect(try parser.parse([UInt8](json.utf8)) { $0.string } == text)
            #expect(written { $0.string(utf8: [UInt8](text.utf8)) } == json)
        }
    }

    @Test func `Appending keeps what was there, also when it fails`() {
        struct Stop: Error {}
        var buffer: [UInt8] = [0x41]
        JSONWriter.append(to: &buffer) { $0.integer(7) }
        #expect(throws: Stop.self) {
            try JSONWriter.append(to: &buffer) { _ in throw Stop() }
        }
        #expect(buffer == [0x41, 0x37])
    }
}
