import Archiving
import Articles
import Inbox
import Normalising
import Platform
import Reporting
import Settings
import SystemPackage

/// Judges articles in their order and appends them to the archive, a group at a time.
///
/// The only one that writes to the archive; runs on a thread of its own.
final class Committer {
    /// A group takes in no more than so many bytes of lines, or parcels, before it is committed:
    /// together they fit a slot of the journal.
    private static let groupBytes = 1 << 20
    private static let groupParcels = 256
    /// When it is to stop, what the readers have delivered is archived for so long, nanoseconds: the
    /// rest is read again at the next start, as after a kill.
    private static let patienceAtStop: Int64 = 1_000_000_000

    let archive: Archive
    var library: Library
    private let saver: IndexSaver
    let queue: CommitQueue
    private let settler: Settler
    private let current: CurrentSettings
    private let progress: Progress
    private let worker: Worker
    let reporter: Reporter
    /// Whether the daemon is asked to stop: then it does not wait for room.
    private let isStopping: @Sendable () -> Bool
    private let afterwards: @Sendable (ClaimedFile, Settings) -> Afterwards
    private let progressPath: @Sendable (ClaimedFile) -> FilePath

    /// Called when a segment was begun, which closes the one before.
    var segmentBegun: @Sendable () -> Void = {}

    /// Where it is noted what is judged.
    var hands: Hands?

    private var finished: [Settler.FinishedFile] = []
    private var stopBegun: Int64?
    private var unfinished: [FilePath: FileProgress]
    private var tally = GroupTally()
    private var sizing = IndexSizing()

