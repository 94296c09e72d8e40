import Testing

/// An archive with several closed segments of both streams, made by a daemon that has stopped; to be
/// copied for each way in which another daemon goes on with it.
struct ClosedSegments {
    let original: Daemon
    /// All bytes of each stream.
    let articles: [UInt8]
    let duplicates: [UInt8]
    static let articleCount = 24
    static let copyCount = 16

    /// - Parameter oldDay: the day that all but the newest segments are made to be of.
    init(oldDay: String? = nil) async throws {
        original = try Daemon(archive: Self.small)
        try original.scratch.makeDirectory("inbox")
        try await original.start()
        // A few at a time, so that they are groups of their own and segments begin between them.
        for number in 0..<Self.articleCount {
            try original.drop(SampleText.article(number, paragraphs: 6), as: "\(number).txt")
            if number % 4 == 3 { try await original.settle(records: number + 1) }
        }
        for number in 0..<Self.copyCount {
            try original.drop(
                SampleText.article(number, paragraphs: 6),
                as: "\(String(repeating: "copy-", count: 45))\(number).txt")
            try await original.settle(records: Self.articleCount + number + 1)
        }
        try #require(await original.stop() == .exit(0))
        if let oldDay {
            for stream in ["articles", "duplicates"] {
                try Self.makeOld(Self.plain(original, stream).dropLast(), oldDay, original)
            }
        }
        articles = try original.bytes(of: "articles")
        duplicates = try original.bytes(of: "duplicates")
    }

    /// Segments of a few records.
    static let small = #""rotateBytes": 4096"#

    /// Names of plain segments, oldest first.
    static func plain(_ daemon: Daemon, _ stream: String) -> [String] {
        segments(daemon).filter { $0.hasPrefix(stream) && $0.hasSuffix(".jsonl") }
            .sorted { $0.suffix(12) < $1.suffix(12) }
    }

    /// Names of all files of segments.
    static func segments(_ daemon: Daemon) -> [String] {
        Files.list(daemon.scratch.at("archive/segments"))
    }

    /// A record that was received on another day, in a segment of that day; the length stays.
    private static func makeOld(
        _ names: some Collection<String>, _ day: String, _ daemon: Daemon
    ) throws {
        let directory = daemon.scratch.at("archive/segments")
        for name in names {
            let today = name.split(separator: "-").dropFirst().prefix(3).joined(separator: "-")
            let old = name.replacing(today, with: day)
            let text = Files.text("\(directory)/\(name)")
                .replacing("\"received\":\"\(today)", with: "\"received\":\"\(day)")
            try Files.rename("\(directory)/\(name)", "\(directory)/\(old)")
            try Files.write(text, to: "\(directory)/\(old)")
        }
    }

    /// A daemon with a copy of all of it, not started yet.
    func copy(inbox: String = "", archive: String) async throws -> Daemon {
        let scratch = try Scratch()
        let copied = try await Tools.run(
            ["cp", "-a", "--", "\(original.scratch.path)/.", scratch.path], in: "/")
        try #require(copied.status == .exit(0), "\(copied.errors)")
        return try Daemon(inbox: inbox, archive: "\(Self.small), \(archive)", in: scratch)
    }

    /// All bytes of a stream as the programs of everybody read them; where a segment is there plain
    /// and compressed, the plain one counts.
    static func bytes(_ daemon: Daemon, _ stream: String) async throws -> [UInt8] {
        let outcome = try await Tools.shell(
            """
            cd archive/segments || exit
            for file in $(ls | sed -n 's/^\\(\(stream)-.*\\.jsonl\\).*$/\\1/p' | sort -u -t- -k5); do
                if [ -e "$file" ]; then cat "$file"
                elif [ -e "$file.zst" ]; then zstd -dcq "$file.zst" || exit
                else gzip -dc "$file.gz" || exit
                fi
            done
            """, in: daemon.scratch.path)
        try #require(outcome.status == .exit(0), "\(outcome.errors)")
        return Array(outcome.output.utf8)
    }
}
