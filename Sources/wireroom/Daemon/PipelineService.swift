import Ingesting
import Platform
import Reporting
import ServiceLifecycle
import Settings

/// The pipeline as a service: kept going on a thread of its own, drained when the daemon is asked to
/// stop.
struct PipelineService: Service {
    let supervisor: Supervisor
    let reporter: Reporter
    let manager: ServiceManager

    func run() async throws {
        let observer = Supervisor.Observer(
            reading: { bytes in
                manager.extendTimeout(seconds: 30)
                manager.status("Reading the archive: \(bytes >> 20) MB")
            },
            waiting: {
                manager.extendTimeout(seconds: 30)
                manager.status(StatusLine.text(supervisor.counters))
            },
            ready: { tellReady($0, milliseconds: $1) })
        try await withGracefulShutdownHandler {
            try await onOwnThread("supervisor") { try supervisor.run(observer) }
        } onGracefulShutdown: {
            let counters = supervisor.counters
            manager.stopping(StatusLine.text(counters))
            reporter.report(.stopping(waiting: counters.waiting))
            supervisor.stop()
        }
        let counters = supervisor.counters
        reporter.summarise(counters)
        reporter.report(
            .stopped(articles: counters.articles, duplicates: counters.duplicates))
    }

    private func tellReady(_ opened: OpenedArchive, milliseconds: Int) {
        let recovered = opened.recovered
        if recovered.groups > 0 {
            reporter.report(
                .recovered(
                    groups: recovered.groups, records: recovered.appended,
                    files: opened.filesPutAway))
        }
        for damage in recovered.damages { reporter.report(.archiveDamaged(what: damage)) }
        if let first = opened.damaged.first {
            reporter.report(
                .archiveDamaged(
                    what: "\(opened.damaged.count) lines are no records, the first at byte "
                        + "\(first.offset) of \(first.segment)"))
        }
        reporter.report(
            .ready(
                inbox: supervisor.current.value.inbox.path.printable, known: opened.known,
                milliseconds: milliseconds))
        manager.ready(StatusLine.text(supervisor.counters))
    }
}
