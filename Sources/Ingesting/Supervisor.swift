import Archiving
import Platform
import Reporting
import Settings

/// Keeps a pipeline over the inbox going: where trouble with the archive has stopped one, another
/// opens the archive anew, which finds in its journal what was left to be done.
package final class Supervisor: Sendable {
    package let current: CurrentSettings
    package let progress = Progress()
    private let reporter: Reporter
    private let state = Monitor(State())

    private struct State {
        var pipeline: Pipeline?
        var place: ArchivePlace?
        var isStopping = false
    }

    package init(_ settings: Settings, reporter: Reporter) {
        current = CurrentSettings(settings)
        self.reporter = reporter
    }

    /// What is told of while a pipeline starts; called from other threads.
    package struct Observer: Sendable {
        /// The index is coming up.
        package var opening: @Sendable (OpeningProgress) -> Void
        /// The first start waits for trouble to end.
        package var waiting: @Sendable () -> Void
        /// A pipeline works, after so many milliseconds.
        package var ready: @Sendable (OpenedArchive, Int) -> Void

        package init(
            opening: @escaping @Sendable (OpeningProgress) -> Void,
            waiting: @escaping @Sendable () -> Void,
            ready: @escaping @Sendable (OpenedArchive, Int) -> Void
        ) {
            self.opening = opening
            self.waiting = waiting
            self.ready = ready
        }
    }

    /// Runs until ``stop()``; blocks, for a thread of its own.
    ///
    /// - Throws: what no waiting mends.
    package func run(_ observer: Observer) throws(PipelineFailure) {
        var backOff = BackOff()
        var trouble = ArchiveTrouble(progress: progress, reporter: reporter, current: current)
        var place: ArchivePlace?
        while let pipeline = nextPipeline(reopening: place) {
            let begun = SystemClock.monotonic
            do throws(PipelineFailure) {
                try pipeline.start(opening: observer.opening)
                place = pipeline.opened?.place ?? place
                state.change { $0.place = place }
                trouble.over()
                if let opened = pipeline.opened {
                    observer.ready(opened, Int((SystemClock.monotonic - begun) / 1_000_000))
                }
                try keepHouse(pipeline)
                try pipeline.waitForEnd()
                pipeline.stop()
                if let failure = pipeline.failure { throw failure }
                return
            } catch {
                pipeline.stop()
                if isStopping, case .stopped = error { return }
                guard !isStopping, error.mayPass(isFirst: place == nil) else { throw error }
                let seconds = backOff.next(after: SystemClock.monotonic - begun)
                trouble.begin(error, pause: seconds)
                wait(seconds: seconds) { if place == nil { observer.waiting() } }
            }
        }
    }

    private func keepHouse(_ pipeline: Pipeline) throws(PipelineFailure) {
        do throws(SystemError) { try pipeline.keepHouse() } catch { throw .system(error) }
    }

    /// Something may be to do for what is closed and old, as the settings are others.
    package func wakeHousekeeper() { state.look { $0.pipeline }?.wakeHousekeeper() }

    /// Asks the pipeline to finish what it has begun; ``run(_:)`` returns then.
    package func stop() {
        let pipeline = state.change { state in
            state.isStopping = true
            return state.pipeline
        }
        pipeline?.askToStop()
    }

    /// The figures of now.
    package var counters: Counters {
        guard let pipeline = state.look({ $0.pipeline }) else { return progress.counters }
        return pipeline.counters
    }

    /// The files of the inbox that are known, looked at one by one: may take long where the disk does.
    package var waiting: MetricsPage.Waiting {
        state.look { $0.pipeline }?.waiting ?? MetricsPage.Waiting()
    }

    /// Whether a pipeline works that has read its archive.
    package var isOpen: Bool { state.look { $0.pipeline }?.opened != nil }

    /// Whether the path of the archive leads to the one that was opened, as far as one was.
    package var isArchiveInPlace: Bool {
        guard let place = state.look({ $0.place }) else { return true }
        do throws(SystemError) {
            try place.check()
            return true
        } catch {
            return false
        }
    }

    private var isStopping: Bool { state.look { $0.isStopping } }

    /// Nil once it is to stop.
    private func nextPipeline(reopening place: ArchivePlace?) -> Pipeline? {
        progress.beginAnew()
        return state.change { state in
            guard !state.isStopping else { return nil }
            state.pipeline = Pipeline(
                current, mode: .inbox, progress: progress, reporter: reporter, reopening: place)
            return state.pipeline
        }
    }

    private func wait(seconds: Int, _ eachSecond: () -> Void) {
        for _ in 0..<seconds {
            eachSecond()
            if state.wait(seconds: 1, until: { $0.isStopping ? () : nil }) != nil { return }
        }
    }
}

/// How long to wait before the next attempt: a second, then twice as long each time up to half a
/// minute; from the beginning after a minute without trouble.
private struct BackOff {
    private var seconds = 0

    mutating func next(after nanoseconds: Int64) -> Int {
        seconds = seconds == 0 || nanoseconds > 60_000_000_000 ? 1 : min(seconds * 2, 30)
        return seconds
    }
}

/// Tells that the archive cannot be used, and when it can again.
private struct ArchiveTrouble {
    let progress: Progress
    let reporter: Reporter
    let current: CurrentSettings
    private var begun: (trouble: Trouble, since: Int64)?
    private var told: String?

    init(progress: Progress, reporter: Reporter, current: CurrentSettings) {
        self.progress = progress
        self.reporter = reporter
        self.current = current
    }

    mutating func begin(_ failure: PipelineFailure, pause: Int) {
        let new: Trouble = failure.isWantOfRoom ? .diskFull : .archiveFailed
        if let begun { progress.end(begun.trouble) }
        let isNews = begun?.trouble != new
        begun = (new, begun?.since ?? SystemClock.monotonic)
        if new != .archiveFailed { progress.end(.archiveFailed) }
        progress.begin(new)
        defer { told = failure.description }
        if new == .archiveFailed {
            // As long as nothing changes, once.
            guard isNews || told != failure.description else { return }
            reporter.report(
                .archiveFailed(reason: failure.description, detail: "trying again in \(pause) s"))
        } else if isNews {
            reporter.report(.diskFull(path: current.value.archive.path.printable))
        }
    }

    mutating func over() {
        progress.end(.archiveFailed)
        guard let begun else { return }
        self.begun = nil
        told = nil
        progress.end(begun.trouble)
        let seconds = Int((SystemClock.monotonic - begun.since) / 1_000_000_000)
        let path = current.value.archive.path.printable
        reporter.report(
            begun.trouble == .diskFull
                ? .roomAgain(path: path, seconds: seconds)
                : .worksAgain(what: "The archive \(path) can be used", seconds: seconds))
    }
}
