import Archiving
import Inbox
import Platform
import Settings

/// The committer's thread: the archive belongs to it alone, from the opening to the end.
extension Pipeline {
    /// Opens the archive, and archives what the readers deliver until there is no more.
    func commit(_ telling: @escaping @Sendable (OpeningProgress) -> Void) {
        CrashNote.takePlace(HeldPlace.committer.rawValue)
        defer { queue.abandonCorrections() }
        do {
            let archive = try Archive(at: current.value.archive.path, reopening: previous)
            let held = try openHeldFiles(in: archive.directory)
            try IndexWriter.removeRemains(in: archive.directory)
            var opening = LibraryOpening(
                archive.reader, current.value.deduplication.forJudging,
                isStopping: { self.isStopping }, progress: telling)
            let library = try opening.library()
            let opened = try OpenedArchive(archive, opening.report, held: held) { kept in
                Settler(
                    journal: archive.journal, place: archive.place, kept: kept,
                    current: self.current,
                    progress: self.progress, reporter: self.reporter,
                    isStopping: { self.isStopping }, release: { self.release($0, $1) })
            }
            state.change { $0.opened = opened }
            let saver = IndexSaver(
                archive: archive, known: library.count, covered: opening.report.restored,
                reporter: reporter)
            let committer = Committer(
                archive: archive, library: library, saver: saver, queue: queue,
                settler: opened.settler,
                current: current, progress: progress, reporter: reporter,
                isStopping: { self.isStopping },
                afterwards: { self.afterwards($0, $1) },
                progressPath: { self.progressPath($0) })
            committer.segmentBegun = { self.wakeHousekeeper() }
            committer.hands = Hands(held, at: .committer)
            try committer.run()
        } catch let error as SystemError where failure == nil && isStopping && error.isGivenUp {
            // What is in the journal is appended at the next start; the rest stays in the inbox.
            queue.close()
            intake.close()
            if opened == nil { state.change { $0.failure = $0.failure ?? .stopped } }
        } catch {
            fail(PipelineFailure(error))
        }
    }

    private func afterwards(_ file: ClaimedFile, _ settings: Settings) -> Afterwards {
        guard mode == .inbox else { return .keep }
        return settings.afterwards(inFeed: file.candidate.feed.printedInRecord)
    }
}

extension SystemError {
    /// Whether something was not done for want of room, and is not waited for any more.
    fileprivate var isGivenUp: Bool { isWantOfRoom || cause == .other(.canceled) }
}
