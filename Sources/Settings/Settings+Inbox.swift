import SystemPackage

extension Settings {
    /// Where files are dropped, and where they go.
    package struct Inbox: Sendable, Equatable {
        /// The directory that files are dropped into.
        package var path: FilePath
        /// Whether directories inside the inbox are inbox too.
        package var recursive: Bool
        /// Seconds between two looks at the whole inbox, 1 to 86,400.
        package var rescanSeconds: Int
        /// Milliseconds without a change before a file that was written in place is complete,
        /// 0 to 3,600,000.
        package var settleMilliseconds: Int
        /// Glob patterns of files that are never taken, besides those that never are (dot files,
        /// `*.tmp`…): of the name, or with a `/` in it of the path inside the inbox.
        package var ignore: [String]
        package var afterwards: Afterwards
        /// Where files go whose articles are in the archive.
        package var done: FilePath
        /// Days after which files of ``done`` are removed, 0 to 36,500; 0 for never.
        package var doneKeepDays: Int
        /// Where files go that could not be read.
        package var quarantine: FilePath
        /// Days after which files of ``quarantine`` are removed, 0 to 36,500; 0 for never.
        package var quarantineKeepDays: Int
    }
}

extension Settings.Inbox {
    init(from reader: inout SettingsReader) {
        path = reader.path("inbox.path", default: "inbox")
        let beside = path.removingLastComponent()
        done = reader.path("inbox.done", default: beside.appending("done"))
        quarantine = reader.path("inbox.quarantine", default: beside.appending("quarantine"))
        recursive = reader.bool("inbox.recursive", default: true)
        rescanSeconds = reader.integer("inbox.rescanSeconds", in: 1...86_400, default: 30)
        settleMilliseconds = reader.integer(
            "inbox.settleMilliseconds", in: 0...3_600_000, default: 500)
        ignore = reader.strings("inbox.ignore")
        afterwards = reader.choice("inbox.afterwards", default: .move)
        doneKeepDays = reader.integer("inbox.doneKeepDays", in: 0...36_500, default: 0)
        quarantineKeepDays = reader.integer(
            "inbox.quarantineKeepDays", in: 0...36_500, default: 0)
    }
}
