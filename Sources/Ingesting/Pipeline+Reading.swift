import Articles
import Inbox
import Platform
import Reporting
import SystemPackage

extension Pipeline {
    /// A reading thread: small files, in the order of their tickets.
    func readFiles() {
        var room = ReadingRoom(settings: current.value, keepsRejected: mode == .inbox)
        var generation = current.generation
        while let batch = intake.take() {
            progress.began(files: batch.candidates.count)
            if current.generation != generation {
                generation = current.generation
                room = ReadingRoom(settings: current.value, keepsRejected: mode == .inbox)
            }
            var parcels: [Parcel] = []
            var weight = 0
            for candidate in batch.candidates {
                guard let file = claim(candidate) else { continue }
                read(file, in: &room, after: itemsWitnessed(of: file)) { parcel in
                    parcels.append(parcel)
                    weight += parcel.weight
                    return true
                }
                if weight > ReadingRoom.smallBytes {
                    queue.deliver(parcels, of: batch.ticket, isLast: false)
                    (parcels, weight) = ([], 0)
                }
            }
            queue.deliver(parcels, of: batch.ticket, isLast: true)
        }
    }

    /// The thread for large files, one after another.
    func readLargeFiles() {
        while let file = bulk.take() {
            var room = ReadingRoom(settings: current.value, keepsRejected: mode == .inbox)
            read(file, in: &room, after: itemsDone(of: file)) { [self] parcel in
                guard !isStopping else { return false }
                begun.note(parcel)
                queue.deliverBulk(parcel)
                return true
            }
        }
    }

    /// How many items of a file are archived, or on their way.
    private func itemsDone(of file: ClaimedFile) -> UInt64 {
        if let done = begun.itemsDone(of: file) { return done }
        let path = progressPath(file)
        return opened?.recovered.unfinished.first {
            $0.path == path && $0.identity == file.status.identity
        }?.itemsDone ?? itemsWitnessed(of: file)
    }

    /// How many items of a file the archive itself says that it has, where the journal was lost.
    private func itemsWitnessed(of file: ClaimedFile) -> UInt64 {
        guard let files = opened?.recovered.witnessed, !files.isEmpty else { return 0 }
        let reference = file.reference(path: file.path, sha256: "", format: "", item: 0)
        return files.first {
            $0.path == reference.path && $0.size == reference.size
                && $0.modified == reference.modified
        }?.itemsDone ?? 0
    }

    /// Claims a file that can be read now; what becomes of the others is settled here.
    private func claim(_ candidate: Candidate) -> ClaimedFile? {
        let settings = current.value
        guard !isStopping else {
            finish(candidate)
            return nil
        }
        switch ClaimedFile.claim(candidate, rules: settings.inbox.rules) {
        case .claimed(let file):
            if mode == .inbox,
                opened?.kept.contains(candidate.whole, file.status.identity) == true
            {
                finish(candidate)
                return nil
            }
            if file.status.size > settings.limits.fileBytes {
                refuse(
                    file, because: .tooLarge(file.status.size, limit: settings.limits.fileBytes),
                    digest: "00000000")
                return nil
            }
            if file.status.size <= ReadingRoom.smallBytes { return file }
            if !bulk.add(file) { finish(candidate, lookAgainAs: .found, after: 5) }
        case .notYet:
            finish(
                candidate, lookAgainAs: candidate.sighting,
                after: max(0.1, settings.inbox.rules.settleSeconds))
        case .vanished:
            forgetLeft(candidate)
            finish(candidate)
        case .notRegular:
            leave(candidate, "it is no regular file")
        case .unreadable(let error):
            leave(candidate, error.reason)
        case .exhausted:
            progress.begin(.noDescriptors)
            finish(candidate, lookAgainAs: candidate.sighting, after: 1)
            return nil
        }
        progress.end(.noDescriptors)
        return nil
    }

