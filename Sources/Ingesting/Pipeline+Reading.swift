import Articles
import Inbox
import Platform
import Reporting
import SystemPackage

extension Pipeline {
    /// A reading thread: small files, in the order of their tickets.
    func readFiles(noting held: HeldFiles, at place: HeldPlace) {
        CrashNote.takePlace(place.rawValue)
        let worker = progress.worker()
        var room = readingRoom(worker)
        var generation = current.generation
        var hands = Hands(held, at: place)
        while let batch = intake.take() {
            progress.began(files: batch.candidates.count)
            worker.begin()
            defer { worker.end() }
            if current.generation != generation {
                generation = current.generation
                room = readingRoom(worker)
            }
            let files = batch.candidates.compactMap { claim($0, isAlone: batch.isAlone) }
            if batch.isAlone { takeAlone(files, held) }
            hands.take(files.map { self.held($0) })
            var parcels: [Parcel] = []
            var weight = 0
            for (index, file) in files.enumerated() {
                hands.turn(to: index)
                read(file, in: &room, after: itemsDone(of: file)) { [self] parcel in
                    begun.note(parcel)
                    parcels.append(parcel)
                    weight += parcel.weight
                    if weight > ReadingRoom.smallBytes {
                        worker.rest { queue.deliver(parcels, of: batch.ticket, isLast: false) }
                        (parcels, weight) = ([], 0)
                    }
                    return true
                }
            }
            hands.letGo()
            worker.rest { queue.deliver(parcels, of: batch.ticket, isLast: true) }
        }
    }

    /// The thread for large files, one after another.
    func readLargeFiles(noting held: HeldFiles) {
        CrashNote.takePlace(HeldPlace.largeReader.rawValue)
        var hands = Hands(held, at: .largeReader)
        let worker = progress.worker()
        while let file = bulk.take() {
            worker.begin()
            defer { worker.end() }
            if intake.isAlone(file.candidate) { takeAlone([file], held) }
            hands.take([self.held(file)])
            hands.turn(to: 0)
            var room = readingRoom(worker)
            read(file, in: &room, after: itemsDone(of: file)) { [self] parcel in
                guard !isStopping else { return false }
                begun.note(parcel)
                worker.rest { queue.deliverBulk(parcel) }
                return true
            }
            hands.letGo()
        }
    }

    private func readingRoom(_ worker: Worker) -> ReadingRoom {
        ReadingRoom(settings: current.value, keepsRejected: mode == .inbox) { [self] in
            worker.step()
            return !isStopping
        }
    }

    /// How many items of a file are archived, or on their way.
    func itemsDone(of file: ClaimedFile) -> UInt64 {
        begun.itemsDone(of: file) ?? itemsWitnessed(of: file)
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
    private func claim(_ candidate: Candidate, isAlone: Bool) -> ClaimedFile? {
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
            switch treatment(of: file, isAlone: isAlone) {
            case .read: break
            case .readAlone:
                setAside(candidate)
                return nil
            case .refuse(let reason):
                refuse(file, because: reason, digest: "00000000")
                return nil
            }
            if file.status.size <= ReadingRoom.smallBytes { return file }
            if !addLarge(file) { finish(candidate, lookAgainAs: .found, after: 5) }
        case .notYet:
            finish(
                candidate, lookAgainAs: candidate.sighting,
                after: max(0.1, settings.inbox.rules.settleSeconds))
        case .vanished:
            forgetLeft(candidate)
            suspects.forget(progressPath(candidate))
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

    /// How long a file that ends in the middle of its structure is waited for, once.
    private static let secondsForTheRest = 30.0

    /// Reads a file to its end and sees to what becomes of it, unless the committer does.
    private func read(
        _ file: ClaimedFile, in room: inout ReadingRoom, after done: UInt64 = 0,
        deliver: (Parcel) -> Bool
    ) {
        do {
            switch try room.read(file, after: done, deliver: deliver) {
            case .delivered(let articles, let rejections):
                forgetLeft(file.candidate)
                tell(rejections, beside: articles, of: file)
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

    private func tell(_ rejections: Rejections, beside articles: Int, of file: ClaimedFile) {
        if rejections.withoutArticle > 0 { progress.foundNoArticle(in: rejections.withoutArticle) }
        guard rejections.faulty > 0, let reason = rejections.reason else { return }
        progress.rejected(articles: rejections.faulty)
        reporter.report(
            .rejected(
                file: file.path.printable, feed: file.candidate.feed.printedInRecord,
                rejected: rejections.faulty, accepted: articles, reason: reason.code.rawValue))
    }
}
