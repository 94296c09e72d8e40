/// A segment that was compressed, read by the programs that everybody has.
enum CompressedSegment {
    private static let programs: [(ending: String, program: String)] = [
        (".zst", "zstd"), (".gz", "gzip"),
    ]

    /// The name that it had before; nil for what is no compressed segment.
    static func plainName(of name: Path) -> Path? {
        programs.first(where: { name.hasSuffix(".jsonl" + $0.ending) }).map {
            Path(name.bytes.dropLast($0.ending.utf8.count))
        }
    }

    static func read(_ path: Path) throws -> [UInt8] {
        let program = programs.first(where: { path.hasSuffix($0.ending) })?.program ?? "zstd"
        return try Tool.need([program, "-dcq", "--", path.description])
    }
}
