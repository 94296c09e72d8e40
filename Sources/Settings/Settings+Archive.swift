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
    }
}

extension Settings.Archive {
    init(from reader: inout SettingsReader, besideInbox beside: FilePath) {
        path = reader.path("archive.path", default: beside.appending("archive"))
        duplicates = reader.choice("archive.duplicates", default: .reference)
        nearDuplicates = reader.choice("archive.nearDuplicates", default: .full)
        rotateBytes = reader.integer("archive.rotateBytes", in: 4_096...1 << 40, default: 256 << 20)
        syncMilliseconds = reader.integer("archive.syncMilliseconds", in: 0...1_000, default: 0)
        reader.notYet("archive.compress", "archive.compressAfterHours", "archive.keepDays")
    }
}
