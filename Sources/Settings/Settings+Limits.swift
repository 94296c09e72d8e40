extension Settings {
    /// Bounds on what a single file may ask for.
    package struct Limits: Sendable, Equatable {
        /// Bytes of a file; a larger one goes to quarantine.
        package var fileBytes: Int
        /// Bytes of one article as it stands in its file.
        package var articleBytes: Int
        package var articlesPerFile: Int
        /// Levels of nesting: of arrays and objects in a JSON text, and of containers in one another,
        /// of which there may be 8 at the most.
        package var depth: Int
        /// So many times as large as it is a file may become by being unpacked, once that is more
        /// than 64 MiB.
        package var expansionRatio: Int
    }
}

extension Settings.Limits {
    init(from reader: inout SettingsReader) {
        // 16 GiB: a dump of a million articles is about 10 GB.
        fileBytes = reader.integer("limits.fileBytes", in: 1...1 << 50, default: 16 << 30)
        articleBytes = reader.integer("limits.articleBytes", in: 1...1 << 30, default: 16 << 20)
        articlesPerFile = reader.integer(
            "limits.articlesPerFile", in: 1...1_000_000_000, default: 10_000_000)
        depth = reader.integer("limits.depth", in: 1...1_024, default: 64)
        // JSON Lines and pages become 5 to 50 times as large; gzip can do 1,032, zstd and bzip2
        // hundreds of thousands.
        expansionRatio = reader.integer("limits.expansionRatio", in: 1...1_000_000, default: 200)
    }
}
