import Articles
import Inbox
import Platform
import Reporting
import SystemPackage

extension Pipeline {
    /// Finds out how the last run ended, counts it against those that may be why, and begins the notes
    /// of this one.
    func openHeldFiles(in directory: borrowing Directory) throws(SystemError) -> HeldFiles {
        let held = try HeldFiles(in: directory)
        let found = try suspects.open(
            in: directory, inbox: current.value.inbox.path, after: held.lastRun)
        try held.begin()
        for suspect in found.counted {
            reporter.report(
                .suspected(
                    file: suspect.file.path.printable,
                    feed: suspect.file.path.removingLastComponent().printedInRecord,
                    deaths: Int(suspect.deaths), reason: suspect.cause))
        }
        for (isDamaged, name) in [
            (held.isDamaged, HeldFiles.name), (found.isDamaged, Suspects.name),
        ]
        where isDamaged {
            reporter.report(.notesDamaged(path: directory.path.pushing(name).printable))
        }
        return held
    }

    /// What is to be done with a claimed file in the light of how earlier runs ended.
    enum Treatment {
        case read
        /// Read again, when no other file is in hand.
        case readAlone
        case refuse(Reason)
    }

    func treatment(of file: ClaimedFile, isAlone: Bool) -> Treatment {
        guard let suspect = suspects.suspect(progressPath(file), file.status.identity) else {
            return .read
        }
        if suspect.isGuilty { return .refuse(suspect.reason(itemsDone: itemsDone(of: file))) }
        return isAlone ? .read : .readAlone
    }

    /// A suspect waits until nothing else is in hand.
    func setAside(_ candidate: Candidate) {
        progress.ended()
        intake.setAside(candidate)
    }

    /// - Returns: false where a large file is not begun now.
    func addLarge(_ file: ClaimedFile) -> Bool {
        if mode == .inbox, intake.hasSetAside, !intake.isAlone(file.candidate) { return false }
        intake.isLarge(file.candidate)
        // In place there is no watch that would show the file once more.
        return mode == .inbox ? bulk.add(file) : bulk.addInTurn(file)
    }

    /// As it is noted that the file is in hand.
    func held(_ file: ClaimedFile) -> HeldFile {
        HeldFile(path: progressPath(file), identity: file.status.identity)
    }

    /// Notes the one file that is in hand, until it is done with.
    func takeAlone(_ files: [ClaimedFile], _ held: HeldFiles) {
        var hands = Hands(held, at: .suspect)
        hands.take(files.map { self.held($0) })
    }
}
