import Articles
import Inbox
import Platform
import Reporting
import SystemPackage

/// What becomes of a file when nothing more is to be read of it.
extension Pipeline {
    /// Moves a file to quarantine, with its reason; one that is read in place is only told of.
    func refuse(_ file: ClaimedFile, because reason: Reason, digest: String) {
        let feed = file.candidate.feed.printedInRecord
        guard mode == .inbox else {
            tellRefused(file, because: reason)
            finish(file.candidate)
            return
        }
        let now = Moment.now
        let quarantined = PutAway.File(
            path: file.path, identity: file.status.identity, day: now.day, digest: digest,
            isDeleted: false)
        do throws(SystemError) {
            let outcome = try whenThereIsRoom { quarantine throws(SystemError) in
                try quarantine.take(
                    quarantined, from: file.candidate.root, because: reason, received: now)
            }
            switch outcome {
            case nil: finish(file.candidate)
            case .moved, .deleted:
                forgetLeft(file.candidate)
                suspects.forget(progressPath(file))
                if begun.forget(file) { queue.deliverBulk(Parcel(refused: file)) }
                tellRefused(file, because: reason)
                finish(file.candidate)
            case .gone: finish(file.candidate)
            case .changed: finish(file.candidate, lookAgainAs: .found, after: 0.5)
            case .denied(let error): leave(file.candidate, error.reason)
            }
        } catch {
            left.note(file.candidate.whole)
            reporter.report(
                .immovable(
                    file: file.path.printable, feed: feed, reason: error.description,
                    isArchived: false))
            finish(file.candidate, lookAgainAs: .found, after: 5)
        }
    }

    /// - Returns: nil where it is to stop before there was room.
    private func whenThereIsRoom(
        _ take: (Quarantine) throws(SystemError) -> PutAway.Outcome
    ) throws(SystemError) -> PutAway.Outcome? {
        let path = current.value.inbox.quarantine
        var waiter = TroubleWaiter(progress: progress, reporter: reporter, path: path)
        while true {
            do throws(SystemError) {
                let outcome = try take(Quarantine(at: path))
                waiter.over()
                return outcome
            } catch {
                guard error.isWantOfRoom else { throw error }
                guard waiter.wait(after: error, isStopped: { isStopping }) else { return nil }
            }
        }
    }

    private func tellRefused(_ file: ClaimedFile, because reason: Reason) {
        let (path, feed) = (file.path.printable, file.candidate.feed.printedInRecord)
        guard reason.isFault else {
            progress.foundNoArticle(in: 1)
            reporter.report(.withoutArticle(file: path, feed: feed, detail: reason.sentence))
            return
        }
        progress.quarantinedFile()
        reporter.report(
            .quarantined(
                file: path, feed: feed, reason: reason.code.rawValue, detail: reason.sentence))
    }

    /// A file that cannot be read or moved stays where it is, is told once, and is taken when its
    /// permissions change.
    func leave(_ candidate: Candidate, _ reason: String) {
        if left.note(candidate.whole) {
            reporter.report(
                .unreadable(
                    file: candidate.path.printable, feed: candidate.feed.printedInRecord,
                    reason: reason))
        }
        progress.setUnreadable(unreadableCount)
        finish(candidate)
    }

    var unreadableCount: Int { left.count + closedDirectories.count }

    /// The file is there no more, so that another of its name is told anew.
    func forgetLeft(_ candidate: Candidate) {
        if left.forget(candidate.whole) { progress.setUnreadable(unreadableCount) }
    }

    /// The file is done with, or not to be had now; its name may be offered again.
    func finish(
        _ candidate: Candidate, lookAgainAs sighting: Candidate.Sighting? = nil,
        after seconds: Double = 0
    ) {
        let happened = intake.finish(candidate) { opened?.held.clear(.suspect) }
        progress.ended()
        guard mode == .inbox else {
            if let sighting { retryInPlace(candidate, as: sighting) }
            return
        }
        if let sighting {
            watch?.lookAgain(at: candidate.path, as: sighting, after: seconds)
        } else if happened {
            watch?.lookAgain(
                at: candidate.path, as: .found, after: current.value.inbox.rules.settleSeconds)
        }
    }

    /// Of files that are given by name, only one that ends too early is read again, as it is.
    private func retryInPlace(_ candidate: Candidate, as sighting: Candidate.Sighting) {
        guard sighting == .waited else {
            reporter.report(
                .unreadable(
                    file: candidate.path.printable, feed: candidate.feed.printedInRecord,
                    reason: "it is being written"))
            return
        }
        intake.offer(Candidate(path: candidate.path, sighting: .waited, root: candidate.root))
    }

    /// The settler is done with a file.
    func release(_ file: ClaimedFile, _ outcome: PutAway.Outcome) {
        suspects.forget(progressPath(file))
        let feed = file.candidate.feed.printedInRecord
        switch outcome {
        case .moved, .deleted, .gone:
            finish(file.candidate)
        case .changed:
            reporter.report(.changed(file: file.path.printable, feed: feed))
            finish(
                file.candidate, lookAgainAs: .found, after: current.value.inbox.rules.settleSeconds)
        case .denied(let error):
            reporter.report(
                .immovable(
                    file: file.path.printable, feed: feed, reason: error.reason, isArchived: true))
            finish(file.candidate)
        }
    }
}
