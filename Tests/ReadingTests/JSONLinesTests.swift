import Articles
import Testing

@testable import Reading

@Suite struct `Reading JSON Lines` {
    let good = """
        {"text":"A"}

        {"text":"B"}\r
        {"broken" 1}
          {"text":"C"}
        [1]
        {"text":"D"}
        """

    @Test func `Good lines are read, bad ones named by number, line and place`() throws {
        let bytes = [UInt8](good.utf8)
        for outcome in [
            read(bytes), try readInPieces(bytes, of: 3),
            try readInPieces(bytes, of: 5, resuming: true),
        ] {
            #expect(outcome.format == .jsonLines && outcome.fault == nil)
            #expect(outcome.texts == ["A", "B", "C", "D"])
            #expect(outcome.codes == ["broken-json", "wrong-type"])
            #expect(outcome.items.map(\.number) == [1, 2, 3, 4, 5, 6])
            #expect(outcome.items.map(\.line) == [1, 3, 4, 5, 6, 7])
            let lines = good.utf8.split(separator: 0x0A, omittingEmptySubsequences: true)
            for (item, line) in zip(outcome.items, lines) {
                #expect(
                    Array(bytes[Int(item.bytes.lowerBound)..<Int(item.bytes.upperBound)])
                        == Array(line))
            }
            let reason = try #require(outcome.faults.first?.reason)
            #expect(reason.offset == 38 && reason.line == 4)
            #expect(bytes[38] == 0x31)
            #expect(reason.what.contains("expected a colon, found `1`"))
        }
    }

    @Test func `Each way of ending a file is an end`() {
        for end in ["", "\n", "\r\n", "\n\n \n"] {
            #expect(read("{\"text\":\"A\"}\n{\"text\":\"B\"}" + end).texts == ["A", "B"])
        }
        #expect(read("\u{FEFF}{\"text\":\"A\"}\n{\"text\":\"B\"}").texts == ["A", "B"])
    }

    @Test func `A last line without an end may be cut off`() {
        let outcome = read("{\"text\":\"A\"}\n{\"text\":\"B")
        #expect(outcome.texts == ["A"] && outcome.codes == ["truncated"])
        #expect(outcome.faults.first?.isTruncation == true)
        // With its line feed it is only broken.
        #expect(read("{\"text\":\"A\"}\n{\"text\":\"B\n").codes == ["broken-json"])
    }

    @Test(arguments: [
        ("{\"text\":\"A\"}\nrubbish", "", Format.jsonLines), ("{\"text\":\"A\"}", "", .json),
        ("{\"text\":\"A\"}", "a.jsonl", .jsonLines), ("{\n\"text\":\"A\"}", "", .json),
        ("{\n\"text\":\"A\"}", "a.jsonl", .json),
        ("{\"text\":\n{\"text\":\"A\"}", "a.ndjson", .jsonLines),
        ("{\"tex\n{\"text\":\"A\"}", "", .jsonLines), ("[{\"text\":\"A\"}]", "a.jsonl", .json),
        ("{\"items\":[\n{\"text\":\"A\"}]}", "", .json),
        ("rubbish\n{\"text\":\"A\"}", "a.jsonl", .jsonLines),
        ("[rubbish\n{\"text\":\"A\"}", "a.jsonl", .jsonLines),
        ("[\n{\"text\":\"A\"}\n]", "a.jsonl", .json),
    ])
    func `Lines and documents are told apart by content first`(
        text: String, name: String, format: Format
    ) throws {
        let outcome = read(text, name: name)
        #expect(outcome.format == format)
        #expect(outcome.texts == ["A"])
        #expect(try readInPieces([UInt8](text.utf8), of: 1, name: name).texts == ["A"])
    }

    @Test func `A line of 100 MB is passed over in little memory, and the next is read`() throws {
        var source = LongLine(length: 100 << 20)
        var reader = FileReader()
        reader.open(name: "a.jsonl")
        let first = try #require(try reader.next(from: &source))
        #expect(first.line == 1 && first.bytes == 0..<(100 << 20))
        #expect(throws: ItemFault.self) { try first.content.get() }
        let second = try #require(try reader.next(from: &source))
        #expect(String(decoding: try second.content.get().text, as: UTF8.self) == "After")
        #expect(second.number == 2 && second.line == 2)
        #expect(try reader.next(from: &source) == nil)
    }

    @Test func `Lines count one by one against the limit of a line`() {
        var limits = ReadingLimits()
        limits.articleBytes = 20
        let long = "{\"text\":\"" + String(repeating: "x", count: 40) + "\"}"
        let outcome = read("{\"text\":\"A\"}\n\(long)\n{\"text\":\"B\"}\n", limits: limits)
        #expect(outcome.texts == ["A", "B"] && outcome.codes == ["too-large"])
        #expect(outcome.items.map(\.line) == [1, 2, 3])
    }
}

/// A line of JSON without an end to its string, then a good one.
struct LongLine: ByteSource {
    private var rest: Int
    private var tail = [UInt8]("\n{\"text\":\"After\"}\n".utf8)
    private var isFirst = true

    init(length: Int) { rest = length }

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        if rest > 0 {
            let count = min(rest, buffer.count)
            buffer.baseAddress?.initializeMemory(as: UInt8.self, repeating: 0x22, count: count)
            if isFirst { buffer[0] = 0x7B }
            isFirst = false
            rest -= count
            return count
        }
        let count = min(tail.count, buffer.count)
        buffer.copyBytes(from: tail[..<count])
        tail.removeFirst(count)
        return count
    }
}
