/// Reads an archive as a log shipper does: watches the names in `segments/`, remembers how far it
/// has read each, and so goes on across rotations and restarts of the daemon. What it saw must be
/// in the archive for ever, byte for byte, and it must come to see all of it.
final class Follower {
    private let segments: Path
    /// The bytes that it saw of each segment, by its name.
    private(set) var seen: [Path: [UInt8]] = [:]

    init(segments: Path) { self.segments = segments }

    /// Reads what is new.
    func look() {
        for name in Files.list(segments) where !name.isHidden && name.hasSuffix(".jsonl") {
            let known = seen[name]?.count ?? 0
            guard let size = Files.size(segments / name), size > known || seen[name] == nil else {
                continue
            }
            do {
                seen[name, default: []] += try Files.read(segments / name, from: known)
            } catch {
                // Gone or not to be read at this moment, as when its file system is: next time.
                continue
            }
        }
    }

    /// How many bytes it saw of a stream.
    func count(of stream: String) -> Int {
        seen.reduce(0) { $0 + ($1.key.hasPrefix(stream + "-") ? $1.value.count : 0) }
    }

    /// How many lines it saw.
    var lineCount: Int { seen.values.reduce(0) { $0 + Bytes.lines($1).lines.count } }
}
