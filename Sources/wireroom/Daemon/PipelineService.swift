import Ingesting
import Platform
import Reporting
import ServiceLifecycle
import Settings

/// The pipeline as a service: started on a thread of its own, watched for failures, drained when
/// the daemon is asked to stop.
struct PipelineService: Service {
    let pipeline: Pipeline
    let reporter: Reporter
    let manager: ServiceManager

    func run() async throws {
        let begun = SystemClock.monotonic
        try await onOwnThread("starter") {
            try pipeline.start { bytes in
                manager.extendTimeout(seconds: 30)
                manager.status("Reading the archive: \(bytes >> 20) MB")
            }
        }
        tellReady(milliseconds: Int((SystemClock.monotonic - begun) / 1_000_000))
        let failure = await firstOfFailureAndShutdown()
        manager.stopping(StatusLine.text(pipeline.counters))
        reporter.report(.stopping(waiting: pipeline.counters.waiting))
        try await onOwnThread("stopper") { pipeline.stop() }
        let counters = pipeline.counters
        reporter.summarise(counters)
        if let failure = failure ?? pipeline.failure { throw failure }
        reporter.report(
            .stopped(articles: counters.articles, duplicates: counters.duplicates))
    }

    private func tellReady(milliseconds: Int) {
        let opened = pipeline.opened
        if let recovered = opened?.recovered, recovered.groups > 0 {
            reporter.report(.recovered(groups: recovered.groups, records: recovered.finished.count))
        }
        if let damaged = opened?.damaged, let first = damaged.first {
            reporter.report(
                .archiveFailed(
                    reason: "lines that are no records",
                    detail:
                        "\(damaged.count), the first at byte \(first.offset) of \(first.segment)"
                ))
        }
        reporter.report(
            .ready(
                inbox: pipeline.current.value.inbox.path.printable, known: opened?.known ?? 0,
                milliseconds: milliseconds))
        manager.ready(StatusLine.text(pipeline.counters))
    }

    private func firstOfFailureAndShutdown() async -> PipelineFailure? {
        await withTaskGroup(of: PipelineFailure?.self) { group in
            group.addTask {
                await cancelWhenGracefulShutdown {
                    while !Task.isCancelled {
                        if let failure = pipeline.failure { return failure }
                        // Ends early, by an error, when the task is cancelled: the loop sees it.
                        try? await Task.sleep(for: .milliseconds(200))
                    }
                    return nil
                }
            }
            return await group.next() ?? nil
        }
    }
}
