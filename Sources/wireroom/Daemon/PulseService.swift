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
        let pause = beatPause
        await cancelWhenGracefulShutdown {
            var heartbeat = Heartbeat()
            var nextSummary = SystemClock.monotonic + secondsToSummary
            var disk = SlowDisk()
            while !Task.isCancelled {
                if heartbeat.beats(supervisor.progress.pulse) { manager.beat() }
                let counters = supervisor.counters
                disk.look(seconds: supervisor.progress.secondsOfSync, reporter)
                if supervisor.isOpen { manager.status(StatusLine.text(counters)) }
                if supervisor.isArchiveInPlace { statusFile.write(counters) }
                if SystemClock.monotonic >= nextSummary {
                    reporter.summarise(counters)
                    nextSummary = SystemClock.monotonic + secondsToSummary
                }
                await wait(pause)
            }
        }
        statusFile.remove()
    }

    /// Waits, but not beyond the moment at which the daemon is ready, so that its status can be
    /// asked for at once.
    private func wait(_ pause: Duration) async {
        let end = ContinuousClock.now + pause
        repeat {
            let isStarting = !supervisor.isOpen
            // Ends early, by an error, when the task is cancelled: the loop sees it.
            try? await Task.sleep(for: isStarting ? min(pause, .milliseconds(20)) : pause)
            if isStarting, supervisor.isOpen { return }
        } while ContinuousClock.now < end && !Task.isCancelled
    }

    private var secondsToSummary: Int64 {
        let seconds = supervisor.current.value.log.summarySeconds
        return seconds == 0 ? .max / 2 : Int64(seconds) * 1_000_000_000
    }

    /// A second, or a third of the time that the watchdog allows.
    private var beatPause: Duration {
        let watchdog = manager.watchdogMicroseconds.map { Int64($0 / 3) } ?? 1_000_000
        return .microseconds(min(1_000_000, max(watchdog, 10_000)))
    }
}
