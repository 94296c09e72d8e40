import Articles
import Testing

@testable import Reading

@Suite struct `Reading plain text` {
    @Test func `The whole file is one article, without its byte order mark`() {
        let text = "Harbour reopens\n\nThe harbour of Port Elm reopened – at last – on Monday.\n"
        for mark in ["", "\u{FEFF}"] {
            let outcome = read(mark + text, name: "a.txt")
            #expect(outcome.texts == [text])
            #expect(outcome.format == .plainText)
            #expect(outcome.items.first?.bytes == 0..<UInt64((mark + text).utf8.count))
            if case .plainText = outcome.drafts.first?.form {} else { Issue.record("not plain") }
        }
    }

    @Test(arguments: [
        "[Elm Agency/City desk, Ann Poe] The mayor spoke.", "{sic} was the heading.",
        "[1] A footnote begins this text.", "[\"Never,\" she said.]", "<b>Bold</b> beginnings.",
        "BZh was the name of the club.", "GIF89 is a format of images.", "ID3: three ideas.",
        "\u{1B}[1mBold\u{1B}[0m in a terminal.", "Page one.\u{0C}Page two.",
    ])
    func `What only looks like another format is text`(text: String) {
        #expect(read(text, name: "a.txt").texts == [text])
    }

    @Test func `An empty file and one of white space are told apart`() {
        #expect(read("").code == "empty")
        #expect(read("\u{FEFF}").code == "empty")
        #expect(read(" \n\t\r\n").code == "blank")
        #expect(read("\u{FEFF} \n").code == "blank")
    }

    @Test func `A text that ends inside a character may be cut off`() {
        let fault = read(Array("Caf".utf8) + [0xC3]).fault
        #expect(fault?.isTruncation == true && fault?.reason.offset == 3)
    }

    @Test func `A NUL byte is no text, wherever it stands`() {
        #expect(read(Array("Text".utf8) + [0] + Array("more".utf8)).code == "binary")
        let late = [UInt8](repeating: 0x61, count: 10_000) + [0x0A, 0x00]
        #expect(read(late).fault?.reason.offset == 10_001)
        #expect(read(late).fault?.reason.line == 2)
    }

    @Test func `A text beyond the limit is refused by the limit's name, before it is all read`()
        throws
    {
        var limits = ReadingLimits()
        limits.articleBytes = 1000
        #expect(read([UInt8](repeating: 0x61, count: 1000), limits: limits).texts.count == 1)
        let fault = read([UInt8](repeating: 0x61, count: 1001), limits: limits).fault
        #expect(fault?.reason.code == .tooLarge)
        #expect(fault?.reason.advice.contains("limits.articleBytes") == true)
        limits.articleBytes = 1 << 20
        var endless = Endless(fill: 0x61)
        var reader = FileReader(limits: limits)
        reader.open(name: "a.txt")
        #expect(throws: FileFault.self) { try reader.next(from: &endless) }
        #expect(endless.given < 8 << 20)
    }

    @Test func `White space at the head of a file, longer than what is looked at, is no end`()
        throws
    {
        let text = String(repeating: "\n", count: 10_000) + "Then a report."
        #expect(try readInPieces([UInt8](text.utf8), of: 100).texts == [text])
        let json = String(repeating: "\n", count: 10_000) + #"{"text":"Report"}"#
        #expect(try readInPieces([UInt8](json.utf8), of: 100).texts == ["Report"])
    }
}

/// A file without an end.
struct Endless: ByteSource {
    var fill: UInt8
    var given = 0

    init(fill: UInt8) { self.fill = fill }

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        for index in 0..<buffer.count { buffer[index] = fill }
        given += buffer.count
        return buffer.count
    }
}
