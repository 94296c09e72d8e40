import Ingesting
import Platform
import Reporting
import ServiceLifecycle

/// Tells how the daemon stands, as long as it runs: status line and watchdog to the service manager,
/// a summary to the journal now and then, and a file for `wireroom status`.
struct PulseService: Service {
    let supervisor: Supervisor
    let reporter: Reporter
    let manager: ServiceManager
    let statusFile: StatusFile

    func run() async throws {
        let isStopped = Monitor(false)
        try await withTaskCancellationOrGracefulShutdownHandler {
            try await onOwnThread("pulse") { pulse(until: isStopped) }
        } onCancelOrGracefulShutdown: {
            isStopped.change { $0 = true }
        }
        statusFile.remove()
    }

    /// Looks each second and says only what is new: a daemon that has nothing to do is silent.
    private func pulse(until isStopped: Monitor<Bool>) {
        let beatPause = manager.watchdogMicroseconds.map { Int64(clamping: $0) * 1_000 / 3 }
        var heartbeat = Heartbeat()
        var nextBeat = SystemClock.monotonic
        var nextSummary = SystemClock.monotonic + secondsToSummary
        var disk = SlowDisk()
        var told = ToldStatus()
        repeat {
            let now = SystemClock.monotonic
            if let beatPause, now >= nextBeat, heartbeat.beats(supervisor.progress.pulse) {
                manager.beat()
                nextBeat = now + beatPause
            }
            let counters = supervisor.counters
            disk.look(seconds: supervisor.progress.secondsOfSync, reporter)
            tell(counters, now, &told)
            if now >= nextSummary {
                reporter.summarise(counters)
                nextSummary = now + secondsToSummary
            }
            let seconds = supervisor.isOpen ? Self.pauseSeconds : Self.startingPauseSeconds
            let pause = min(seconds, beatPause.map { Double($0) / 1e9 } ?? seconds)
            _ = isStopped.wait(seconds: pause) { $0 ? () : nil }
        } while !isStopped.look { $0 }
    }

    /// So often it looks; while the daemon starts more often, so that its status can be asked for as
    /// soon as it is ready.
    private static let pauseSeconds = 1.0
    private static let startingPauseSeconds = 0.02

    private func tell(_ counters: Counters, _ now: Int64, _ told: inout ToldStatus) {
        let line = StatusLine.text(counters)
        if supervisor.isOpen, told.manager != line {
            manager.status(line)
            told.manager = line
        }
        // Now and then all the same: it may have been removed, or the clock set.
        guard told.file != line || now >= told.nextFile, supervisor.isArchiveInPlace,
            statusFile.write(counters)
        else { return }
        told.file = line
        told.nextFile = now + 60_000_000_000
    }

    private var secondsToSummary: Int64 {
        let seconds = supervisor.current.value.log.summarySeconds
        return seconds == 0 ? .max / 2 : Int64(seconds) * 1_000_000_000
    }
}

/// What was said last.
private struct ToldStatus {
    var manager: String?
    var file: String?
    /// When to write the file even if it would say the same, by the steady clock.
    var nextFile = Int64.min
}
