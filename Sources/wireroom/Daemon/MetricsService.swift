import Ingesting
import ServiceLifecycle

/// Has metrics written as long as the daemon runs.
struct MetricsService: Service {
    let writer: MetricsWriter

    func run() async throws {
        writer.wake()
        // Ends early, by an error, when the daemon fails: what follows is the same.
        try? await gracefulShutdown()
        writer.stop()
        try await onOwnThread("metrics-end") { writer.waitForEnd() }
    }
}
