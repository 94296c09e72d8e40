import SystemPackage

extension Settings {
    /// Where records go.
    package struct Archive: Sendable, Equatable {
        /// How a duplicate stands in the archive.
        package enum DuplicateForm: String, Sendable, CaseIterable {
            /// Whole, so that a wrong match can be undone.
            case full
            /// What it repeats, without its text.
            case reference
            case none
        }

        /// What becomes of closed segments.
        package enum Compression: String, Sendable, CaseIterable {
            case none, zstd, gzip
        }

        /// The directory of the archive.
        package var path: FilePath
        /// How exact duplicates stand in their stream.
        package var duplicates: DuplicateForm
        /// How near and partial duplicates stand there.
        package var nearDuplicates: DuplicateForm
        /// The size in bytes after which a segment is followed by a new one, 4,096 to 2^40.
        package var rotateBytes: Int
        /// The longest that a group of records waits for more before it is synced, in
        /// milliseconds, 0 to 1,000. With 0 a group is what came in during the sync before.
        package var syncMilliseconds: Int
        /// How closed segments are compressed.
        package var compress: Compression
        /// Hours after the last line of a segment before it is compressed, 0 to 87,600; with 0 as
        /// soon as the next one has begun.
        package var compressAfterHours: Int
        /// Days after which a record may be removed with its segment, 0 to 36,500; 0 for never. Not
        /// less than ``Settings/Deduplication/windowDays``.
        package var keepDays: Int
    }
}

extension Settings.Archive {
    init(from reader: inout SettingsReader, besideInbox beside: FilePath) {
        path = reader.path("archive.path", default: beside.appending("archive"))
        duplicates = reader.choice("archive.duplicates", default: .reference)
        nearDuplicates = reader.choice("archive.nearDuplicates", default: .full)
        rotateBytes = reader.integer("archive.rotateBytes", in: 4_096...1 << 40, default: 256 << 20)
        syncMilliseconds = reader.integer("archive.syncMilliseconds", in: 0...1_000, default: 0)
        compress = reader.choice("archive.compress", default: .none)
        compressAfterHours = reader.integer(
            "archive.compressAfterHours", in: 0...87_600, default: 24)
        keepDays = reader.integer("archive.keepDays", in: 0...36_500, default: 0)
    }

    /// Near copies are compared with the texts of so many days: those must be there.
    func refuseTooFewDays(_ windowDays: Int, in reader: inout SettingsReader) {
        guard keepDays > 0, keepDays < windowDays else { return }
        reader.refuse(
            "archive.keepDays",
            "must be 0 (never) or at least deduplication.windowDays, \(windowDays), "
                + "as near copies are looked for among the records of so many days, not \(keepDays)",
            "raise it, or lower deduplication.windowDays")
    }
}
