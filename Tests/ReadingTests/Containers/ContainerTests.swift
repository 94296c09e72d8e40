import Articles
import Testing

@testable import Reading

@Suite struct `Reading what is packed` {
    private let lines = "{\"text\":\"\(report(1))\"}\n{\"text\":\"\(report(2))\"}\n"

    @Test func `A compressed file is read as what it holds, and is no level of its own`() throws {
        let packed = Packed.gzip(Array(lines.utf8))
        for size in [1, 7, 100_000] {
            let pieces = try readInPieces(packed, of: size, name: "a.jsonl.gz")
            #expect(pieces.texts == [report(1), report(2)])
            #expect(pieces.items.map(\.member) == [nil, nil])
            #expect(pieces.items.allSatisfy { $0.format == .jsonLines && $0.bytes.isEmpty })
        }
        let whole = read(packed, name: "a.jsonl.gz")
        #expect(whole.texts == [report(1), report(2)] && whole.items.map(\.number) == [1, 2])
        #expect(read(Packed.gzip(Packed.gzip(Array(report(3).utf8)))).texts == [report(3)])
    }

    @Test func `Members are articles with their paths, numbered through the file`() throws {
        let inner = Packed.zip([.init("deep/c.txt", report(3))])
        let archive = Packed.zip([
            .init("a.txt", report(1)), .init("b.jsonl", lines), .init("inner.zip", inner),
            .init("d.txt.gz", Packed.gzip(Array(report(4).utf8))),
        ])
        let tar = Packed.tar([("x/archive.zip", archive), ("e.txt", Array(report(5).utf8))])
        for outcome in [
            read(Packed.gzip(tar), name: "a.tgz"),
            try readInPieces(Packed.gzip(tar), of: 997, name: "a.tgz"),
        ] {
            #expect(outcome.fault == nil)
            #expect(outcome.items.map(\.number) == [1, 2, 3, 4, 5, 6])
            #expect(
                outcome.items.map(\.member) == [
                    "x/archive.zip!/a.txt", "x/archive.zip!/b.jsonl", "x/archive.zip!/b.jsonl",
                    "x/archive.zip!/inner.zip!/deep/c.txt", "x/archive.zip!/d.txt.gz", "e.txt",
                ])
            #expect(outcome.texts == [1, 1, 2, 3, 4, 5].map { report($0) })
        }
    }

    @Test func `Reading goes on after any item, from the beginning of the file`() throws {
        let archive = Packed.zip((1...5).map { .init("\($0).txt", report($0)) })
        let resumed = try readInPieces(archive, of: 64, resuming: true)
        #expect(resumed.texts == (1...5).map { report($0) })
        #expect(resumed.items.map(\.number) == [1, 2, 3, 4, 5])
    }

    @Test func `What pages are shown with is passed over, what cannot be read is rejected`() {
        let outcome = read(
            Packed.zip([
                .init("page/", ""), .init("style.css", "p { color: red }"), .init("empty.txt", ""),
                .init("picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]),
                .init("__MACOSX/._a.txt", "x"), .init("a.txt", report(1)),
                .init("b.json", "{\"text\": oops}"), .init("c.pdf", "%PDF-1.7\nxx"),
            ]))
        #expect(outcome.texts == [report(1)])
        #expect(outcome.items.map(\.member) == ["a.txt", "b.json", "c.pdf"])
        #expect(outcome.codes == ["broken-json", "unsupported-kind"])
    }

    @Test func `A container without an article says what is in it`() {
        let outcome = read(
            Packed.zip([.init("a.css", "p"), .init("b.css", "q"), .init("c.js", "r")]))
        #expect(outcome.code == "no-article")
        #expect(outcome.fault?.reason.what.contains("2 style sheets") == true)
    }

    @Test func `A bad line of a member is kept, byte for byte`() {
        let outcome = read(Packed.gzip(Array("{\"text\":\"A\"}\n{\"text\": oops}\n".utf8)))
        #expect(outcome.items.last?.evidence == Array("{\"text\": oops}".utf8))
    }

    @Test func `Documents in a ZIP archive are named and not unpacked`() {
        for (first, kind) in [
            ("[Content_Types].xml", "Microsoft Office"), ("META-INF/MANIFEST.MF", "Java"),
        ] {
            let outcome = read(Packed.zip([.init(first, "<Types/>"), .init("x", "y")]))
            #expect(outcome.code == "unsupported-kind")
            #expect(outcome.fault?.reason.what.contains(kind) == true)
        }
        var type = Packed.Entry("mimetype", "application/epub+zip")
        type.isStored = true
        #expect(read(Packed.zip([type])).fault?.reason.what.contains("EPUB") == true)
        let word = Packed.zip([.init("[Content_Types].xml", "x"), .init("word/document.xml", "y")])
        #expect(read(word).fault?.reason.what.contains("DOCX") == true)
    }

    @Test func `An encrypted member is rejected by that word, the others are read`() {
        var secret = Packed.Entry("secret.txt", [UInt8](repeating: 7, count: 100))
        secret.isEncrypted = true
        secret.isStored = true
        let outcome = read(Packed.zip([secret, .init("a.txt", report(1))]))
        #expect(outcome.texts == [report(1)])
        #expect(outcome.faults.first?.reason.what.contains("encrypted") == true)
    }
}
