import Archiving
import Articles
import Inbox
import Platform
import Settings
import SystemPackage

/// Files that a killed run had archived and perhaps not put away: those that still lie in the inbox
/// in the very state that the journal names are put away without another record.
struct FinishedFiles {
    private let files: [FileProgress]
    private let settings: Settings
    private let kept: KeptFiles
    private let archive: ArchiveReader

    init(_ opened: OpenedArchive, _ settings: Settings) {
        files = opened.recovered.finished
        self.settings = settings
        kept = opened.kept
        archive = opened.reader
    }

    /// - Returns: how many were still there.
    func putAway(from root: InboxRoot?) throws(SystemError) -> Int {
        var count = 0
        var staying: [(path: FilePath, identity: FileIdentity)] = []
        let mover = root.map { PutAway(from: $0, to: settings.inbox.done) }
        for file in files {
            let whole = settings.inbox.path.pushing(file.path)
            let feed = file.path.removingLastComponent().printedInRecord
            let afterwards = settings.afterwards(inFeed: feed)
            guard !file.path.isAbsolute, afterwards != .keep, let mover else {
                staying.append((whole, file.identity))
                continue
            }
            let leaving = PutAway.File(file, isDeleted: afterwards == .delete)
            switch try mover.put(leaving) {
            case .moved, .deleted: count += 1
            case .denied: staying.append((whole, file.identity))
            case .changed: break
            case .gone:
                try mover.rightWrongs(of: leaving) { filed throws(SystemError) in
                    try archive.hasRecord(of: filed.reference, receivedOn: file.day)
                }
            }
        }
        try mover?.sync()
        if !staying.isEmpty { try kept.add(staying) }
        return count
    }
}

extension PutAway.Filed {
    /// As records name the file; of its format and items nothing is known.
    fileprivate var reference: FileReference {
        FileReference(
            path: path.printedInRecord, size: UInt64(max(0, status.size)),
            modified: Moment(microseconds: status.modified / 1000), sha256: sha256, format: "",
            item: 0)
    }
}