    /// Reads a file to its end and sees to what becomes of it, unless the committer does.
    private func read(
        _ file: ClaimedFile, in room: inout ReadingRoom, after done: UInt64 = 0,
        deliver: (Parcel) -> Bool
    ) {
        do {
            switch try room.read(file, after: done, deliver: deliver) {
            case .delivered(let articles, let rejected, let reason):
                forgetLeft(file.candidate)
                if let reason {
                    tellRejected(rejected, because: reason, beside: articles, of: file)
                }
            case .unreadable(let reason, let digest): refuse(file, because: reason, digest: digest)
            case .truncated:
                let patience = mode == .inbox ? Self.secondsForTheRest : 0
                finish(file.candidate, lookAgainAs: .waited, after: patience)
            case .changed:
                finish(
                    file.candidate, lookAgainAs: .found,
                    after: max(0.1, current.value.inbox.rules.settleSeconds))
            case .stopped: finish(file.candidate)
            }
        } catch let error as SystemError where error.isWantOfRoom || error.cause == .exhausted {
            finish(file.candidate, lookAgainAs: file.candidate.sighting, after: 1)
        } catch {
            leave(file.candidate, "\(error)")
        }
    }

    private func tellRejected(
        _ rejected: Int, because reason: Reason, beside articles: Int, of file: ClaimedFile
    ) {
        progress.rejected(articles: rejected)
        reporter.report(
            .rejected(
                file: file.path.printable, feed: file.candidate.feed.printedInRecord,
                rejected: rejected, accepted: articles, reason: reason.code.rawValue))
    }

    /// How long a file that ends in the middle of its structure is waited for, once.
    private static let secondsForTheRest = 30.0

    /// Moves a file to quarantine, with its reason; one that is read in place is only told of.
    private func refuse(_ file: ClaimedFile, because reason: Reason, digest: String) {
        let feed = file.candidate.feed.printedInRecord
        let event = Event.quarantined(
            file: file.path.printable, feed: feed, reason: reason.code.rawValue,
            detail: reason.sentence)
        guard mode == .inbox else {
            reporter.report(event)
            progress.quarantinedFile()
            finish(file.candidate)
            return
        }
        let now = Moment.now
        let quarantined = PutAway.File(
            path: file.path, identity: file.status.identity, day: now.day, digest: digest,
            isDeleted: false)
        do throws(SystemError) {
            let quarantine = Quarantine(at: current.value.inbox.quarantine)
            switch try quarantine.take(
                quarantined, from: file.candidate.root, because: reason, received: now)
            {
            case .moved, .deleted:
                forgetLeft(file.candidate)
                reporter.report(event)
                progress.quarantinedFile()
                finish(file.candidate)
            case .gone: finish(file.candidate)
            case .changed: finish(file.candidate, lookAgainAs: .found, after: 0.5)
            case .denied(let error): leave(file.candidate, error.reason)
            }
        } catch {
            left.note(file.candidate.whole)
            reporter.report(
                .immovable(file: file.path.printable, feed: feed, reason: error.description))
            finish(file.candidate, lookAgainAs: .found, after: 5)
        }
    }

    /// A file that cannot be read or moved stays where it is, is told once, and is taken when its
    /// permissions change.
    private func leave(_ candidate: Candidate, _ reason: String) {
        if left.note(candidate.whole) {
            reporter.report(
                .unreadable(
                    file: candidate.path.printable, feed: candidate.feed.printedInRecord,
                    reason: reason))
        }
        progress.setUnreadable(left.count)
        finish(candidate)
    }

    /// The file is there no more, so that another of its name is told anew.
    private func forgetLeft(_ candidate: Candidate) {
        if left.forget(candidate.whole) { progress.setUnreadable(left.count) }
    }

    // MARK: Done with a file

    /// The file is done with, or not to be had now; its name may be offered again.
    func finish(
        _ candidate: Candidate, lookAgainAs sighting: Candidate.Sighting? = nil,
        after seconds: Double = 0
    ) {
        let happened = intake.finish(candidate)
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
                .immovable(file: file.path.printable, feed: feed, reason: error.reason))
            finish(file.candidate)
        }
    }
}
