import ArgumentParser
import Articles
import Ingesting
import Platform
import Settings
import SystemPackage

struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "What would become of files, and what would be cut by which rule.",
        discussion: """
            Nothing is changed. The articles are judged against the archive as it is, each by \
            itself. Exits with 65 where some of it could not be read.

              wireroom inspect seeds/06-underground-river.txt
              wireroom inspect --json dump.jsonl | jq .record.headline
            """)

    @OptionGroup var options: ConfigurationOptions
    @Flag(help: "A JSON object for each article: its record, its cuts or its fault.")
    var json = false
    @Argument(help: "Files.", completion: .file()) var files: [String]

    func run() throws {
        do {
            let dryRun = try open(try options.loadOrDefaults())
            var hasFailures = false
            for file in files where !inspect(file, with: dryRun) { hasFailures = true }
            if hasFailures { throw ExitCode(Failure.Code.someQuarantined.rawValue) }
        } catch let failure as Failure {
            throw failure.reported()
        }
    }

    private func open(_ settings: Settings) throws -> DryRun {
        do {
            return try DryRun(settings)
        } catch {
            throw Failure("\(error)", .inputOutput)
        }
    }

    /// - Returns: whether all of the file could be read.
    private func inspect(_ file: String, with dryRun: DryRun) -> Bool {
        let path = FilePath(file)
        let page = InspectionPage(path: path, known: dryRun.known, inColour: isColourful)
        var isGood = true
        do {
            try dryRun.inspect(path) { item in
                if case .failure(let reason) = item.result, reason.isFault { isGood = false }
                StandardStreams.output(json ? InspectionLine.json(item, of: path) : page.text(item))
            }
            return isGood
        } catch let reason as Reason {
            StandardStreams.output(
                json ? InspectionLine.json(reason, of: path) : page.text(reason))
            return !reason.isFault
        } catch {
            StandardStreams.error("wireroom: \(error)\n")
        }
        return false
    }

    private var isColourful: Bool { !json && StandardStreams.outputIsTerminal }
}
