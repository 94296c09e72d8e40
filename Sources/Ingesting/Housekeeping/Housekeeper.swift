import Archiving
import Platform
import Reporting
import Settings
import SystemPackage

/// What is done now and then, behind everything else: closed segments are compressed and removed,
/// and files that were put away long ago are removed.
///
/// Nothing of it is urgent, and all of it may be interrupted at any moment: what fails is told once
/// and tried again an hour later.
final class Housekeeper: Sendable {
    private static let pauseSeconds = 3600.0

    private struct State {
        var isWoken = true
        var isStopped = false
    }

    private let state = Monitor(State())
    private let reader: ArchiveReader
    private let current: CurrentSettings
    private let reporter: Reporter

    /// - Parameter reader: the one that the archive's writer reads with; it is told which segments
    ///   are no longer what they were.
    init(reader: ArchiveReader, current: CurrentSettings, reporter: Reporter) {
        self.reader = reader
        self.current = current
        self.reporter = reporter
    }

    /// Something may be to do: a segment was closed, or the settings are others.
    func wake() { state.change { $0.isWoken = true } }

    func stop() { state.change { $0.isStopped = true } }

    private var isStopped: Bool { state.look { $0.isStopped } }

    /// Works until it is stopped; for a thread of its own.
    func run() {
        WorkerThread.lowerPriority()
        tellMissing()
        var told = ToldFailures(reporter)
        var trust = ClockTrust(
            newest: reader.articleSegments.last, now: SystemClock.now,
            started: SystemClock.started)
        while waitUntilWoken() {
            let round = HousekeepingRound(
                settings: current.value, reader: reader, reporter: reporter,
                isClockTrusted: trust.isTrusted(
                    now: SystemClock.now, started: SystemClock.started),
                isStopped: { self.isStopped })
            told.begin()
            round.run { told.tell($0, $1) }
        }
    }

    /// - Returns: false when it is stopped.
    private func waitUntilWoken() -> Bool {
        let goesOn = state.wait(seconds: Self.pauseSeconds) { state -> Bool? in
            if state.isStopped { return false }
            guard state.isWoken else { return nil }
            state.isWoken = false
            return true
        }
        return goesOn ?? true
    }

    /// A segment between others that is lost, or cannot be read, is told once a start.
    private func tellMissing() {
        let path = current.value.archive.path
        do throws(SystemError) {
            let segments = try ClosedSegments(at: path) { self.isStopped }
            for missing in try segments.missing() {
                reporter.report(
                    .recordsMissing(
                        stream: missing.stream.rawValue, first: missing.sequences.lowerBound,
                        last: missing.sequences.upperBound))
            }
        } catch {
            reporter.report(.housekeepingFailed(path: path.printable, reason: error.description))
        }
    }
}

/// What went wrong in the round before, so that it is not told again while it lasts.
struct ToldFailures {
    private let reporter: Reporter
    private var before: Set<String> = []
    private var now: Set<String> = []

    init(_ reporter: Reporter) { self.reporter = reporter }

    /// A round begins.
    mutating func begin() {
        before = now
        now = []
    }

    mutating func tell(_ path: FilePath, _ error: SystemError) {
        let key = "\(path.printable): \(error)"
        let isNew = now.insert(key).inserted && !before.contains(key)
        guard isNew else { return }
        reporter.report(
            .housekeepingFailed(path: path.printable, reason: error.description))
    }
}
