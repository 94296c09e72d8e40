import Articles
import Testing

@testable import Reading

@Suite struct `Telling formats apart` {
    private func sniff(_ text: String, _ name: String = "") -> Sniffed {
        sniff(Array(text.utf8), name)
    }

    private func sniff(_ bytes: [UInt8], _ name: String = "") -> Sniffed {
        var origin = Document.Origin()
        origin.name = name
        return bytes.withUnsafeBytes { Sniffer.sniff(head: $0, origin: origin, hints: FeedHints()) }
    }

    private func kind(_ bytes: [UInt8]) -> String? {
        if case .unsupported(let kind) = sniff(bytes) { kind.described } else { nil }
    }

    @Test(arguments: [
        ("<!DOCTYPE html><p>x", Format.html), ("\n <HTML lang=en>", .html),
        ("<!-- saved --><html><body>x", .html), ("<meta charset=utf-8><title>A</title><p>b", .html),
        ("<div><p>One.</p><p>Two.</p></div>", .html),
        ("<?xml version=\"1.0\"?><html xmlns=\"x\"><head/></html>", .html),
        ("<?xml version=\"1.0\"?>\n<rss version=\"2.0\">", .rss),
        ("<feed xmlns=\"a\"><id/></feed>", .atom),
        ("<?xml version='1.0'?><!-- c --><rdf:RDF>", .rdf), ("<nitf><body/></nitf>", .nitf),
        ("<NewsML Version=\"1.2\"><x/></NewsML>", .newsML),
        ("<newsItem guid=\"a\"><x/></newsItem>", .newsMLG2),
        ("From: a@b.example\nTo: c@d.example\nSubject: Ferry\n\nText", .mail),
        ("Return-Path: <a@b.example>\nReceived: by c\n\nText", .mail),
        ("From a@b.example Tue Mar  3 10:00:00 2026\nFrom: a@b.example\nSubject: x\n\nText", .mbox),
        (
            "From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n",
            .mhtml
        ),
        ("Received: by c\nMessage-ID: <1@a>\nbroken line\nFrom: a@b.example\n\nText", .mail),
        ("From a@b.example\nReturn-Path: <a@b.example>\nReceived: by c\n\nText", .mail),
        ("---\ntitle: Ferry\n---\n\nText", .markdown),
        ("headline,text\nA,B\nC,D\n", .commaSeparated), ("title\tbody\nA\tB\n", .tabSeparated),
        ("{\"text\": \"a\"}", .json), ("[{\"text\": \"a\"}]", .json),
    ])
    func `By content alone`(head: String, format: Format) {
        #expect(sniff(head) == .format(format))
    }

    @Test(arguments: [
        "From: the city desk\n\nThe mayor spoke on Monday.",
        "From the harbour, at 10:30 in 2026, they left.",
        "Date: Monday. The mayor spoke.",
        "Subject: the ferry, and what it brings\n\nIt brings people.",
        "<b>Bold</b> beginnings of a report.", "<sigh> was all that the mayor said.",
        "< 5 degrees is what they expect tonight.", "--- \nThe mayor spoke.\n---\nMore of it.",
        "---\nOn Monday the mayor spoke.\n---", "Received: nothing. Sent: nothing.",
        "Monday, Tuesday\nand Wednesday, they said", "PK was his nickname.", "ustar is no word.",
        "Note: this is a text.\nSource: an agency.\n\nThe mayor spoke.",
        "LONDON, March 3, 2026\nThe mayor, who spoke, left.", "BZh91 and what follows.",
    ])
    func `What only looks like a format is text`(text: String) {
        #expect(sniff(text) == .format(.plainText))
        #expect(sniff(text, "a.txt") == .format(.plainText))
    }

    @Test func `A name settles what content leaves open`() {
        #expect(sniff("# Ferry\n\nText", "a.md") == .format(.markdown))
        #expect(sniff("# Ferry\n\nText", "a.txt") == .format(.plainText))
        #expect(sniff("<p>One paragraph.", "a.html") == .format(.html))
        #expect(sniff("<p>One paragraph.", "a.txt") == .format(.plainText))
        #expect(sniff("Subject: Ferry\n\nText", "a.eml") == .format(.mail))
        #expect(
            sniff("%PDF-1.7 not json", "a.json")
                == .unsupported(KnownKind(described: "a PDF document")))
    }

    @Test func `Containers are known by their first bytes`() {
        let packings: [([UInt8], Packing)] = [
            ([0x1F, 0x8B, 8, 0], .gzip), ([0x28, 0xB5, 0x2F, 0xFD, 0], .zstd),
            ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 0], .xz),
            ([0x42, 0x5A, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59], .bzip2),
            (Packed.zip([.init("a", "b")]), .zip), (Packed.tar([("a", [1])]), .tar),
        ]
        for (bytes, packing) in packings { #expect(sniff(bytes) == .container(.packed(packing))) }
        #expect(sniff("WARC/1.0\r\n") == .container(.warc))
        #expect(sniff("filedesc://a 0.0.0.0") == .container(.arc))
    }

    @Test func `Kinds that are not read are named`() {
        for (bytes, word) in [
            (Array("%PDF-1.7\n".utf8), "PDF"), ([0xFF, 0xD8, 0xFF, 0xE0], "JPEG"),
            (Array("GIF89a\u{1}\u{1}".utf8), "GIF"), (Array("SQLite format 3\0".utf8), "SQLite"),
            ([0x7F, 0x45, 0x4C, 0x46, 2, 1], "program"), ([0x49, 0x44, 0x33, 4, 0], "MP3"),
            (Array("{\\rtf1 x}".utf8), "RTF"), (Array("%!PS-Adobe".utf8), "PostScript"),
            ([0, 0, 0, 24] + Array("ftypmp42".utf8), "MP4"),
            (Array("<?xml version='1.0'?><a/>".utf8), "XML"),
        ] as [([UInt8], String)] {
            #expect(kind(bytes)?.contains(word) == true, "\(word)")
        }
        #expect(sniff([2, 3, 4, 5, 6, 7, 0x61]) == .binary)
    }

    @Test func `What the feed says of its format goes before content, within containers too`() {
        var hints = FeedHints()
        hints.format = .plainText
        let text = "<html> is what this report begins with."
        #expect(read(Array(text.utf8), hints: hints).texts == [text])
        #expect(read(Packed.gzip(Array(text.utf8)), hints: hints).texts == [text])
    }
}
