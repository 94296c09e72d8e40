/// What a run left, as anybody can read it: the bytes of the segments, where the dropped files lie,
/// and what the readers saw.
struct Evidence {
    struct Segment {
        /// `articles-2026-11-21-000001.jsonl`.
        var name: Path
        var stream: String
        var day: String
        var number: Int
        var bytes: [UInt8]
        var inode: UInt64?
    }

    /// A file in done/ or quarantine/, or one that is left in the inbox.
    struct Filed {
        /// Below the directory of its day; for the inbox, below the inbox.
        var path: Path
        /// `YYYY-MM-DD`; empty for the inbox.
        var day: String
        /// Where it is.
        var whole: Path
    }

    static let streams = ["articles", "duplicates"]

    /// By stream, then number.
    var segments: [Segment] = []
    /// Names in `segments/` that are no segment's.
    var strangers: [Path] = []
    /// The inode of each stream's name beside `segments/`.
    var links: [String: UInt64] = [:]
    var inbox: [Filed] = []
    var done: [Filed] = []
    var quarantine: [Filed] = []
    /// What `tail -F` wrote; nil where none ran.
    var tailed: [UInt8]?
    /// Whether it may have missed whole segments.
    var mayTailMiss = false
    /// What the follower saw of each segment.
    var followed: [Path: [UInt8]]

    init(of world: World) throws {
        let places = world.places
        followed = world.follower.seen
        try readSegments(in: places.archive / "segments", expired: world.expired)
        segments.sort { ($0.stream, $0.number) < ($1.stream, $1.number) }
        for stream in Self.streams {
            links[stream] = Files.inode(places.archive / Path(stream + ".jsonl"))
        }
        inbox = Files.list(places.inbox).filter { $0.name != World.temporaryName }.map {
            Filed(path: $0, day: "", whole: places.inbox / $0)
        }
        done = Self.filed(in: places.done)
        quarantine = Self.filed(in: places.quarantine)
        tailed = world.tail == nil ? nil : try Files.read(world.root / "tailed")
        mayTailMiss = world.mayTailMiss
    }

    /// Where a segment is there plain and compressed, the plain one counts. One that had to be removed
    /// is taken from what was known of it.
    private mutating func readSegments(in directory: Path, expired: [Path: [UInt8]]) throws {
        let names = Files.list(directory).filter { !$0.isHidden }
        var found = Set(names.filter { Self.parts(of: $0) != nil })
        for name in names where !found.contains(name) {
            guard let plain = CompressedSegment.plainName(of: name), Self.parts(of: plain) != nil
            else {
                strangers.append(name)
                continue
            }
            if found.insert(plain).inserted {
                add(plain, try CompressedSegment.read(directory / name), inode: nil)
            }
        }
        for name in names where Self.parts(of: name) != nil {
            add(name, try Files.read(directory / name), inode: Files.inode(directory / name))
        }
        for (name, bytes) in expired where !found.contains(name) { add(name, bytes, inode: nil) }
    }

    private mutating func add(_ name: Path, _ bytes: [UInt8], inode: UInt64?) {
        guard let (stream, day, number) = Self.parts(of: name) else { return }
        segments.append(
            Segment(
                name: name, stream: stream, day: day, number: number, bytes: bytes, inode: inode))
    }

    /// What a killed daemon left under a hidden name is nobody's file.
    private static func filed(in directory: Path) -> [Filed] {
        Files.list(directory).filter { !$0.isHidden }.map { path in
            let below = path.withoutFirst
            return Filed(
                path: below,
                day: String(decoding: path.bytes.prefix { $0 != 0x2F }, as: UTF8.self),
                whole: directory / path)
        }
    }

    private static func parts(of name: Path) -> (stream: String, day: String, number: Int)? {
        let parts = name.description.dropLast(6).split(
            separator: "-", omittingEmptySubsequences: false)
        guard name.hasSuffix(".jsonl"), parts.count == 5, streams.contains(String(parts[0])),
            parts[4].utf8.count >= 6, let number = Int(parts[4]), number > 0
        else { return nil }
        return (String(parts[0]), parts[1...3].joined(separator: "-"), number)
    }
}
