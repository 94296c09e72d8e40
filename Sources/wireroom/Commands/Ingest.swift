import ArgumentParser
import Ingesting
import JSON
import Logging
import Platform
import Reporting
import Settings
import SystemPackage

struct Ingest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Archive files and directories once; they are left as they are.",
        discussion: """
            A file that was archived before, and has not changed since, is passed over. Exits with \
            65 where some input could not be read, and with 75 where a daemon writes to the archive.

              wireroom ingest ~/dumps/2025 extra.jsonl
            """)

    @OptionGroup var options: ConfigurationOptions
    @Flag(help: "The summary as JSON.") var json = false
    @Argument(help: "Files and directories.", completion: .file()) var paths: [String]

    func run() async throws {
        do {
            let settings = try options.load()
            let summary = try await onOwnThread("ingest") { [self] in try ingest(settings) }
            StandardStreams.output(json ? summary.json : summary.text)
            if summary.hasFailures { throw ExitCode(Failure.Code.someQuarantined.rawValue) }
        } catch let failure as Failure {
            throw failure.reported()
        }
    }

    private func ingest(_ settings: Settings) throws -> IngestSummary {
        let output = LogOutput.lines(
            inColour: StandardStreams.errorIsTerminal
                && (ProcessEnvironment.variables["NO_COLOR"] ?? "").isEmpty)
        let reporter = Reporter(output.logger(level: .warning))
        let pipeline = Pipeline(
            CurrentSettings(settings), mode: .inPlace, reporter: reporter)
        let begun = SystemClock.monotonic
        do throws(PipelineFailure) {
            try pipeline.start()
        } catch {
            throw Failure(error)
        }
        let bar = ProgressBar()
        let given = pipeline.ingest(paths.map { FilePath($0) }) { given in
            bar.update(given, pipeline.counters)
        }
        pipeline.stop()
        bar.clear()
        reporter.summarise(pipeline.counters)
        if let failure = pipeline.failure { throw Failure(failure) }
        for failure in given.failures { StandardStreams.error("wireroom: \(failure)\n") }
        return IngestSummary(
            given: given, counters: pipeline.counters,
            seconds: Double(SystemClock.monotonic - begun) / 1e9)
    }
}
