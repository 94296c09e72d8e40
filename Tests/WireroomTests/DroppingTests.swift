import Glibc
import Testing

/// Every way that people and programs drop a file gives one record.
@Suite(.serialized) struct DroppingTests {
    /// A line of shell that drops `$PWD/story.txt` into `inbox/`, and the name it has there.
    struct Way: CustomTestStringConvertible, Sendable {
        let name: String
        let line: String
        var program = "bash"
        var file = "story.txt"
        var testDescription: String { name }
    }

    static let ways = [
        Way(name: "mv", line: "mv story.txt inbox/"),
        Way(name: "cp", line: "cp story.txt inbox/"),
        Way(name: "cp -p", line: "touch -d 2001-01-01 story.txt; cp -p story.txt inbox/"),
        Way(
            name: "a writer that pauses",
            line: "{ head -c 200 story.txt; sleep 1.5; tail -c +201 story.txt; } > inbox/story.txt"),
        Way(
            name: "a writer that opens it again for each part",
            line: """
                head -c 200 story.txt > inbox/story.txt
                tail -c +201 story.txt | head -c 100 >> inbox/story.txt
                tail -c +301 story.txt >> inbox/story.txt
                """),
        Way(
            name: "an editor that writes a temporary file and renames it",
            line: "cp story.txt inbox/.story.txt.swp; mv inbox/.story.txt.swp inbox/story.txt"),
        Way(
            name: "an editor that keeps a backup",
            line: """
                touch inbox/4913; rm inbox/4913
                cat story.txt > inbox/story.txt~; mv inbox/story.txt~ inbox/.keep.tmp
                cat story.txt > inbox/story.txt; rm inbox/.keep.tmp
                """),
        Way(
            name: "vim", line: "vim -u NONE -es -c 'w inbox/story.txt' -c 'q!' story.txt",
            program: "vim"),
        Way(name: "rsync", line: "rsync -a story.txt inbox/", program: "rsync"),
        Way(
            name: "rsync in place", line: "rsync --inplace story.txt inbox/", program: "rsync"),
        Way(
            name: "Python's tempfile and os.replace",
            line: """
                exec python3 - <<'END'
                import os, tempfile
                text = open('story.txt').read()
                with tempfile.NamedTemporaryFile('w', dir='inbox', suffix='.tmp', delete=False) as f:
                    f.write(text)
                os.replace(f.name, 'inbox/story.txt')
                END
                """, program: "python3"),
        Way(name: "a hard link", line: "ln story.txt inbox/"),
        Way(name: "install", line: "install -m 600 story.txt inbox/"),
        Way(name: "dd", line: "dd if=story.txt of=inbox/story.txt bs=64 status=none"),
        Way(
            name: "a copy, then a change of mode",
            line: "cp story.txt inbox/; chmod 600 inbox/story.txt"),
        Way(
            name: "a directory that is moved in", line: "mkdir d; mv story.txt d/; mv d inbox/",
            file: "d/story.txt"),
        Way(
            name: "directories that are made, then a copy",
            line: "mkdir -p inbox/a/b/c; cp story.txt inbox/a/b/c/", file: "a/b/c/story.txt"),
    ]

    @Test(.timeLimit(.minutes(1)), arguments: ways)
    func `One file gives one record, whole`(way: Way) async throws {
        guard Tools.need(Tools.has(way.program), "\(way.program) is not here") else { return }
        let daemon = try Daemon()
        try await daemon.start()
        let text = SampleText.article(1, paragraphs: 3)
        try Files.write(text, to: daemon.scratch.at("story.txt"))
        let outcome = try await Tools.shell(way.line, in: daemon.scratch.path)
        #expect(outcome.status == .exit(0), "\(outcome.errors)")
        try await daemon.settle(records: 1)
        // Whatever else it might still take has settled by then.
        await pause(milliseconds: 400)
        let records = try daemon.allRecords()
        try #require(records.count == 1)
        #expect(records[0].path == way.file)
        #expect(records[0].feed == way.file.split(separator: "/").dropLast().joined(separator: "/"))
        #expect(records[0].text?.utf8.count == text.utf8.count - 1)
        #expect(daemon.done == [way.file])
        #expect(daemon.quarantine.isEmpty)
        #expect(await daemon.stop() == .exit(0))
    }

    @Test(.timeLimit(.minutes(1)))
    func `Names of unfinished files are never taken`() async throws {
        let daemon = try Daemon(inbox: #""ignore": ["draft-*", "desk/private/*"]"#)
        let names = [
            ".hidden.txt", "a.tmp", "a.part", "a.partial", "a.crdownload", "a.filepart", "a.txt~",
            "a.swp", "a.lock", "draft-1.txt", "desk/private/a.txt",
        ]
        try await daemon.start()
        try daemon.scratch.makeDirectory("inbox/desk/private")
        for name in names { try Files.write(SampleText.article(1), to: daemon.inbox(name)) }
        try daemon.drop(SampleText.article(2), as: "b.txt")
        try daemon.drop(SampleText.article(3), as: "desk/private.txt")
        await waitUntil { daemon.lineCount == 2 }
        await pause(milliseconds: 500)
        #expect(Set(try daemon.allRecords().map(\.path)) == ["b.txt", "desk/private.txt"])
        #expect(Set(Files.list(daemon.inbox())) == Set(names))
    }

    @Test(.timeLimit(.minutes(1)))
    func `A name that is dropped twice is filed under two names`() async throws {
        let daemon = try Daemon()
        try await daemon.start()
        for number in 1...3 {
            try daemon.drop(SampleText.article(number), as: "same.txt")
            try await daemon.settle(records: number)
        }
        let records = try daemon.records()
        #expect(records.map(\.verdict) == ["original", "original", "original"])
        let names = ["same.txt"] + records[1...].map { "same-\($0.sha256.prefix(8)).txt" }
        #expect(daemon.done.sorted() == names.sorted())
    }

    @Test(.timeLimit(.minutes(1)))
    func `The same bytes under the same name are a duplicate, and filed`() async throws {
        let daemon = try Daemon()
        try await daemon.start()
        for number in 1...3 {
            try daemon.drop(SampleText.article(1), as: "same.txt")
            try await daemon.settle(records: number)
        }
        #expect(try daemon.records().count == 1)
        #expect(try daemon.records("duplicates").map(\.match) == ["exact", "exact"])
        #expect(daemon.done.count == 3)
    }

    @Test(.timeLimit(.minutes(1)))
    func `A file that is replaced again and again is never lost nor doubled`() async throws {
        let daemon = try Daemon()
        try await daemon.start()
        for number in 1...300 { try daemon.drop(SampleText.article(number), as: "hot.txt") }
        await waitUntil { daemon.waiting.isEmpty }
        await pause(milliseconds: 500)
        // What was replaced before it was seen is gone; what was seen stands there once.
        let records = try daemon.allRecords()
        #expect(Set(records.map(\.id)).count == records.count)
        #expect(records.contains { $0.text == String(SampleText.article(300).dropLast()) })
        #expect(daemon.waiting.isEmpty)
        #expect(await daemon.stop() == .exit(0))
    }
}
