import Archiving
import Judging
import Platform
import Reporting

/// Saves the index from the committer's thread, a part at a time between groups.
///
/// The thread copies a part, which takes a millisecond or two; checking and writing are another's
/// (``IndexWriter``). Records that come between two parts are in the archive, from where a start
/// takes them (``JudgeRestoration``). A save that fails is told once and tried again later: the
/// archive does not depend on it.
final class IndexSaver {
    /// A step copies parts until there are so many bytes.
    private static let stepBytes = 2 << 20
    /// Room that a save leaves on the disk beside its own.
    private static let spareBytes: UInt64 = 256 << 20
    private static let secondsAtStop: Int64 = 3

    private struct Save {
        var writer: IndexWriter
        var walk = SaveWalk()
        /// How many articles were known when it began.
        var covered: Int
        var begun: Int64
        var longestStep: Int64 = 0
        var basis: IndexContents.Basis
    }

    private let archive: Archive
    private let reporter: Reporter
    private var schedule: SaveSchedule
    private var save: Save?
    private var lastKnown: Int
    private var lastChange: Int64
    private var isTroubleTold = false

    /// - Parameter covered: how many articles the saved index covers that the start has read.
    init(archive: Archive, known: Int, covered: Int, reporter: Reporter) {
        self.archive = archive
        self.reporter = reporter
        schedule = SaveSchedule(covered: covered)
        lastKnown = known
        lastChange = SystemClock.monotonic
    }

    /// Begins a save where one is due, or goes on with it; to be called between two groups, and when
    /// ``seconds(_:)`` have passed without one.
    func step(_ library: borrowing Library) {
        let now = SystemClock.monotonic
        if library.count != lastKnown { (lastKnown, lastChange) = (library.count, now) }
        if save != nil {
            goOn(library, waiting: 0)
        } else if schedule.isDue(known: library.count, idle: now - lastChange, now: now) {
            begin(library, now)
        }
    }

    /// How long the committer may wait for articles before it calls ``step(_:)`` again.
    func seconds(_ library: borrowing Library) -> Double {
        if save != nil { return 0.001 }
        let now = SystemClock.monotonic
        return schedule.seconds(known: library.count, idle: now - lastChange, now: now)
    }

    /// At a clean stop: saves where that spares the next start much, but never holds up the stop for
    /// long.
    func finish(_ library: borrowing Library) {
        let now = SystemClock.monotonic
        if save == nil, schedule.isDueAtStop(known: library.count) { begin(library, now) }
        let end = now + Self.secondsAtStop * 1_000_000_000
        while save != nil, SystemClock.monotonic < end { goOn(library, waiting: 0.05) }
        giveUp()
    }

    /// The disk is full, or the archive cannot be written any more.
    func giveUp() {
        guard let save else { return }
        save.writer.close()
        self.save = nil
        schedule.failed(now: SystemClock.monotonic)
    }

    private func begin(_ library: borrowing Library, _ now: Int64) {
        schedule.began(now: now)
        do throws(SystemError) {
            let wanted = UInt64(max(library.byteCount, 0)) + Self.spareBytes
            guard try archive.directory.free().bytes > wanted else {
                throw SystemError("save the index in", archive.directory.path, errno: .noSpace)
            }
            let basis = IndexContents.Basis(library.settings)
            save = Save(
                writer: try IndexWriter(in: archive.directory, basis: basis),
                covered: library.count, begun: now, basis: basis)
        } catch {
            tell(error)
        }
    }

    private func goOn(_ library: borrowing Library, waiting seconds: Double) {
        guard var save else { return }
        // Parts of before and after a change of settings would not go together.
        guard save.basis == IndexContents.Basis(library.settings) else { return giveUp() }
        if let outcome = save.writer.outcome(seconds: save.walk.kind == nil ? seconds : 0) {
            return conclude(save, outcome)
        }
        guard save.walk.kind != nil, var buffer = save.writer.buffer(seconds: seconds) else {
            return
        }
        let begun = SystemClock.monotonic
        var parts: [SavedPart] = []
        while buffer.count < Self.stepBytes, let part = library.save(&save.walk, to: &buffer) {
            parts.append(part)
        }
        save.writer.write(&buffer, parts)
        if save.walk.kind == nil { save.writer.end() }
        save.longestStep = max(save.longestStep, SystemClock.monotonic - begun)
        self.save = save
    }

    private func conclude(_ save: Save, _ outcome: IndexWriter.Outcome) {
        self.save = nil
        save.writer.close()
        let now = SystemClock.monotonic
        switch outcome {
        case .saved(let bytes):
            schedule.saved(covered: save.covered, now: now)
            isTroubleTold = false
            reporter.report(
                .indexSaved(
                    known: save.covered, bytes: bytes,
                    milliseconds: Int((now - save.begun) / 1_000_000),
                    longestStepMicroseconds: Int(save.longestStep / 1000)))
        case .failed(let error): tell(error)
        case .abandoned: schedule.failed(now: now)
        }
    }

    private func tell(_ error: SystemError) {
        schedule.failed(now: SystemClock.monotonic)
        if !isTroubleTold { reporter.report(.indexNotSaved(reason: error.description)) }
        isTroubleTold = true
    }
}
