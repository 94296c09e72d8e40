/// Reads an archive as a log shipper does: watches the names in `segments/`, remembers how far it
/// has read each, and so goes on across rotations and restarts of the daemon. What it saw must be
/// in the archive for ever, byte for byte, and it must come to see all of it. Of a segment that was
/// compressed before it came to its end it reads the rest from there.
final class Follower {
    private let segments: Path
    /// The bytes that it saw of each segment, by its plain name.
    private(set) var seen: [Path: [UInt8]] = [:]
    /// Segments that are compressed, and so read to their ends.
    private var ended: Set<Path> = []

    init(segments: Path) { self.segments = segments }

    /// Reads what is new.
    func look() {
        for name in Files.list(segments) where !name.isHidden {
            do {
                if name.hasSuffix(".jsonl") {
                    try readPlain(name)
                } else if let plain = CompressedSegment.plainName(of: name) {
                    try readRest(plain, from: name)
                }
            } catch {
                // Gone or not to be read at this moment, as when its file system is: next time.
                continue
            }
        }
    }

    private func readPlain(_ name: Path) throws {
        let known = seen[name]?.count ?? 0
        guard let size = Files.size(segments / name), size > known || seen[name] == nil else {
            return
        }
        seen[name, default: []] += try Files.read(segments / name, from: known)
    }

    private func readRest(_ plain: Path, from name: Path) throws {
        guard !ended.contains(plain), !Files.exists(segments / plain) else { return }
        let whole = try CompressedSegment.read(segments / name)
        ended.insert(plain)
        seen[plain, default: []] += whole.dropFirst(seen[plain]?.count ?? 0)
    }

    /// How many bytes it saw of a stream.
    func count(of stream: String) -> Int {
        seen.reduce(0) { $0 + ($1.key.hasPrefix(stream + "-") ? $1.value.count : 0) }
    }

    /// How many lines it saw.
    var lineCount: Int { seen.values.reduce(0) { $0 + Bytes.lines($1).lines.count } }
}
