import Archiving
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

    init(_ recovered: Recovered, _ settings: Settings, kept: KeptFiles) {
        files = recovered.finished
        self.settings = settings
        self.kept = kept
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
            let outcome = try mover.put(PutAway.File(file, isDeleted: afterwards == .delete))
            switch outcome {
            case .moved, .deleted: count += 1
            case .denied: staying.append((whole, file.identity))
            case .gone, .changed: break
            }
        }
        try mover?.sync()
        if !staying.isEmpty { try kept.add(staying) }
        return count
    }
}
