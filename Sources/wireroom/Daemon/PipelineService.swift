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
            opening: { progress in
                manager.extendTimeout(seconds: 30)
                manager.status(StatusLine.text(progress))
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
        tell(opened.index)
        if let first = opened.index.damaged.first {
            reporter.report(
                .archiveDamaged(
                    what: "\(opened.index.damaged.count) lines are no records, the first at byte "
                        + "\(first.offset) of \(first.segment)"))
        }
        reporter.report(
            .ready(
                inbox: supervisor.current.value.inbox.path.printable, known: opened.index.known,
                milliseconds: milliseconds))
        manager.ready(StatusLine.text(supervisor.counters))
    }

    private func tell(_ index: LibraryOpening.Report) {
        guard index.known > 0 else { return }
        if let reason = index.reason {
            reporter.report(
                .indexRebuilt(
                    known: index.known, reason: reason, milliseconds: index.milliseconds))
        } else {
            reporter.report(
                .indexRestored(
                    known: index.known, read: index.read, milliseconds: index.milliseconds))
        }
    }
}

extension StatusLine {
    /// How far a start has come.
    static func text(_ progress: OpeningProgress) -> String {
        switch progress {
        case .index(let bytes, let total): reading("the saved index", bytes: bytes, of: total)
        case .archive(let bytes, let total): reading("the archive", bytes: bytes, of: total)
        }
    }
}
