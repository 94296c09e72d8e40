import ArgumentParser
import Ingesting
import Logging
import Platform
import Reporting
import ServiceLifecycle
import Settings
import SystemPackage

struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Watch the inbox and archive what is dropped into it, until told to stop.",
        discussion: """
            SIGTERM and SIGINT finish what was begun and stop; SIGHUP reads the configuration anew.

              wireroom run --config /etc/wireroom/config.json
            """)

    @OptionGroup var options: ConfigurationOptions

    func run() async throws {
        let manager = ServiceManager()
        let environment = ProcessEnvironment.variables
        do {
            let settings = try options.load()
            let level = Logger.Level(rawValue: settings.log.level.rawValue) ?? .info
            let reporter = Reporter(
                LogOutput.fitting(environment: environment).logger(level: level))
            reporter.report(
                .started(version: Wireroom.version, configuration: settings.file?.string))
            try await serve(settings, reporter, manager)
        } catch let failure as Failure {
            manager.failed(failure.description, errno: 0)
            let output = LogOutput.fitting(environment: environment)
            guard output == .journal else { throw failure.reported() }
            Reporter(output.logger(level: .info)).report(
                .gaveUp(reason: failure.description, code: Int(failure.code.rawValue)))
            // journald finds the unit of an entry by the process that sent it, while it is there. Ended
            // early, by an error, when the task is cancelled: then nobody waits for the unit either.
            try? await Task.sleep(for: .milliseconds(200))
            throw ExitCode(failure.code.rawValue)
        }
    }

    private func serve(
        _ settings: Settings, _ reporter: Reporter, _ manager: ServiceManager
    ) async throws {
        let supervisor = Supervisor(settings, reporter: reporter)
        let metrics = MetricsWriter(supervisor, reporter)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(
                        service: PulseService(
                            supervisor: supervisor, reporter: reporter, manager: manager,
                            statusFile: StatusFile(in: settings.archive.path))),
                    .init(service: MetricsService(writer: metrics)),
                    .init(
                        service: ReloadService(
                            supervisor: supervisor, reporter: reporter, manager: manager,
                            metrics: metrics)),
                    .init(
                        service: PipelineService(
                            supervisor: supervisor, reporter: reporter, manager: manager)),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint],
                // What the group has to say is said by our events.
                logger: Logger(label: "lifecycle") { _ in SwiftLogNoOpLogHandler() }))
        do {
            try await group.run()
        } catch let failure as PipelineFailure {
            throw Failure(failure)
        } catch {
            throw Failure("\(error)", .inputOutput)
        }
    }
}
