import Ingesting
import Logging
import Platform
import Reporting
import ServiceLifecycle
import Settings
import UnixSignals

/// Reads the configuration anew at SIGHUP: it holds from the next group on, or is refused whole.
struct ReloadService: Service {
    let supervisor: Supervisor
    let reporter: Reporter
    let manager: ServiceManager
    let metrics: MetricsWriter

    func run() async throws {
        let signals = await UnixSignalsSequence(trapping: .sighup)
        for await _ in signals.cancelOnGracefulShutdown() { reload() }
    }

    private func reload() {
        manager.reloading()
        defer { manager.ready(StatusLine.text(supervisor.counters)) }
        let old = supervisor.current.value
        let name = old.file?.string ?? "the environment"
        do throws(SettingsError) {
            let new = try Settings.load(
                from: old.file, environment: ProcessEnvironment.variables)
            let keys = old.changesNeedingRestart(to: new)
            supervisor.current.replace(by: new.keeping(old))
            supervisor.wakeHousekeeper()
            supervisor.progress.measurements.reloaded()
            metrics.wake()
            reporter.level = Logger.Level(rawValue: new.log.level.rawValue) ?? .info
            reporter.report(.reloaded(configuration: name))
            if !keys.isEmpty { reporter.report(.restartNeeded(keys: keys)) }
        } catch {
            supervisor.progress.measurements.refusedReload()
            reporter.report(.reloadRefused(configuration: name, problem: error.description))
        }
    }
}

extension Settings {
    /// With what only a restart can change as it was.
    fileprivate func keeping(_ old: Settings) -> Settings {
        var kept = self
        kept.inbox.path = old.inbox.path
        kept.archive.path = old.archive.path
        kept.archive.duplicates = old.archive.duplicates
        return kept
    }
}