    init(
        archive: Archive, library: consuming Library, saver: IndexSaver, queue: CommitQueue,
        settler: Settler,
        current: CurrentSettings, progress: Progress, reporter: Reporter,
        isStopping: @escaping @Sendable () -> Bool,
        afterwards: @escaping @Sendable (ClaimedFile, Settings) -> Afterwards,
        progressPath: @escaping @Sendable (ClaimedFile) -> FilePath
    ) {
        self.archive = archive
        self.library = library
        self.saver = saver
        self.queue = queue
        self.settler = settler
        self.current = current
        self.progress = progress
        worker = progress.worker()
        self.reporter = reporter
        self.isStopping = isStopping
        self.afterwards = afterwards
        self.progressPath = progressPath
        unfinished = Dictionary(
            archive.recovered.unfinished.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    }

    /// Takes parcels until the queue is closed and empty.
    ///
    /// - Throws: when the archive cannot be written any more.
    func run() throws {
        defer { saver.giveUp() }
        var generation = current.generation
        sizing.note(library, in: progress.measurements)
        while !isOutOfTime(), let parcels = nextParcels() {
            worker.begin()
            defer { worker.end() }
            let settings = current.value
            if current.generation != generation {
                generation = current.generation
                library.apply(settings.deduplication.forJudging)
            }
            archive.rotateBytes = Int64(settings.archive.rotateBytes)
            try correctAll()
            hands?.take(parcels.map { held($0.file) })
            for (index, parcel) in parcels.enumerated() {
                if isOutOfTime() { break }
                hands?.turn(to: index)
                for prepared in parcel.articles {
                    if archive.gatheredBytes >= Self.groupBytes {
                        noteBegun(parcel, before: prepared)
                        try commit()
                    }
                    try add(prepared, of: parcel, settings)
                }
                note(parcel, settings)
            }
            try commit()
            hands?.letGo()
            saver.step(library)
        }
        // Nobody waits any more for what is left there.
        queue.close()
        saver.finish(library)
    }

    private func isOutOfTime() -> Bool {
        guard isStopping() else { return false }
        let now = SystemClock.monotonic
        let begun = stopBegun ?? now
        stopBegun = begun
        return now - begun > Self.patienceAtStop
    }

    private func nextParcels() -> [Parcel]? {
        queue.take(
            files: Self.groupParcels, bytes: Self.groupBytes,
            patienceMilliseconds: current.value.archive.syncMilliseconds,
            seconds: saver.seconds(library))
    }

    /// Judges one article and adds its record to the group.
    private func add(
        _ prepared: PreparedArticle, of parcel: Parcel, _ settings: Settings
    ) throws {
        worker.step()
        let judgement = try library.judge(prepared.article, prepared.features) { location in
            try archive.lineIfReadable(at: location)
        }
        let received = archive.stamp(clock: Moment.now)
        let record = Record(
            id: prepared.id, article: prepared.article, judgement: judgement, feed: parcel.feed,
            file: parcel.reference(to: prepared), rules: Normaliser.version,
            received: received)
        switch judgement.verdict {
        case .original, .revision, .withdrawal:
            let location = archive.add(to: .articles, received: received) { sequence, buffer in
                record.append(to: &buffer, sequence: sequence, form: .whole)
            }
            if let location { library.admit(prepared.features, judgement, at: location) }
        case .duplicate:
            if let form = settings.archive.form(of: judgement) {
                _ = archive.add(to: .duplicates, received: received) { sequence, buffer in
                    record.append(to: &buffer, sequence: sequence, form: form)
                }
            }
        }
        count(record, parcel)
    }

    private func count(_ record: Record, _ parcel: Parcel) {
        tally.add(record.judgement.verdict, droppedAt: parcel.file.status.changed)
        if record.judgement.verdict == .withdrawal {
            reporter.report(
                .withdrawn(
                    id: record.id.hex,
                    original: record.judgement.isOfUnknown ? nil : record.judgement.original.hex,
                    guid: record.article.guid, file: parcel.file.path.printable, feed: parcel.feed))
        }
        if reporter.tells(.archived) {
            reporter.report(
                .archived(
                    id: record.id.hex, verdict: record.judgement.verdict.rawValue,
                    file: parcel.file.path.printable, feed: parcel.feed))
        }
    }

    /// Notes that a group ends in the middle of the parcel, before an article: a killed run is gone
    /// on with from there.
    private func noteBegun(_ parcel: Parcel, before prepared: PreparedArticle) {
        var state = progress(of: parcel)
        state.itemsDone = UInt64(prepared.item - 1)
        state.isFinished = false
        unfinished[state.path] = state
    }

    private func held(_ file: ClaimedFile) -> HeldFile {
        HeldFile(path: progressPath(file), identity: file.status.identity)
    }

    private func progress(of parcel: Parcel) -> FileProgress {
        FileProgress(
            path: progressPath(parcel.file), identity: parcel.file.status.identity,
            itemsDone: parcel.itemsDone, isFinished: parcel.isLast,
            day: (archive.lastReceived ?? Moment.now).day, digest: parcel.digest)
    }

    /// Notes how far the parcel's file has come.
    private func note(_ parcel: Parcel, _ settings: Settings) {
        if parcel.isRefused {
            unfinished[progressPath(parcel.file)] = nil
            return
        }
        let state = progress(of: parcel)
        guard parcel.isLast else {
            unfinished[state.path] = state
            return
        }
        unfinished[state.path] = nil
        finished.append(
            Settler.FinishedFile(
                file: parcel.file, progress: state,
                afterwards: afterwards(parcel.file, settings)))
    }

    /// Makes the group safe and visible, and hands its files on to be put away.
    func commit() throws {
        guard archive.gatheredBytes > 0 || !finished.isEmpty else { return }
        if archive.hasClockGoneBack {
            let now = Moment.now
            reporter.report(.clockWentBack(received: now.toTheSecond))
        }
        tally.bytes = archive.gatheredBytes
        tally.files = finished.map { Int($0.file.status.size) }
        let group = archive.seal(
            finished: finished.map(\.progress), unfinished: Array(unfinished.values))
        let segments = try commitSealed()
        for segment in archive.takeBegun() {
            reporter.report(.segmentStarted(segment: segment.description))
            segmentBegun()
        }
        settler.add(Settler.Job(group: group, segments: segments, files: finished))
        finished.removeAll(keepingCapacity: true)
        tally.note(in: progress)
        tally = GroupTally()
        sizing.note(library, in: progress.measurements)
    }

    private func commitSealed() throws(SystemError) -> [Segment] {
        var waiter = TroubleWaiter(
            progress: progress, reporter: reporter, path: current.value.archive.path)
        while true {
            do throws(SystemError) {
                progress.syncingJournal()
                defer { progress.journalSynced() }
                let segments = try archive.commit()
                waiter.over()
                return segments
            } catch {
                // Where it is stopped meanwhile, what is journalled is appended at the next start.
                saver.giveUp()
                guard error.isShortage, waiter.wait(after: error, isStopped: isStopping) else {
                    throw error
                }
            }
        }
    }
}

extension Settings.Archive {
    /// How a duplicate stands in the archive; nil where it does not.
    func form(of judgement: Judgement) -> Record.Form? {
        switch judgement.match == .exact ? duplicates : nearDuplicates {
        case .full: return .whole
        case .reference: return .reference
        case .none: return nil
        }
    }
}
