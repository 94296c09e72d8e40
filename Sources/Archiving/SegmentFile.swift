import SystemPackage

/// A file that holds a segment: `articles-2026-11-21-000001.jsonl`, or the same with `.zst` or
/// `.gz` behind it.
struct SegmentFile: Sendable, Hashable {
    var name: SegmentName
    /// Nil for a plain one.
    var compression: Compression?

    init(_ name: SegmentName, _ compression: Compression?) {
        self.name = name
        self.compression = compression
    }

    /// Nil for whatever is no segment.
    init?(fileName: String) {
        let compression = Compression.allCases.first { fileName.hasSuffix(".\($0.fileExtension)") }
        let suffix = compression.map { $0.fileExtension.utf8.count + 1 } ?? 0
        guard let name = SegmentName(fileName: String(fileName.dropLast(suffix))) else {
            return nil
        }
        self.init(name, compression)
    }

    /// Relative to `segments/`.
    var path: FilePath {
        FilePath(name.description + (compression.map { ".\($0.fileExtension)" } ?? ""))
    }

    /// While it is being made. The dot in front keeps it from the globs of readers.
    var temporary: FilePath { FilePath(".\(path.string).tmp") }
}
